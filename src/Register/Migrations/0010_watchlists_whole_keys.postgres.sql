create sequence key_rescreening;
create sequence key_nomination;
create sequence key_nomination_step;
