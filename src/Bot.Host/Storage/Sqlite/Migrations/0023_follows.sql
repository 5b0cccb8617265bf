-- What channels follow. Each is a subscription without times of its own, so that its posts are slots and messages as those of digests are.
create table follows (
    subscription_id integer primary key references subscriptions (id),
    -- 1 person, 2 topic, 3 story.
    kind bigint not null,
    -- Number of the person or the story; null for words.
    target_id bigint,
    -- The key of the person, since the number of one who was taken out may become another's.
    person_key text,
    -- The words, or the name or headline as it was.
    words text not null,
    every_minutes bigint not null
);
