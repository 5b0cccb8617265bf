-- Whether articles of before still have to follow a change: a merge of somebody in very many goes on in short transactions, and after a stop.
alter table person_edits add column is_open boolean not null default 0;
