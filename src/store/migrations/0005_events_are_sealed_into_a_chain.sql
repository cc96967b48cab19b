-- The head of each agency's chain: the last event sealed, and the last one told to the superior agency's record.

create table event_head (
  agency_id uuid primary key references agency (id),
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  anchored_seq bigint not null,
  anchored_at timestamptz
);
-- What a head once was, as other agencies' records tell it.
create index event_anchors on event (subject_id) where kind = 'audit.anchored';
