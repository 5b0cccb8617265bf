-- Who wants a digest when, which ones were due, and what became of every message of them.

-- Where digests go. Messages and subscriptions point here, so that a channel that gets another address is rewritten in one place.
create table channels (
    id integer primary key,
    community_id bigint not null references communities (id),
    platform text not null,
    chat text not null,
    channel text not null,
    unique (platform, chat, channel)
);

create index channels_by_community on channels (community_id);

create table subscriptions (
    id integer primary key,
    channel_id bigint not null references channels (id),
    -- By which the channel's admins name it.
    number bigint not null,
    -- Minutes of the day in order, parted by blanks.
    times text not null,
    -- A bit a day of the week, Monday the lowest.
    days bigint not null,
    zone text not null,
    -- Its distance from UTC in minutes when it was last known, for a zone that is known no more.
    zone_offset bigint not null,
    -- Minutes of the day; null without quiet hours.
    quiet_from bigint,
    quiet_to bigint,
    -- From when on its times count, and the number of the first listed one; later and higher with every change.
    valid_from bigint not null,
    first_number bigint not null,
    -- Null when not paused; the last moment of all until somebody resumes.
    paused_until bigint,
    style text not null,
    most bigint,
    topics text,
    includes text,
    excludes text,
    language text not null,
    -- When its slots have to be looked at next; null when that is not known.
    due_at bigint,
    -- Its last planned slot.
    last_day bigint,
    last_number bigint,
    last_due bigint,
    -- When its last digest was composed: the next one tells what came since.
    composed_at bigint,
    -- 1 active, 2 held by the platform, 3 ended.
    standing bigint not null,
    standing_since bigint not null,
    held_for bigint,
    made_by text not null,
    made_at bigint not null,
    unique (channel_id, number)
);

create index subscriptions_due on subscriptions (due_at) where due_at is not null;

-- One due digest: at most one for each listed time of each local day, whatever clock, restart or second host does.
create table slots (
    id integer primary key,
    subscription_id bigint not null references subscriptions (id),
    -- Days since 1970-01-01, in the subscription's zone.
    local_date bigint not null,
    -- Place in the subscription's list of times.
    number bigint not null,
    due_at bigint not null,
    -- 1 planned, 2 composed, 3 sent, 4 merged, 5 skipped, 6 undeliverable, 7 uncertain.
    state bigint not null,
    reason bigint,
    -- The slot whose digest tells what this one would have told.
    merged_into bigint references slots (id),
    settled_at bigint,
    unique (subscription_id, local_date, number)
);

create index slots_planned on slots (subscription_id, due_at) where state = 1;
create index slots_by_subscription on slots (subscription_id, due_at);

create table deliveries (
    id integer primary key,
    channel_id bigint not null references channels (id),
    -- Null for what is not a digest.
    slot_id bigint references slots (id),
    part bigint not null,
    body text not null,
    is_silent boolean not null,
    -- 1 pending, 2 sending, 3 sent, 4 uncertain, 5 undeliverable.
    state bigint not null,
    reason bigint,
    attempts bigint not null default 0,
    not_before bigint not null default 0,
    first_sent_at bigint,
    -- The platform's id of the message.
    message text,
    made_at bigint not null,
    ended_at bigint
);

create index deliveries_open on deliveries (channel_id, id) where state in (1, 2);
create index deliveries_pending on deliveries (id) where state = 1;
create index deliveries_by_slot on deliveries (slot_id, part);
create index deliveries_by_channel on deliveries (channel_id, id);

-- What a channel was told: the articles of each story in a digest, so that the next one tells only what is new.
create table told_articles (
    channel_id bigint not null references channels (id),
    told_at bigint not null,
    story_id bigint not null,
    article_id bigint not null,
    slot_id bigint not null references slots (id),
    primary key (channel_id, told_at, story_id, article_id)
) without rowid;
