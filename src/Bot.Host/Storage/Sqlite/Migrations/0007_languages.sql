-- How many articles a community has in each language is counted from this index alone.
create index articles_by_language on articles (source_id, language);
