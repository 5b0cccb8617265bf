-- Reasons are remembered for thirty days.
create index editions_by_age on editions (made_at) where choices is not null;
