-- What a person is told: the kind says what happened, `number` names the matter, `path` leads there. Nothing personal.
create table notice (
  agency_id uuid not null references agency (id),
  id uuid not null,
  account_id uuid not null references account (id),
  kind text not null,
  number text not null,
  path text not null,
  made_at timestamptz not null,
  read_at timestamptz,
  -- none: not wanted by mail; waiting: to be sent, not before mail_after; sent; failed: given up.
  mail text not null check (mail in ('none', 'waiting', 'sent', 'failed')),
  mail_tries smallint not null default 0,
  mail_after timestamptz not null,
  primary key (agency_id, id)
);
create index notice_newest on notice (agency_id, account_id, made_at desc, id desc);
create index notice_unread on notice (agency_id, account_id) where read_at is null;
create index notice_mails on notice (mail_after) where mail = 'waiting';

-- Kinds that a person does not want by mail.
create table notice_unmailed (
  account_id uuid not null references account (id),
  kind text not null,
  primary key (account_id, kind)
);

-- The robot of an agency's group. Its address and secret let anybody write there, so they are sealed.
create table webhook (
  agency_id uuid primary key references agency (id),
  form text not null check (form in ('wecom', 'dingtalk', 'plain')),
  -- For people who look whether it is the right one.
  host text not null,
  address bytea not null,
  secret bytea not null,
  wrapped_key bytea not null,
  changed_by uuid not null references account (id),
  changed_at timestamptz not null
);

create table webhook_post (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  number text not null,
  path text not null,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  tries smallint not null default 0,
  after timestamptz not null,
  -- The last answer of the robot in few words, null where none came yet.
  said text,
  primary key (agency_id, id),
  foreign key (agency_id) references webhook (agency_id) on delete cascade
);
create index webhook_waiting on webhook_post (after) where state = 'waiting';

-- Work that goes to the next person on a day to come.
create table handover (
  agency_id uuid not null references agency (id),
  id uuid not null,
  from_account uuid not null references account (id),
  to_account uuid not null references account (id),
  valid_from date not null,
  done_at timestamptz,
  primary key (agency_id, id)
);
create index handover_waiting on handover (valid_from) where done_at is null;
