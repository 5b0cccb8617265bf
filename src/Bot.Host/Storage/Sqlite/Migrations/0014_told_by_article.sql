-- An article that is taken out takes along that it was told: its number may become another's.
create index told_articles_by_article on told_articles (article_id);
