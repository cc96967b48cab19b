-- People, what they sign in with, and the roles they hold. Reference tables: a person may serve several agencies.
-- Names of columns are those better-auth expects, in snake case.

create table account (
  id uuid primary key,
  -- The name a person signs in with, lower case.
  username text not null unique,
  display_username text,
  name text not null,
  -- better-auth wants an address for each; it is made of the user name and reaches nobody.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- Where notices go, sealed; null where the person wants none.
  mail bytea,
  mail_key bytea,
  must_change_password boolean not null default false,
  password_changed_at timestamptz,
  disabled_at timestamptz,
  demonstration boolean not null default false,
  -- The agency that looks after the account.
  home_agency_id uuid not null references agency (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_by_home on account (home_agency_id, name, id);

create table account_credential (
  id uuid primary key,
  user_id uuid not null references account (id),
  account_id text not null,
  provider_id text not null,
  issuer text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index account_credential_by_user on account_credential (user_id);

create table account_session (
  id uuid primary key,
  user_id uuid not null references account (id),
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_session_by_user on account_session (user_id, created_at);

create table account_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_verification_by_identifier on account_verification (identifier);

create table account_second_factor (
  id uuid primary key,
  user_id uuid not null references account (id),
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index account_second_factor_by_user on account_second_factor (user_id);

-- A code of a second factor counts once, however often it is sent while it is valid.
create table account_code_used (
  account_id uuid not null references account (id),
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (account_id, code_hash)
);

-- Failed signing in, by keyed hash of the name typed and of the address it came from, known or not.
create table sign_in_failure (
  key_hash bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table membership (
  id uuid primary key,
  account_id uuid not null references account (id),
  agency_id uuid not null references agency (id),
  role text not null,
  -- Days, both included; without an end until it is ended.
  valid_from date not null,
  valid_to date,
  -- Whom the person stands in for (代理).
  deputy_of uuid references account (id),
  granted_by text not null,
  granted_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index membership_by_account on membership (account_id);
create index membership_by_agency on membership (agency_id, role);
