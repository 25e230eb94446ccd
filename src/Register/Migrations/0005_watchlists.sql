-- Watchlists, what was screened against them, and what people found. Of people who met nobody only their number stays.
create table watchlist (key pk, name text not null unique, list text not null, owner bigint not null, legal_basis text not null, instruction text not null, review_day bigint not null,
  state text not null, created_by bigint not null, created_at bigint not null, sampled bigint, sample_hits bigint, sampled_at bigint, activated_by bigint, activated_at bigint);
create table screening_run (key pk, name text not null, watchlists text not null, authority text, grounds text, authority_until bigint, threshold bigint not null, engine text not null,
  people bigint not null, unreadable bigint not null, none bigint not null, cleared bigint not null, candidates bigint not null, incomplete bigint not null, too_common bigint not null,
  run_by bigint not null, run_at bigint not null, current_label bigint not null);
create table candidate (key pk, run bigint not null, row_number bigint not null, watchlist bigint not null, entry_key text not null, entity bigint not null,
  asked text not null, reasons text not null, score bigint not null, verdict text not null, script text not null, engine text not null,
  state text not null, outcome text, held_by bigint, held_until bigint, current_label bigint not null);
create index candidate_state on candidate (state, key);
create index candidate_run on candidate (run, row_number);
create table candidate_step (key pk, candidate bigint not null, step text not null, outcome text not null, reason text not null, given_by bigint not null, given_at bigint not null);
create index candidate_step_candidate on candidate_step (candidate, key);

-- A namesake who was cleared against one list entry: keyed hashes of what tells the person apart, and nothing that could be read back.
create table cleared_namesake (key pk, candidate bigint not null, list text not null, entry_key text not null, code_hash text not null unique,
  issued_by bigint not null, issued_at bigint not null, expires_at bigint not null, withdrawn_by bigint, withdrawn_at bigint, withdrawn_why text);
create table cleared_hash (hash text not null, cleared bigint not null, primary key (hash, cleared));

-- Numbers alone, for oversight: by list, script of the name and outcome.
create table screening_tally (watchlist bigint not null, script text not null, what text not null, number bigint not null, primary key (watchlist, script, what));
