-- Who is who. The truth are judgements of named officers; nothing of what they judge is changed. The smaller key of a pair stands first.
create table judgement (key pk, entity bigint not null, other bigint not null, verdict text not null, reason text not null, current_label bigint not null,
  given_by bigint not null, given_at bigint not null, withdrawn_by bigint, withdrawn_at bigint, withdrawn_why text);
create index judgement_entity on judgement (entity);
create index judgement_other on judgement (other);
-- What a judgement rests on: it is never held more loosely than these.
create table judgement_item (judgement bigint not null, item bigint not null, primary key (judgement, item));
create index judgement_item_item on judgement_item (item);
-- A projection: which entities all judgements together join. Its numbers are shown to nobody.
create table component (entity pk, component bigint not null);
create index component_component on component (component);
-- Which record's name stands for the records joined with it; the newest choice holds.
create table lead_choice (key pk, entity bigint not null, given_by bigint not null, given_at bigint not null);
create index lead_choice_entity on lead_choice (entity, key);
-- What each kind of evidence says in this register: learned, in versions.
create table identity_weights (key pk, engine text not null, pairs bigint not null, weights text not null, current_label bigint not null, learned_by bigint not null, learned_at bigint not null);
