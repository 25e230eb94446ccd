-- Tokens of the command line and of programs: hashes only. Times are UTC microseconds.
create table access_token (
    Hash text not null primary key,
    AccountId integer not null references account (Id) on delete cascade,
    Stamp text not null,
    IssuedAt integer not null,
    ExpiresAt integer not null
);
create index access_token_account on access_token (AccountId);
