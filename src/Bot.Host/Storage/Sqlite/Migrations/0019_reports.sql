-- What members report as wrong: a row a member, until an admin has settled it.
create table reports (
    id integer primary key,
    community_id bigint not null references communities (id),
    article_id bigint not null references articles (id),
    -- The first 24 bits of the SHA-256 of the words; -1 for the article itself.
    words bigint not null,
    -- 1 person, 2 words, 3 date, 4 story.
    kind bigint not null,
    shown text not null,
    made_by text not null,
    made_at bigint not null,
    unique (community_id, article_id, words, kind, made_by)
);

create index reports_by_article on reports (article_id, words);
create index reports_by_maker on reports (made_by, made_at);
