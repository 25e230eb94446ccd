-- Logins only: ASP.NET Core Identity's user, claim, login and token. Column names are Identity's own.
create table account (
    Id integer primary key autoincrement,
    OfficerKey integer not null unique,
    MustChangePassword integer not null,
    SuspendedContent integer not null,
    LastSignIn integer null,
    UserName text null,
    NormalizedUserName text null unique,
    Email text null,
    NormalizedEmail text null,
    EmailConfirmed integer not null,
    PasswordHash text null,
    SecurityStamp text null,
    ConcurrencyStamp text null,
    PhoneNumber text null,
    PhoneNumberConfirmed integer not null,
    TwoFactorEnabled integer not null,
    LockoutEnd integer null,
    LockoutEnabled integer not null,
    AccessFailedCount integer not null
);

create table account_claim (
    Id integer primary key autoincrement,
    UserId integer not null references account (Id) on delete cascade,
    ClaimType text null,
    ClaimValue text null
);
create index account_claim_user on account_claim (UserId);

create table account_login (
    LoginProvider text not null,
    ProviderKey text not null,
    ProviderDisplayName text null,
    UserId integer not null references account (Id) on delete cascade,
    primary key (LoginProvider, ProviderKey)
);
create index account_login_user on account_login (UserId);

create table account_token (
    UserId integer not null references account (Id) on delete cascade,
    LoginProvider text not null,
    Name text not null,
    Value text null,
    primary key (UserId, LoginProvider, Name)
);
