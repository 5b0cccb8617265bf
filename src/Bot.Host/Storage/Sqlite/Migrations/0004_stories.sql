-- Stories: which articles tell of one happening, why, and what the decision on the next article rests on.
-- Articles that an earlier program stored have no story until they are read again.

create table story_articles (
    article_id integer primary key references articles (id),
    story_id bigint not null,
    source_id bigint not null,
    published_at bigint not null,
    -- The first of the articles that say nearly the same words; null for an article of its own.
    copy_of bigint,
    -- The words for which it joined, parted by line breaks; empty for the first of a story.
    joined text not null
);

create index story_articles_by_story on story_articles (story_id, published_at);
create index story_articles_by_time on story_articles (published_at, source_id, story_id, copy_of);
create index story_articles_by_copy on story_articles (copy_of) where copy_of is not null;

-- The live window: the articles that were put to stories last, in that order, with what the next one is compared with.
create table story_window (
    number integer primary key,
    article_id bigint not null unique references story_articles (article_id),
    -- Hash and weight of each term.
    terms blob not null,
    -- Min-hash of the text; null where it is too short.
    fingerprint blob
);

-- The numbers to give next, and how often an article was taken out of the window: tells a process that what it holds in memory is old.
create table story_numbers (
    id integer primary key check (id = 1),
    next_story bigint not null,
    next_number bigint not null,
    removals bigint not null
);

insert into story_numbers (id, next_story, next_number, removals) values (1, 1, 1, 0);
