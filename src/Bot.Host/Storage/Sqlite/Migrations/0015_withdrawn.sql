-- Lists of news leave out what publishers took back, which is little.
create index articles_withdrawn on articles (withdrawn_at) where withdrawn_at is not null;
