create sequence key_watchlist;
create sequence key_screening_run;
create sequence key_candidate;
create sequence key_candidate_step;
create sequence key_cleared_namesake;
