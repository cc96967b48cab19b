-- The years of working days that open cases were last reckoned with: a year that comes or changes is told from them, and
-- who holds a case whose due day moves is told. Shipped with the program or loaded here. Of the installation, not of an
-- agency: a reference table.

create table calendar_year (
  year smallint primary key,
  source text not null check (source in ('shipped', 'loaded')),
  content jsonb not null,
  known_at timestamptz not null
);
