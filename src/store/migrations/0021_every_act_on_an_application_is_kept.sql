-- Appended by each act, never changed. What the act brought with it (reasons, proofs, whom) is sealed under the case's key.

create table application_event (
  agency_id uuid not null,
  application_id uuid not null,
  number smallint not null,
  act text not null,
  "on" date not null,
  phase_from text not null,
  phase_to text not null,
  -- In which part it was done, and by which account; null for the applicant and the program.
  actor text not null,
  account_id uuid,
  at timestamptz not null,
  core text,
  basis jsonb,
  sealed_facts bytea,
  primary key (agency_id, application_id, number),
  foreign key (agency_id, application_id) references application (agency_id, id)
);

-- The last number given of a series (登记编号, 发文字号) in a year. Its row is locked until the transaction ends, so that
-- no committed number is given twice and none is left out.
create table application_number (
  agency_id uuid not null references agency (id),
  series text not null,
  year smallint not null,
  last integer not null,
  primary key (agency_id, series, year)
);
