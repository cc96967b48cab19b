-- A file of running cases, looked at before it is taken over. Sealed under a key of its own: the row goes away, key and all,
-- when it is taken, given up, replaced, or a day old.
create table takeover_draft (
  agency_id uuid not null references agency (id),
  account_id uuid not null references account (id),
  id uuid not null,
  rows integer not null,
  made_at timestamptz not null,
  wrapped_key bytea not null,
  sealed_file bytea not null,
  primary key (agency_id, account_id)
);
create index takeover_draft_by_age on takeover_draft (made_at);

-- Whether a person's due days can be fetched by a calendar program. The secret of the address is kept nowhere: it is made
-- from the master key, the account and this version; a new version ends the address before.
create table account_calendar (
  account_id uuid primary key references account (id),
  version integer not null,
  active boolean not null,
  changed_at timestamptz not null
);
