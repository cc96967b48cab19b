-- Reference tables: read by every agency, so they carry no agency_id and stay whole when the rest is distributed.

create table agency (
  id uuid primary key,
  -- A government's division code; a department's division code and short name; else x- and a hash.
  slug text not null unique,
  division_code text,
  name text not null,
  kind text not null,
  -- 1 state, 2 province, 3 city, 4 county, 5 township
  level smallint not null check (level between 1 and 5),
  superior_id uuid references agency (id),
  -- May it make 规章 (立法法第九十一条、第九十三条)?
  makes_regulations boolean not null,
  contacts jsonb not null,
  -- An invented agency, seeded on the first start.
  demonstration boolean not null,
  valid_from date,
  valid_to date,
  successor_id uuid references agency (id),
  created_at timestamptz not null
);
create index agency_by_name on agency (name, kind);
create index agency_by_superior on agency (superior_id);

create table agency_search (
  agency_id uuid primary key references agency (id),
  tokens tsvector not null,
  content text not null
);
create index agency_search_tokens on agency_search using gin (tokens) with (fastupdate = off);
