-- The register. One file serves both engines; three words differ and are mapped when it runs:
-- "pk" (64-bit primary key), "bytes" (blob or bytea), "text" (compared by code unit on both).
-- Times are UTC microseconds, days are day numbers (0001-01-01 = 0), truth values are 0 or 1.

create table home (name text not null primary key, value text not null);
create table key_counter (name text not null primary key, next bigint not null);

create table officer (key pk, login text not null unique, name text not null, name_other text, unit text not null,
  clearance bigint not null default 0, language text not null default 'en', active bigint not null default 1, suspended_at bigint, created_at bigint not null, created_by bigint);
create table role_grant (key pk, officer bigint not null, role text not null, granted_by bigint, granted_at bigint not null,
  confirmed_by bigint, confirmed_at bigint, withdrawn_at bigint, withdrawn_by bigint);
create index role_grant_officer on role_grant (officer);
create table "case" (key pk, reference text not null unique, title text not null, legal_basis text not null, opened_at bigint not null, opened_by bigint, closed_at bigint);
create table case_member (case_key bigint not null, officer bigint not null, added_at bigint not null, added_by bigint, primary key (case_key, officer));
create table purpose (key pk, officer bigint not null, code text not null, case_key bigint, reason text not null, stated_at bigint not null, expires_at bigint not null);
create index purpose_officer on purpose (officer, stated_at);
create table rights_epoch (id pk, value bigint not null);
insert into rights_epoch (id, value) values (1, 1);

create table label (key pk, canonical text not null, hash text not null unique);

create table file (key pk, sha256 text not null unique, length bigint not null, media_type text not null, name text not null, received_at bigint not null, received_by bigint not null);
create table file_chunk (file bigint not null, n bigint not null, data bytes not null, primary key (file, n));

create table source (key pk, reference text not null unique, kind text not null, keeper bigint, secret bytes, created_at bigint not null);
create table origin (key pk, reference text not null unique, description text not null);

create table report (key pk, file bigint not null, title text not null, kind text not null, sender text, letter_number text, letter_date text,
  received_at bigint not null, received_by bigint not null, case_key bigint, legal_basis text not null, language text not null, text text not null,
  label bigint not null, origin bigint, source text, supersedes bigint, list text, list_version text, no_four_eyes bigint not null default 0, current_label bigint not null);
create index report_file on report (file);
create index report_received on report (received_at);
create index report_list on report (list, list_version);

create table item (key pk, report bigint not null, number bigint not null, text text not null, span_from bigint not null, span_to bigint not null, kind text not null, nature text not null,
  date_text text, date_from bigint not null, date_to bigint not null, origin bigint, source text, language text not null,
  custody text not null default 'no', custody_held_by text, custody_lawyer text not null default 'unknown', custody_medical text not null default 'unknown', custody_complaint text not null default 'no', custody_cleared_by bigint, custody_cleared_at bigint,
  label bigint not null, entry_key text, entry_hash text, withdrawn_at bigint, withdrawn_by bigint, withdrawn_why text,
  state text not null, current_grade bigint, current_label bigint not null);
create index item_report on item (report, number);
create index item_state on item (state, key);
create index item_entry on item (entry_key);
create index item_source on item (source) where source is not null;
create index item_unsourced on item (key) where source is null and kind <> 'listing';

create table grading (key pk, item bigint not null, scheme text not null, grade bigint not null, step text not null, derived_from bigint, rule_version text,
  corroborated_by bigint, external_reference text, given_by bigint not null, given_at bigint not null, reason text not null);
create index grading_item on grading (item, key);
create table labelling (key pk, what text not null, subject bigint not null, label bigint not null, given_by bigint not null, given_at bigint not null, reason text not null);
create index labelling_subject on labelling (what, subject);

create table item_change (key pk, item bigint not null, field text not null, before text, after text not null, given_by bigint not null, given_at bigint not null);
create index item_change_item on item_change (item, key);

create table entity (key pk, type text not null, created_at bigint not null, created_by bigint not null);
create table statement (key pk, entity bigint not null, property bigint not null, value_text text not null, value_key text not null, value_hash bigint not null, value_parts text, target bigint,
  language text not null, original text, value_from bigint, value_to bigint, valid_from bigint, valid_to bigint, valid_text text,
  item bigint not null, span_from bigint, span_to bigint, nature text not null, waiting bigint not null default 0,
  recorded_at bigint not null, recorded_by bigint not null, accepted_at bigint, accepted_by bigint, withdrawn_at bigint, withdrawn_by bigint, withdrawn_why text,
  current_grade bigint, current_label bigint not null);
create index statement_entity on statement (entity, property);
create index statement_value on statement (value_hash);
create index statement_target on statement (target) where target is not null;
create index statement_item on statement (item);
create index statement_waiting on statement (key) where waiting = 1;

create table category (key pk, person bigint not null, case_key bigint not null, category text not null, child bigint not null default 0, grounds text not null, conduct_item bigint, given_by bigint not null, given_at bigint not null);
create index category_person on category (person, case_key);
create table legal_outcome (key pk, person bigint not null, case_key bigint, outcome text not null, court text, date_text text not null, item bigint not null, recorded_by bigint not null, recorded_at bigint not null);
create index legal_outcome_person on legal_outcome (person);

create table import_record (key pk, sha256 text not null unique, list text not null, version text not null, report bigint not null, chunks bigint not null, state text not null,
  added bigint not null default 0, changed bigint not null default 0, unchanged bigint not null default 0, rejected bigint not null default 0, withdrawn bigint not null default 0, statements bigint not null default 0, started_at bigint not null, finished_at bigint);
create table list_entry (list text not null, entry_key text not null, entity bigint not null, item bigint not null, hash text not null, seen bigint not null, primary key (list, entry_key));

create table act (key pk, at bigint not null, officer bigint not null, role text not null, channel text not null, on_instruction_of text, purpose bigint, case_key bigint,
  action text not null, objects text not null, count bigint not null, outcome text not null, commitment bytes not null);
create table act_content (act pk, salt bytes, content text);
create table act_waiting (act pk);
create table audit_leaf (leaf pk, act bigint not null unique, hash bytes not null);
create table audit_review (act pk, verdict text not null, note text not null, reviewed_by bigint not null, reviewed_at bigint not null);
create table concern (key pk, text text not null, sent_by bigint not null, sent_at bigint not null, answer text, answered_by bigint, answered_at bigint);
create table audit_checkpoint (size pk, text text not null, at bigint not null);
