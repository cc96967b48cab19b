-- 依申请公开. Nothing here tells who applied or what was asked: names, contents and all that people wrote are sealed under
-- the key of the case; destroying wrapped_key deletes them (个人信息保护法第四十七条). No due day is stored: it is reckoned
-- from clock, calendar and day.

create table application (
  agency_id uuid not null references agency (id),
  id uuid not null,
  phase text not null,
  -- Somebody still has to do something: from sending in to the letter that is not closed yet.
  open boolean not null,
  origin text not null,
  -- The case it was split off from, or that review or court ordered anew.
  origin_id uuid,
  applicant_kind text not null,
  channel text not null,
  submitted_on date,
  received_on date,
  -- 登记编号, without a gap within agency and year.
  number text,
  -- What the applicant follows it by; the code beside it is derived from the master key and kept nowhere.
  receipt_number text not null,
  code_version smallint not null default 1,
  -- Made with the form: the same form sent twice is one application.
  submission_key uuid,
  waiting_for text,
  unit text,
  unit_until date,
  -- 首问负责: the first of the office who touched it, and who holds it now. Accounts.
  first_id uuid,
  holder_id uuid,
  opened_at timestamptz,
  acted_at timestamptz not null,
  answer text,
  outcome text,
  ended_on date,
  -- Whether table 三 holds it.
  counted boolean not null,
  demonstration boolean not null default false,
  clock jsonb not null,
  state jsonb not null,
  wrapped_key bytea,
  sealed_state bytea not null,
  sealed_form bytea not null,
  -- Title and masked name, for lists.
  sealed_summary bytea not null,
  name_hash bytea,
  identity_hash bytea,
  phone_hash bytea,
  last_four_hash bytea,
  content_hash bytea,
  primary key (agency_id, id)
);
create index application_open on application (agency_id, id) where open;
create index application_by_phase on application (agency_id, phase, id);
create index application_counting on application (agency_id, received_on)
  include (ended_on, outcome, applicant_kind) where counted;
create index application_by_end on application (agency_id, ended_on) where ended_on is not null;
create unique index application_by_number on application (agency_id, number) where number is not null;
create unique index application_by_submission on application (agency_id, submission_key)
  where submission_key is not null;
create index application_by_receipt on application (receipt_number);
create index application_by_name on application (agency_id, name_hash);
create index application_by_identity on application (agency_id, identity_hash, received_on);
create index application_by_phone on application (agency_id, phone_hash);
create index application_by_last_four on application (agency_id, last_four_hash);
create index application_by_content on application (agency_id, content_hash);
