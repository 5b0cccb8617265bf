-- Messages that wait for another try, and whether one of the tries before may have been taken.

-- True when a try before ended without an answer: the message may be there, and only its key keeps another try from posting it again.
alter table deliveries add column is_doubtful boolean not null default false;
-- When not_before was set: a clock that was put back to a time before it makes nobody wait for hours.
alter table deliveries add column put_off_at bigint not null default 0;

-- From now on first_sent_at is when the first of the tries that may have been taken was on its way.
update deliveries set is_doubtful = true where state = 1 and first_sent_at is not null;

create index deliveries_doubtful on deliveries (id) where state = 1 and is_doubtful;
