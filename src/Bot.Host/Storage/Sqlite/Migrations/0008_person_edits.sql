-- What operators decided about people, and what articles said of them before, so that a decision also holds for articles that come later
-- and can be taken back exactly.

create table person_edits (
    id integer primary key,
    kind bigint not null,
    -- Merged: who became part of another. Split: from whom. Renamed, noted: whom.
    person_id bigint not null references persons (id),
    -- Merged: into whom. Split: the new person.
    other_id bigint references persons (id),
    -- The words before and after: a name, a note; of a split which articles it takes.
    was text,
    became text,
    slug_was text,
    slug_became text,
    community_id bigint not null,
    made_by text not null,
    made_at bigint not null,
    undone_by text,
    undone_at bigint
);

create index person_edits_by_person on person_edits (person_id);
create index person_edits_by_other on person_edits (other_id);

-- Which articles an operator gave to a new person: those of an outlet, those whose role holds a word, single ones.
create table split_rules (
    edit_id bigint not null references person_edits (id),
    source_id bigint,
    article_key text,
    role text
);

create index split_rules_by_edit on split_rules (edit_id);

-- Into whom somebody was merged; the person whose card shows what articles say of this one, null for itself.
alter table persons add column merged_into bigint references persons (id);
alter table persons add column card_id bigint references persons (id);
alter table persons add column note text;
-- Whether found_names holds this one's names.
alter table persons add column is_edited boolean not null default 0;

create index persons_by_card on persons (card_id) where card_id is not null;

-- Slugs that people had before they were renamed.
create table old_slugs (
    slug text not null,
    person_id bigint not null references persons (id),
    primary key (slug, person_id)
) without rowid;

-- What an article says of somebody, where that counts as another person or together with somebody else.
create table found_people (
    article_id bigint not null references articles (id),
    -- As whom the name was read.
    found_as bigint not null,
    -- The splits that took it since, the latest last; parted by blanks.
    splits text not null,
    -- Whom it means after those splits.
    identity_id bigint not null,
    -- On whose card it stands.
    person_id bigint not null,
    times bigint not null,
    quotes text not null,
    events text not null,
    -- JSON.
    roles text not null,
    primary key (article_id, found_as, splits)
) without rowid;

create index found_people_by_person on found_people (person_id);

-- As person_names, before merges: whose card shows a form is decided by identity_id.
create table found_names (
    found_as bigint not null,
    splits text not null,
    source_id bigint not null,
    name text not null,
    identity_id bigint not null,
    times bigint not null,
    primary key (found_as, splits, source_id, name)
) without rowid;

create index found_names_by_identity on found_names (identity_id);
