-- What several said together stands once for each of them, one after the other: 0 said by one, else the place in the list, from 1. A reading by article or by words
-- takes the first alone.
alter table quotes add column shared bigint not null default 0;
