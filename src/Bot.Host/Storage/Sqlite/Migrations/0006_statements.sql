-- One statement, many outlets: copies and light rewordings of a quote of one person, printed within some weeks, share a number.
-- Quotes of before are statements of their own until their article is read again.

-- The number of the first quote that was stored of the statement; null while there is no other.
alter table quotes add column statement_id bigint;

-- The words by which the outlet says that it translated, counted from the start of the paragraph as via is.
alter table quotes add column translated_start bigint;
alter table quotes add column translated_end bigint;

-- Which quotes of one day a card opens with: 0 exact words of some length, 1 other words, 2 reported speech, 3 scraps.
-- Of before only the length in letters is known.
alter table quotes add column place bigint not null default 1;

update quotes
set place = case
    when kind = 2 then 2
    when kind = 1 then 1
    when span_end - span_start >= 27 then 0
    when span_end - span_start < 14 then 3
    else 1 end;

drop index quotes_by_person;

create index quotes_by_person on quotes (
    person_id, shown, published_at / 86400000 desc, place, published_at desc, source_id desc, kind, statement_id) where person_id is not null;

create index quotes_in_statements on quotes (person_id, statement_id, shown, published_at, source_id) where statement_id is not null;

-- By which wordings of one statement find each other: the person's number and some bits of two words.
create table statement_keys (
    key bigint not null,
    quote_id bigint not null,
    primary key (key, quote_id)
) without rowid;
