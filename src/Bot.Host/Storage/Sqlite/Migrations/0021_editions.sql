-- What was told, and why: written down once for all channels that were told the same, however many they are.
create table editions (
    id integer primary key,
    -- SHA-256 of what it tells and why, in hexadecimal.
    hash text not null unique,
    made_at bigint not null,
    -- Every story that it might have told, as JSON, those that it tells first; null when it is too old to be asked for.
    choices text
);

-- The articles of each story that it tells, so that the next one tells only what is new.
create table edition_articles (
    edition_id bigint not null references editions (id),
    story_id bigint not null,
    article_id bigint not null,
    primary key (edition_id, story_id, article_id)
) without rowid;

-- An article that is taken out takes along that it was told: its number may become another's.
create index edition_articles_by_article on edition_articles (article_id);

alter table slots add column edition_id bigint references editions (id);

insert into editions (hash, made_at) select 'slot ' || slot_id, min(told_at) from told_articles group by slot_id;
update slots set edition_id = (select e.id from editions e where e.hash = 'slot ' || slots.id);
insert into edition_articles (edition_id, story_id, article_id)
select distinct e.id, t.story_id, t.article_id from told_articles t join editions e on e.hash = 'slot ' || t.slot_id;
drop table told_articles;

create index slots_by_edition on slots (edition_id) where edition_id is not null;
