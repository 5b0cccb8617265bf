-- What digests of the last days show, and what was wrong with it, so that it can be put right in what was posted.

-- The message in whose place this text is put; null for a message of its own. No reference: a message that is sent again gets another number.
alter table deliveries add column edits bigint;

create index deliveries_edits on deliveries (edits) where edits is not null and state = 1;

-- Once for all channels that were shown the same.
create table shown_digests (
    id integer primary key,
    -- SHA-256 of language and reply, in hexadecimal.
    hash text not null unique,
    composed_at bigint not null,
    language text not null,
    -- JSON of the reply.
    reply text not null
);

alter table slots add column shown_id bigint references shown_digests (id);

create index slots_by_shown on slots (shown_id) where shown_id is not null;

create index shown_digests_by_time on shown_digests (composed_at);

create table shown_items (
    shown_id bigint not null references shown_digests (id),
    -- Index of the block in the reply.
    line bigint not null,
    number bigint not null,
    -- 1 article, 2 sentence, 3 quote.
    kind bigint not null,
    article_id bigint not null references articles (id),
    -- The first 24 bits of the SHA-256 of a quote; -1 for what is none.
    words bigint not null,
    -- The sentence; of a quote the speaker as it is shown.
    text text not null,
    outlet text not null
);

create index shown_items_by_digest on shown_items (shown_id);
create index shown_items_by_article on shown_items (article_id);

-- Shown articles of which something changed since they were last compared with what was posted; the count tells whether it changed again.
create table changed_articles (
    article_id integer primary key references articles (id),
    change bigint not null
);

create table corrections (
    id integer primary key,
    channel_id bigint not null references channels (id),
    composed_at bigint not null,
    number bigint not null,
    -- 1 quote gone, 2 speaker unknown, 3 other speaker, 4 withdrawn, 5 changed.
    kind bigint not null,
    was text not null,
    became text not null,
    -- The digest that told it; null while none did.
    told_slot_id bigint references slots (id)
);

create index corrections_by_channel on corrections (channel_id, composed_at);
