-- The archive: sources and their communities, articles, what people said in them, dated events, and the words to find them by.
-- Times are Unix milliseconds UTC; days are days since 1970-01-01; shares (confidence, weight) are thousandths.
-- Spans are UTF-16 code units counted from the start of the paragraph they name.

create table communities (
    id integer primary key,
    name text not null,
    added_at bigint not null
);

-- The operator's default set, which every community sees.
insert into communities (id, name, added_at) values (1, 'everyone', 0);

create table sources (
    id integer primary key,
    name text not null,
    -- Case and accents folded, to look the name up by any part of it.
    search_name text not null,
    article_count bigint not null default 0,
    added_at bigint not null
);

create table community_sources (
    community_id bigint not null references communities (id),
    source_id bigint not null references sources (id),
    primary key (community_id, source_id)
) without rowid;

create index community_sources_by_source on community_sources (source_id);

-- How many places of each publication day were given away; see articles.place and quotes.id.
create table days (
    day integer primary key,
    articles bigint not null,
    quotes bigint not null
);

create table articles (
    id integer primary key,
    source_id bigint not null references sources (id),
    -- What makes two readings the same article within a source.
    key text not null,
    -- Row of article_words. Ordered by publication day, the newest first, so that a range of days is a range of rows.
    place bigint not null unique,
    title text not null,
    address text,
    author text,
    language text,
    published_at bigint not null,
    published_is_stated boolean not null,
    added_at bigint not null,
    revision bigint not null,
    -- SHA-256 of the text, in hexadecimal.
    hash text not null,
    -- Sentences of the summary: paragraph, start, end; parted by blanks.
    summary text not null,
    -- The quotes of an article are numbered one after another, so that they need no index.
    first_quote bigint not null,
    quote_count bigint not null,
    unique (key, source_id)
);

create index articles_by_source on articles (source_id, published_at);
create index articles_by_time on articles (published_at);

-- The text of an article is its paragraphs joined by line breaks.
create table paragraphs (
    article_id bigint not null references articles (id),
    number bigint not null,
    -- First 8 bytes of the SHA-256 of the text: a quote is shown only while its paragraph still has this hash.
    hash bigint not null,
    text text not null,
    primary key (article_id, number)
) without rowid;

-- What an article said before its text was changed.
create table old_revisions (
    article_id bigint not null references articles (id),
    revision bigint not null,
    title text not null,
    text text not null,
    published_at bigint not null,
    replaced_at bigint not null,
    primary key (article_id, revision)
);

create table persons (
    id integer primary key,
    -- Identity across articles.
    key text not null unique,
    slug text not null unique,
    name text not null
);

-- Forms of a name as printed, by source: a community learns only the forms that its own sources print.
create table person_names (
    person_id bigint not null references persons (id),
    source_id bigint not null references sources (id),
    name text not null,
    times bigint not null,
    primary key (person_id, source_id, name)
) without rowid;

-- What may be typed for a person; kind says how good such a match is.
create table person_keys (
    key text not null,
    kind bigint not null,
    person_id bigint not null references persons (id),
    primary key (key, kind, person_id)
) without rowid;

create index person_keys_by_person on person_keys (person_id);

-- Runs of three letters of each word in person_keys: finds the words that a misspelt one may mean.
create table word_grams (
    gram text not null,
    word text not null,
    primary key (gram, word)
) without rowid;

-- Counts of each person in each source, kept with every article stored or removed, so that a card needs no counting.
create table person_sources (
    person_id bigint not null references persons (id),
    source_id bigint not null references sources (id),
    articles bigint not null,
    mentions bigint not null,
    quotes bigint not null,
    possible bigint not null,
    primary key (person_id, source_id)
) without rowid;

create table mentions (
    article_id bigint not null references articles (id),
    person_id bigint not null,
    times bigint not null,
    quotes bigint not null,
    possible bigint not null,
    primary key (article_id, person_id)
) without rowid;

create table person_roles (
    person_id bigint not null references persons (id),
    published_at bigint not null,
    article_id bigint not null,
    text text not null,
    source_id bigint not null,
    primary key (person_id, published_at, article_id, text)
) without rowid;

create table quotes (
    -- Row of quote_words. Ordered by publication day as articles.place is.
    id integer primary key,
    article_id bigint not null,
    source_id bigint not null,
    published_at bigint not null,
    paragraph bigint not null,
    last_paragraph bigint not null,
    span_start bigint not null,
    span_end bigint not null,
    -- First 8 bytes of the SHA-256 of the words.
    hash bigint not null,
    kind bigint not null,
    -- Spans counted from span_start: start, end, start, end …; parted by blanks.
    pieces text not null,
    verbatim text not null,
    cue_start bigint,
    cue_end bigint,
    speaker_kind bigint not null,
    mention_start bigint,
    mention_end bigint,
    -- The words that name a speaker who is no person of the archive.
    speaker text,
    person_id bigint references persons (id),
    floating boolean not null,
    via_start bigint,
    via_end bigint,
    confidence bigint not null,
    shown boolean not null
);

create index quotes_by_person on quotes (person_id, shown, published_at desc, source_id desc, kind) where person_id is not null;

create table events (
    article_id bigint not null references articles (id),
    number bigint not null,
    paragraph bigint not null,
    sentence_start bigint not null,
    sentence_end bigint not null,
    expression_start bigint not null,
    expression_end bigint not null,
    from_day bigint not null,
    to_day bigint not null,
    precision bigint not null,
    rule text not null,
    planned boolean not null,
    weight bigint not null,
    primary key (article_id, number)
) without rowid;

-- The events whose sentence names a person or stands in a paragraph with the person's quote.
create table event_people (
    person_id bigint not null references persons (id),
    weight bigint not null,
    article_id bigint not null,
    number bigint not null,
    from_day bigint not null,
    to_day bigint not null,
    source_id bigint not null,
    primary key (person_id, weight, article_id, number),
    foreign key (article_id, number) references events (article_id, number)
) without rowid;

-- Words only: the texts stand in paragraphs. tags holds s<source> and p<person>, so that the index itself
-- can pass over what a community may not see.
create virtual table article_words using fts5 (
    title, text, tags, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

create virtual table quote_words using fts5 (
    said, tags, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
