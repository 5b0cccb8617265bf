-- Which community the operator approved, blocked or limited: its name may be another's as well, and change. Where several have the name, nobody knows.
alter table changes add column about_community_id bigint;

update changes
set about_community_id = (select m.id from communities m where m.name = changes.object and m.id <> 1)
where kind in (8, 9, 10) and object <> '' and (select count(*) from communities m where m.name = changes.object and m.id <> 1) = 1;

create index changes_by_about on changes (about_community_id) where about_community_id is not null;
