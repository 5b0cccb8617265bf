-- Whom the names in an article that was taken out meant, where operators merged or split somebody of that name: when the article is read
-- again they mean the same.
create table remembered_people (
    -- Folded. A source that comes again has another number.
    source_name text not null,
    article_key text not null,
    -- As in found_people.
    found_as bigint not null references persons (id),
    splits text not null,
    primary key (source_name, article_key, found_as, splits)
) without rowid;

create index remembered_people_by_person on remembered_people (found_as);

-- A rule holds for the outlet, not for its number, which may become another outlet's.
alter table split_rules add column source_name text;
update split_rules set source_name = (select search_name from sources where id = source_id);
delete from split_rules where source_id is not null and source_name is null;
alter table split_rules drop column source_id;

-- A statement is one person's: where its first quote became another's, the others take the number of the next one.
create temporary table parted as
    select q.id as id, (select min(o.id) from quotes o where o.person_id = q.person_id and o.statement_id = q.statement_id) as next
    from quotes q
    join quotes f on f.id = q.statement_id
    where q.statement_id is not null and f.person_id is not q.person_id;
update quotes set statement_id = (select next from parted where parted.id = quotes.id) where id in (select id from parted);
drop table parted;
