-- Sources of the open web: what is visited and when, what was recognised, who follows it; filters, communities and their audit.

-- 0 files, 1 feed, 2 sitemap, 3 page.
alter table sources add column kind bigint not null default 0;
-- What is visited. One source for all communities that follow it.
alter table sources add column address text;

create unique index sources_by_address on sources (address) where address is not null;

-- How a source is visited. Every column is written in the transaction that stores what the visit brought.
create table source_visits (
    source_id integer primary key references sources (id),
    -- Null when it is visited no more.
    due_at bigint,
    leased_until bigint not null default 0,
    -- Byte for byte as the server sent them.
    etag text,
    last_modified text,
    -- SHA-256 of the last document, in hexadecimal.
    document_hash text,
    visited_at bigint,
    succeeded_at bigint,
    -- When it was last asked without validators; guards against a server that answers "not modified" for ever.
    asked_whole_at bigint,
    failures bigint not null default 0,
    last_failure bigint,
    -- A move for good that was seen, since when and how often in a row; the address is rewritten only after several visits.
    moved_to text,
    moved_since bigint,
    moves_seen bigint not null default 0,
    -- How long the source itself asks to be left alone between visits, in milliseconds.
    rest bigint,
    -- Hours and days in UTC that it asks to be left alone in, a bit each from the lowest and from Sunday.
    skipped_hours bigint not null default 0,
    skipped_days bigint not null default 0,
    -- How many items its last document held.
    items_offered bigint not null default 0,
    doubt bigint,
    doubt_since bigint,
    -- Visits in a row that gave reason to doubt.
    doubts bigint not null default 0,
    is_gone boolean not null default 0,
    -- New items of a day, so that a flood is seen.
    new_day bigint not null default 0,
    new_items bigint not null default 0,
    left_out bigint not null default 0
);

create index source_visits_due on source_visits (due_at) where due_at is not null;

-- What was recognised of each item, so that it is known again by its identity, its address or its text.
create table source_items (
    source_id bigint not null references sources (id),
    -- First 8 bytes of the SHA-256 of its identity, of a canonical address of it, or of its words: a row for each, so that one look finds any.
    item bigint not null,
    -- 0 identity, 1 address, 2 words.
    known_by bigint not null,
    article_id bigint,
    -- First 8 bytes of the SHA-256 of what the item itself said.
    said bigint not null,
    seen_at bigint not null,
    -- How often its page may still be tried.
    page_tries bigint not null default 0,
    primary key (source_id, item)
) without rowid;

create index source_items_by_article on source_items (article_id) where article_id is not null;
create index source_items_owed on source_items (source_id, seen_at) where page_tries > 0;

-- Hosts that asked to be left alone, all sources of them.
create table host_rests (
    host text primary key,
    until bigint not null
) without rowid;

-- The publisher took it back.
alter table articles add column withdrawn_at bigint;

-- As this community named the source; who added it and when; since when it takes nothing new of it.
alter table community_sources add column name text;
-- Folded like sources.search_name.
alter table community_sources add column search_name text;
alter table community_sources add column added_by text not null default '';
alter table community_sources add column added_at bigint not null default 0;
alter table community_sources add column paused_at bigint;

alter table communities add column platform text not null default '';
alter table communities add column chat text not null default '';
-- 1 served, 2 waiting for approval, 3 blocked.
alter table communities add column standing bigint not null default 1;
-- Null for the usual limit.
alter table communities add column most_sources bigint;
-- Additions of a day, an import counting as one.
alter table communities add column additions_day bigint not null default 0;
alter table communities add column additions bigint not null default 0;

create unique index communities_by_chat on communities (platform, chat) where chat <> '';

create table filters (
    id integer primary key,
    community_id bigint not null references communities (id),
    -- Null for all sources.
    source_id bigint references sources (id),
    includes boolean not null,
    -- 1 words, 2 person, 3 regular expression.
    kind bigint not null,
    text text not null,
    made_by text not null,
    made_at bigint not null
);

create index filters_by_community on filters (community_id);

-- Articles that a community is not told of, and because of what: a filter, null where no including one let it through, 0 where the source was paused.
create table hidden_articles (
    community_id bigint not null references communities (id),
    article_id bigint not null references articles (id),
    filter_id bigint,
    primary key (community_id, article_id)
) without rowid;

create index hidden_articles_by_article on hidden_articles (article_id);

create table changes (
    id integer primary key,
    community_id bigint not null references communities (id),
    kind bigint not null,
    object text not null,
    became text,
    made_by text not null,
    made_at bigint not null
);

create index changes_by_community on changes (community_id);

-- What the admins of a community should be told once of a source.
create table source_notices (
    community_id bigint not null references communities (id),
    source_id bigint not null references sources (id),
    doubt bigint,
    is_gone boolean not null,
    seen_at bigint not null,
    told_at bigint,
    primary key (community_id, source_id, seen_at)
) without rowid;
