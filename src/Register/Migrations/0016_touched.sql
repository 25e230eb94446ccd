-- Which entities something came to be said of, was taken back or hidden: whoever keeps them ready reads these anew, and nothing else. Derived, and told by the engine's own
-- count of what was written (a server's transactions, SQLite's one writer): it goes into no export.
create table touched (moment bigint not null, first_entity bigint not null, last_entity bigint not null);
create index touched_moment on touched (moment);
-- Of what was touched, only what this list has.
create index list_entry_entity on list_entry (list, entity);
