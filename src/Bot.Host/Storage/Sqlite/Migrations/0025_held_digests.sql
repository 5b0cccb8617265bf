-- Who was told that a digest is held: its community's admins with an answer, and the one who ordered it in private. What was told before it was held
-- this time does not count.
alter table subscriptions add column admins_told_at bigint;
alter table subscriptions add column maker_told_at bigint;

create index subscriptions_held on subscriptions (standing_since) where standing = 2;
