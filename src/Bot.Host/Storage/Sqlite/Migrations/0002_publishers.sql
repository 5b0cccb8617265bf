-- Who owns one or more sources: outlets of one publisher count once. A source belongs with the others whose articles stand under the
-- same registrable domain; without one, with the first source of its very name.

create table publishers (
    id integer primary key,
    name text not null,
    domain text unique
);

alter table sources add column publisher_id bigint references publishers (id);

-- The registrable domain of the addresses of its articles; null before the first, empty when there are several.
alter table sources add column domain text;

create index sources_by_publisher on sources (publisher_id);

update sources
set domain = (
    select case count(distinct publisher_domain(a.address)) when 0 then null when 1 then min(publisher_domain(a.address)) else '' end
    from articles a
    where a.source_id = sources.id);

insert into publishers (name, domain)
select s.name, s.domain
from sources s
where s.id in (select min(id) from sources where domain <> '' group by domain)
order by s.id;

insert into publishers (name)
select s.name
from sources s
where s.id in (select min(id) from sources group by name having max(coalesce(domain, '')) = '')
order by s.id;

update sources
set publisher_id = coalesce(
    (select p.id from publishers p where p.domain = sources.domain),
    (select p.id
     from sources o
     join publishers p on p.domain = o.domain
     where o.name = sources.name
     order by o.id
     limit 1),
    (select p.id from publishers p where p.name = sources.name and p.domain is null));
