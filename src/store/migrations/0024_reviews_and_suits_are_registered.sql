-- 行政复议、行政诉讼 over acts of disclosure; table 四 is counted from these rows.
create table appeal (
  agency_id uuid not null references agency (id),
  id uuid not null,
  -- Null where it is about no application kept here.
  application_id uuid,
  -- The case that the decision ordered.
  reopened_id uuid,
  kind text not null,
  procedure text,
  accepted_on date not null,
  copy_received_on date,
  replied_on date,
  hearing_on date,
  disposition text,
  -- Column of table 四 that the disposition counts in.
  result text,
  ended_on date,
  costs integer,
  demonstration boolean not null default false,
  -- Organ, numbers of documents, appellant, grounds, what was learnt: sealed under the key of its own.
  wrapped_key bytea,
  sealed_facts bytea not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (agency_id, id)
);
create index appeal_counting on appeal (agency_id, accepted_on) include (ended_on, kind, result);
create index appeal_by_application on appeal (agency_id, application_id) where application_id is not null;
create index appeal_open on appeal (agency_id, id) where ended_on is null;
