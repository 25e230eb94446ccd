-- Whoever is screened, a list is asked first whether a value of it came, went or was hidden. This index answers it: of a quarter of a million values no whole
-- statement is looked at. (Its second column is the key, so that who asks for one property of an entity still takes the index of those; SQLite looks at a statement for what only the condition names.)
create index statement_listed on statement (entity, key, property, current_label, waiting, withdrawn_at) where waiting = 0 and withdrawn_at is null;
