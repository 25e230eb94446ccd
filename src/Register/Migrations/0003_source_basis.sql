-- The lawful basis on which a source is used, with its history: the newest row is the one in force. A source entered before has none until its keeper states it.
create table source_basis (key pk, source bigint not null, legal_basis text not null, reason text not null, given_by bigint not null, given_at bigint not null);
create index source_basis_source on source_basis (source, key);
