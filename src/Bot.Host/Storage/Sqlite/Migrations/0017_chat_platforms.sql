-- What communities choose for themselves, and what chat platforms have to remember.

alter table communities add column zone text;
alter table communities add column language text;
-- Minutes of the day; null without quiet hours.
alter table communities add column quiet_from bigint;
alter table communities add column quiet_to bigint;
-- The platform's id of the role whose members act as admins.
alter table communities add column managers text;
-- When the bot was removed from it; null while it is there.
alter table communities add column left_at bigint;

-- Commands behind buttons that carry only a key. Who pressed stands nowhere.
create table button_commands (
    key text primary key,
    command text not null,
    used_at bigint not null
) without rowid;

create index button_commands_by_use on button_commands (used_at);

create table platform_state (
    platform text not null,
    name text not null,
    value text not null,
    primary key (platform, name)
) without rowid;
