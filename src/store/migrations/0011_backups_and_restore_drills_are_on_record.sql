-- Every scheduled backup and restore drill, done or failed. Of the installation, not of an agency: a reference table.

create table safekeeping (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'drill')),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null check (outcome in ('done', 'failed')),
  -- Name of the backup's folder, without its path; null where none was made or found.
  backup text,
  -- Instant of the state that the backup shows.
  shows_at timestamptz,
  rows bigint,
  files bigint,
  bytes bigint,
  -- One sentence for a person.
  message text not null
);
create index safekeeping_newest on safekeeping (kind, started_at desc, id desc);
