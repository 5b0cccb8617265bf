-- Several people of one name. The first keeps the shared key as persons.key; every later one has it here, and a numbered key there.

create table namesakes (
    -- Identity by name alone, as persons.key of the first.
    key text not null,
    person_id bigint not null references persons (id),
    primary key (key, person_id)
) without rowid;

create index namesakes_by_person on namesakes (person_id);
