-- An applicant may choose to hear by e-mail that something happened; the address stands sealed in the form alone. Nobody is
-- told who did not choose it. One row for each act told of, under the agency that acted.

alter table application add column tells boolean not null default false;

create table applicant_mail (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  act text not null,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'none')),
  tries smallint not null default 0,
  after timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create index applicant_mail_waiting on applicant_mail (after) where state = 'waiting';
create index applicant_mail_by_application on applicant_mail (agency_id, application_id);
