-- What admins decided about quotes that are wrong, each for the community, those of the default set for everyone. A quote is known by what
-- was printed, so that the mark holds when the article is read again or comes again.
create table quote_marks (
    community_id bigint not null references communities (id),
    -- Folded. A source that comes again has another number.
    source_name text not null,
    article_key text not null,
    -- As quotes.hash.
    hash bigint not null,
    -- Its first paragraph's hash and its place in it: a program that cuts the quote in another way still meets these words.
    paragraph_hash bigint not null,
    span_start bigint not null,
    span_end bigint not null,
    -- 1 hidden, 2 unresolved.
    mark bigint not null,
    primary key (community_id, source_name, article_key, hash)
) without rowid;

create index quote_marks_by_article on quote_marks (source_name, article_key);

-- The stored quotes that these marks are about.
create table marked_quotes (
    community_id bigint not null references communities (id),
    quote_id bigint not null references quotes (id),
    mark bigint not null,
    primary key (community_id, quote_id)
) without rowid;

create index marked_quotes_by_quote on marked_quotes (quote_id);
