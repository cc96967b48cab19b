-- What somebody asks of an agency over what is held about himself: that a wrong record be put right (条例第四十一条), a copy of
-- his personal data, its deletion (个人信息保护法第四十五条、第四十七条). It is no application and stands in no table of the report.

create table claim (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null check (kind in ('rectification', 'copy', 'deletion')),
  -- The application beside which it came; its key seals the claim, and goes with it. Null: the claim has a key of its own.
  application_id uuid,
  channel text not null,
  received_on date not null,
  receipt_number text not null,
  code_version smallint not null default 1,
  submission_key uuid,
  result text,
  answered_on date,
  answered_by uuid,
  wrapped_key bytea,
  sealed_content bytea not null,
  sealed_answer bytea,
  entered_by uuid,
  at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create index claim_open on claim (agency_id, id) where answered_on is null;
create index claim_by_application on claim (agency_id, application_id) where application_id is not null;
create index claim_by_receipt on claim (receipt_number);
create unique index claim_by_submission on claim (agency_id, submission_key) where submission_key is not null;
-- One of a kind at a time beside an application.
create unique index claim_one_open on claim (agency_id, application_id, kind)
  where answered_on is null and application_id is not null;

create table claim_file (
  agency_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  sealed_name bytea not null,
  media_type text not null,
  sha256 text not null,
  stored_as text not null,
  bytes integer not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, claim_id) references claim (agency_id, id)
);
create index claim_file_by_claim on claim_file (agency_id, claim_id);
create index claim_file_by_place on claim_file (stored_as);
