-- What the master key of this data is known by, so that another key is noticed before it seals or opens anything. It
-- travels with a backup, which the key never does. One row, of the installation: a reference table.

create table vault_fingerprint (
  one_row boolean primary key default true check (one_row),
  fingerprint bytea not null check (octet_length(fingerprint) = 16),
  first_used_at timestamptz not null
);
