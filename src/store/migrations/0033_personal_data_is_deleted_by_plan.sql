-- How long an agency keeps what tells of persons in a case that was archived (个人信息保护法第十九条、第四十七条). The newest row
-- of an agency holds; none: the usual years of src/law/retention.ts. Rows are never changed.
create table retention_plan (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- Years that begin with the year after archiving, by kind of case.
  answered smallint not null check (answered >= 5),
  disputed smallint not null check (disputed >= 5),
  ended smallint not null check (ended >= 5),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (agency_id, id)
);

-- A list of cases whose data is due to be deleted: drawn by the program, proposed by one person, confirmed by another.
create table destruction (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- drawn, proposed, done
  status text not null check (status in ('drawn', 'proposed', 'done')),
  drawn_at timestamptz not null,
  proposed_by uuid,
  proposed_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- 销毁清册 as it is downloaded, without anything of a person's, and the hash over its bytes.
  register text,
  register_hash text,
  primary key (agency_id, id)
);
create unique index destruction_open on destruction (agency_id) where status <> 'done';

create table destruction_item (
  agency_id uuid not null,
  destruction_id uuid not null,
  application_id uuid not null,
  kind text not null,
  -- The day it was archived, or the last review or suit over it ended.
  counted_from date not null,
  years smallint not null,
  -- Why it is kept all the same; null: deleted when the list is confirmed.
  held text,
  primary key (agency_id, destruction_id, application_id),
  foreign key (agency_id, destruction_id) references destruction (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create index destruction_item_by_application on destruction_item (agency_id, application_id);

-- Kept by order, whatever the plan says, until it is released.
create table retention_hold (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  reason text not null,
  -- 文号 of what orders it.
  reference text not null,
  held_by uuid not null,
  held_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create unique index retention_hold_open on retention_hold (agency_id, application_id) where released_at is null;

-- Encrypted files of deleted cases that nobody has a key to, until they are taken off the disk. The columns are not named as
-- those of kept files: a backup has no need of them.
create table erased_file (
  agency_id uuid not null references agency (id),
  id uuid not null,
  place text not null,
  primary key (agency_id, id)
);

create index application_kept on application (agency_id, ended_on)
  where phase = 'archived' and wrapped_key is not null;
