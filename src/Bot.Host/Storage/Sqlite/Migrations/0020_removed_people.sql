-- Names of people whom the operator took away for good: nobody of such a name is made again.
create table removed_names (
    -- SHA-256 of the key by which people of one name are known, in hexadecimal: the name itself is kept nowhere.
    name_hash text primary key
) without rowid;

-- Only the number is left, because older decisions point at it.
alter table persons add column is_removed boolean not null default 0;
