-- Charts: what officers drew of what they see. A version is kept whole and never changed; its label is the union of all that is on it and ever was: titles and notes stay.
create table chart (key pk, title text not null, case_key bigint, created_by bigint not null, created_at bigint not null, version bigint not null, current_label bigint not null);
create table chart_version (key pk, chart bigint not null, number bigint not null, content text not null, members bigint not null, kept_by bigint not null, kept_at bigint not null, current_label bigint not null);
create unique index chart_version_number on chart_version (chart, number);
-- When an officer last took note of what stands on a chart: what changed since is marked.
create table chart_seen (key pk, chart bigint not null, entity bigint not null, seen_at bigint not null, seen_by bigint not null);
create index chart_seen_chart on chart_seen (chart, entity);
create index chart_seen_entity on chart_seen (entity);
-- A thought about who is removed lawfully and what may follow. Persons are kept as a set, by key: no order of people is kept.
create table disruption_plan (key pk, chart bigint not null, title text not null, persons text not null, assumptions text not null, harm text not null, legality text not null, kept_by bigint not null, kept_at bigint not null, current_label bigint not null);
create index disruption_plan_chart on disruption_plan (chart, key);
