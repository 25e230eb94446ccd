-- Networks are built of end statements alone. This index holds all that a graph asks of them, in the order of links:
-- of a million ties neither items nor whole statements are looked at. (SQLite looks at a statement for what only its condition names.)
create index statement_tie on statement (entity, key, property, target, item, current_label, current_grade, valid_from, valid_to, waiting, withdrawn_at)
  where property in (1, 2) and target is not null and waiting = 0 and withdrawn_at is null;
