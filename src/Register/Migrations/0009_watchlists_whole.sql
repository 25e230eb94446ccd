-- Re-screening: the register's own persons against a watchlist in use, in chunks that can be stopped and taken up again. Its numbers stand in screening_run.
create table rescreening (key pk, watchlist bigint not null, run bigint not null, state text not null, since bigint not null, until bigint not null, after bigint not null, act_seen bigint not null,
  entries bigint not null, changed bigint not null, delisted bigint not null, started_by bigint not null, started_at bigint not null, finished_at bigint);
create index rescreening_watchlist on rescreening (watchlist, key);
-- Of whom a candidate is, where it is a person of the register; since when it is as it stands; and what became of the entry or the person since.
alter table candidate add column subject bigint;
alter table candidate add column compared_at bigint;
alter table candidate add column since_then text;
alter table candidate add column since_then_at bigint;
create index candidate_entry on candidate (watchlist, entry_key, subject);
create index candidate_subject on candidate (subject) where subject is not null;
-- What stood there before a candidate was compared again.
alter table candidate_step add column replaced text;

-- A unit's own entries: a person of the register, nominated by one officer under the standard and approved by another, until a day.
create table nomination (key pk, entry_key text not null unique, list text not null, watchlist bigint not null, person bigint not null, conduct text not null,
  proportionate text not null, lawful text not null, accountable text not null, necessary text not null, instruction text not null,
  expires_day bigint not null, proposed_day bigint not null, state text not null, moved_at bigint not null, nominated_by bigint not null, nominated_at bigint not null, current_label bigint not null);
create index nomination_list on nomination (list, state);
create table nomination_item (nomination bigint not null, item bigint not null, primary key (nomination, item));
create table nomination_step (key pk, nomination bigint not null, step text not null, reason text not null, until_day bigint not null, given_by bigint not null, given_at bigint not null);
create index nomination_step_nomination on nomination_step (nomination, key);

-- Clearings that another unit issued, under a key that both units hold and no database: found only by who comes with the same particulars.
create table received_clearing (hash text not null, share text not null, list text not null, expires_at bigint not null, received_by bigint not null, received_at bigint not null, primary key (hash, share));
create index received_clearing_list on received_clearing (share, list);
create table received_share (share text not null, list text not null, made_at bigint not null, primary key (share, list));
