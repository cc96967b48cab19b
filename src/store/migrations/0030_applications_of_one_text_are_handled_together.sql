-- Applications of one text to one agency, handled together: one act of a person, carried to each of them by a job.

create table application_group (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- The keyed hash of what is asked for, as in application: tells that two are the same, not what they are.
  content_hash bytea not null,
  formed_at timestamptz not null,
  -- Takes in what comes; ends with the last open application in it.
  open boolean not null,
  -- Counted now and then, not with each application: nobody waits for a row that thousands change.
  summary jsonb,
  counted_at timestamptz,
  demonstration boolean not null default false,
  wrapped_key bytea,
  sealed_title bytea not null,
  -- The answer drawn up for all of them.
  sealed_draft bytea,
  primary key (agency_id, id)
);
create unique index application_group_open on application_group (agency_id, content_hash) where open;

-- No foreign key to the group: each application sent in would lock the one row of its group.
alter table application add column group_id uuid;
-- Taken out of its group by a person, to be handled by itself.
alter table application add column alone boolean not null default false;
create index application_by_group on application (agency_id, group_id, id) where group_id is not null;
-- What boards and work lists show one by one, and what may still come into a group.
create index application_single on application (agency_id, content_hash) where open and group_id is null;
drop index application_by_content;
create index application_by_content on application (agency_id, content_hash, id);

-- An act of a person on a group, and how far it has been carried.
create table group_act (
  agency_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  act text not null,
  "on" date not null,
  account_id uuid not null,
  at timestamptz not null,
  -- What it brought with it, under the key of the group.
  sealed_facts bytea not null,
  -- Applications in the group when it was done.
  members integer not null,
  -- The last application looked at; how many it was done to, stood there already, were left out.
  after uuid,
  carried integer not null default 0,
  already integer not null default 0,
  left_out integer not null default 0,
  done_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, group_id) references application_group (agency_id, id)
);
create index group_act_by_group on group_act (agency_id, group_id, id);
create index group_act_open on group_act (id) where done_at is null;

-- Applications that an act was not done to, and why.
create table group_left_out (
  agency_id uuid not null,
  act_id uuid not null,
  application_id uuid not null,
  reason text not null,
  message text not null,
  primary key (agency_id, act_id, application_id),
  foreign key (agency_id, act_id) references group_act (agency_id, id)
);
