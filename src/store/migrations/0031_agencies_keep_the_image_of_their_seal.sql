-- The image that letters bear over signature and date. Anybody who has it can make a letter look sealed: it is encrypted
-- under a key of its own. A row is never changed but for its last day, so that a letter sent keeps the seal it was sent with.
create table seal_image (
  agency_id uuid not null references agency (id),
  id uuid not null,
  from_on date not null,
  -- Its last day; null while no end is known.
  to_on date,
  side integer not null,
  bytes integer not null,
  -- Of the image as it is kept.
  image_hash text not null,
  wrapped_key bytea not null,
  sealed_image bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (agency_id, id),
  check (to_on is null or to_on >= from_on)
);
create index seal_image_by_day on seal_image (agency_id, from_on desc, added_at desc);
