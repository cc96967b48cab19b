-- Whoever has a matter is told of its last day once at each step before it. A day that moves is another one, and so is the
-- next person: both are told anew. `matter` is the path to it, `step` the working days before the day, or overdue.
create table work_reminder (
  agency_id uuid not null references agency (id),
  account_id uuid not null references account (id),
  matter text not null,
  due date not null,
  step text not null,
  told_at timestamptz not null,
  primary key (agency_id, account_id, matter, due, step)
);
create index work_reminder_old on work_reminder (told_at);
