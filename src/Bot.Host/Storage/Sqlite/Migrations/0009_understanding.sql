-- Which understanding read an article: those of an older one are read again.

alter table articles add column understanding bigint not null default 0;

create index articles_by_understanding on articles (understanding, published_at, id);
