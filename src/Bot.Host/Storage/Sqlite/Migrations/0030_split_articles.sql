-- An article that was split off is that of one outlet, whatever others are called and however that one calls itself later.

-- In the place of source_name, which is only known of an outlet that is gone: it has another number when it comes again.
alter table split_rules add column source_id bigint references sources (id);

-- Where several outlets of the name have the article, or none has, the name stays.
update split_rules
set source_id = (
    select case when count(*) = 1 then max(s.id) end
    from sources s
    join articles a on a.source_id = s.id
    where s.search_name = split_rules.source_name and a.key = split_rules.article_key)
where article_key is not null;
update split_rules set source_name = null where source_id is not null;
