-- Keys on a server: a sequence a table, so that no writer waits for another one's transaction. (SQLite has one writer at a
-- time and keeps key_counter.) A later migration that makes a table with a key makes its sequence too: key_ and the table's name.
do $$
declare found record;
begin
  for found in select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'key' loop
    execute format('create sequence %I', 'key_' || found.table_name);
  end loop;
end $$;

-- A run of keys without gaps. The lock is held while it counts, not until the transaction ends; sequences do not roll back.
create function take_keys(counter regclass, wanted bigint) returns bigint language plpgsql as $$
declare first bigint;
begin
  perform pg_advisory_lock(counter::oid::bigint);
  first := nextval(counter);
  if wanted > 1 then
    perform setval(counter, first + wanted - 1);
  end if;
  perform pg_advisory_unlock(counter::oid::bigint);
  return first;
end $$;
