-- Business tables: agency_id stands first in every primary key; no foreign key leaves the agency but to reference
-- tables; ids and instants are made by the app.

create table source_file (
  agency_id uuid not null references agency (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  bytes bigint not null,
  stored_as text not null,
  stored_at timestamptz not null,
  primary key (agency_id, sha256)
);

create table annual_report (
  agency_id uuid not null references agency (id),
  id uuid not null,
  year smallint not null check (year between 2008 and 2200),
  -- A corrected report of the same year is the next edition; the earlier ones stay.
  edition smallint not null check (edition >= 1),
  -- current: the one that counts; superseded: a later edition took its place; moved: it was another agency's.
  status text not null check (status in ('current', 'superseded', 'moved')),
  form text check (form in ('2019', '2021', 'pre2019')),
  title text,
  -- The agency's name and kind as the report prints them.
  agency_name text not null,
  agency_kind text not null,
  signed_on date,
  published_on date,
  source_sha256 text not null,
  sections jsonb not null,
  indicators jsonb not null,
  errors integer not null,
  warnings integer not null,
  infos integer not null,
  imported_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, year, edition),
  unique (agency_id, source_sha256),
  foreign key (agency_id, source_sha256) references source_file (agency_id, sha256)
);
create unique index annual_report_one_current on annual_report (agency_id, year) where status = 'current';
create index annual_report_newest on annual_report (year desc, id desc) where status = 'current';
create index annual_report_by_source on annual_report (source_sha256);

create table annual_cell (
  agency_id uuid not null,
  report_id uuid not null,
  -- disclosure.… applications.… appeals.… of the form; S1.2.2 … of the statistics form
  cell text not null,
  value numeric,
  text text not null,
  status text not null check (status in ('read', 'inferred', 'blank', 'absent', 'unreadable')),
  unit text,
  -- Whether the report JSON states a unit at all: money with and without one differs from a count.
  has_unit boolean not null,
  at jsonb,
  primary key (agency_id, report_id, cell),
  foreign key (agency_id, report_id) references annual_report (agency_id, id)
);

create table annual_finding (
  agency_id uuid not null,
  report_id uuid not null,
  number integer not null,
  rule text not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  message text not null,
  cells text[] not null,
  at jsonb,
  related jsonb not null,
  basis jsonb not null,
  fix jsonb,
  suggestions text[] not null,
  primary key (agency_id, report_id, number),
  foreign key (agency_id, report_id) references annual_report (agency_id, id)
);
