-- Words of scripts that part no words by blanks, or that the engine splits at their vowel signs, are indexed anew:
-- indexed_words gives the words as the program reads them.

create temporary table foreign_texts as
select a.id, a.place
from articles a
where indexed_words(a.title) <> a.title
    or exists (select 1 from paragraphs p where p.article_id = a.id and indexed_words(p.text) <> p.text);

delete from article_words where rowid in (select place from foreign_texts);

insert into article_words (rowid, title, text, tags)
select a.place, indexed_words(a.title),
    (select group_concat(indexed_words(p.text), ' ') from paragraphs p where p.article_id = a.id),
    's' || a.source_id || coalesce((select ' ' || group_concat('p' || m.person_id, ' ') from mentions m where m.article_id = a.id), '')
from articles a
where a.id in (select id from foreign_texts);

delete from quote_words where rowid in (select q.id from quotes q where q.article_id in (select id from foreign_texts));

-- A quote over several paragraphs is found by all their words.
insert into quote_words (rowid, said, tags)
select q.id,
    (select group_concat(
            indexed_words(case when q.last_paragraph = q.paragraph then substr(p.text, q.span_start + 1, q.span_end - q.span_start) else p.text end), ' ')
        from paragraphs p
        where p.article_id = q.article_id and p.number between q.paragraph and q.last_paragraph),
    's' || q.source_id || coalesce(' p' || q.person_id, '')
from quotes q
where q.article_id in (select id from foreign_texts);

update sources set search_name = indexed_words(name) where indexed_words(name) <> name;

drop table foreign_texts;
