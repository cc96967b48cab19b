-- Papers of a review or a suit: sealed under the key of the appeal, so that they go with it.
create table appeal_file (
  agency_id uuid not null,
  id uuid not null,
  appeal_id uuid not null,
  kind text not null,
  sealed_name bytea not null,
  media_type text not null,
  sha256 text not null,
  stored_as text not null,
  bytes integer not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, appeal_id) references appeal (agency_id, id)
);
create index appeal_file_by_appeal on appeal_file (agency_id, appeal_id);
create index appeal_file_by_place on appeal_file (stored_as);
