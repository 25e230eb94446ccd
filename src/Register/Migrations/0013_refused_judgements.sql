-- Asked each time a supervisor begins the day; of a million acts these are few.
create index act_refused_judgement on act (at) where outcome = 'identity.contradicts-hidden';
