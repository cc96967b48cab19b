-- A list as somebody wants to see it again: the words of its address, without any that only an applicant is found by.
create table table_view (
  account_id uuid not null references account (id),
  id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  -- What the list shows when it is opened by its bare address; one a list at most.
  opens boolean not null,
  changed_at timestamptz not null,
  primary key (account_id, id)
);
create unique index table_view_by_name on table_view (account_id, list, name);
create unique index table_view_that_opens on table_view (account_id, list) where opens;
