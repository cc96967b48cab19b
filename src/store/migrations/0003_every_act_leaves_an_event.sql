-- Appended by every command in its transaction, never changed but for the seal: number and hash are given later,
-- an agency at a time, so that writers hold no common lock. No personal data stands in facts.

create table event (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  subject_id uuid,
  actor text not null,
  at timestamptz not null,
  facts jsonb not null,
  seq bigint,
  previous_hash bytea,
  hash bytea,
  primary key (agency_id, id),
  unique (agency_id, seq),
  check ((seq is null) = (hash is null))
);
create index event_unsealed on event (agency_id, id) where seq is null;
