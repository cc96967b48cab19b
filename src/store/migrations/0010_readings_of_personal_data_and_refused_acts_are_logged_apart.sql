-- Beside the record of acts: who read personal data and why, and which acts were refused. Only appended by our code.
-- It is not chained row by row, because it must be possible to delete it when its time has run out; each day of it is
-- sealed by its count and hash in the record of acts (event of kind access.sealed).

create table access_log (
  agency_id uuid not null references agency (id),
  id uuid not null,
  at timestamptz not null,
  -- The account's id; system or terminal where no person is known.
  actor text not null,
  -- What was done or refused: application.read and the like.
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  -- Why personal data was read.
  purpose text,
  -- The refusal's code; null where the act was done.
  refused text,
  primary key (agency_id, id)
);
create index access_log_by_day on access_log (agency_id, at, id);
create index access_log_by_actor on access_log (agency_id, actor, at, id);
create index access_log_by_subject on access_log (agency_id, subject_id, at, id) where subject_id is not null;

create index event_by_day on event (agency_id, at, id);
create index event_by_actor on event (agency_id, actor, at, id);
create index event_by_subject on event (agency_id, subject_id, at, id) where subject_id is not null;
create index event_access_seals on event (agency_id, at) where kind = 'access.sealed';
