create table letter (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  -- Which of several letters of one kind: that of an opinion that was asked for.
  ref text,
  -- draft, approved, sent
  status text not null,
  -- 发文字号.
  number text,
  -- Hash over all the addressee will read: text and every enclosure.
  root text,
  dated_on date,
  sent_on date,
  made_by uuid,
  made_at timestamptz not null,
  -- The letter laid out, with every name in it.
  sealed_body bytea not null,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create index letter_by_application on letter (agency_id, application_id, made_at);
create unique index letter_by_number on letter (agency_id, number) where number is not null;

create table delivery (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  letter_id uuid not null,
  method text not null,
  carrier text,
  sent_on date not null,
  proven_at timestamptz,
  sealed_proof bytea,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);
create index delivery_by_application on delivery (agency_id, application_id);

-- Proof of identity, 授权委托书, enclosures, evidence: encrypted under the case's key before they reach the file store, so
-- that neither bytes nor address tell what they are; hmac tells whether two are the same, to whoever has the key.
create table application_file (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  letter_id uuid,
  sealed_name bytea not null,
  media_type text not null,
  hmac bytea not null,
  -- Of what is stored, the encrypted bytes.
  sha256 text not null,
  stored_as text not null,
  bytes integer not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create index application_file_by_application on application_file (agency_id, application_id, added_at);
