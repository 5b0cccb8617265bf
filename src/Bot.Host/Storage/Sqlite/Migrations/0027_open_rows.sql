-- What is open is found among all that was ever posted without reading that.

-- With the state in it, else the index of all messages of a channel counts as no worse.
drop index deliveries_open;
create index deliveries_open on deliveries (channel_id, id, state) where state in (1, 2);
create index deliveries_sending on deliveries (id) where state = 2;

-- What ended in the last day, and what is old enough to be taken out.
create index deliveries_by_end on deliveries (ended_at) where ended_at is not null;
create index slots_by_end on slots (settled_at) where settled_at is not null;

-- What points at a slot that is taken out.
create index slots_by_merge on slots (merged_into) where merged_into is not null;
create index corrections_by_slot on corrections (told_slot_id) where told_slot_id is not null;
