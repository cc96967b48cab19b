-- Reviews and suits over no application of the register hold personal data too: they go by the same lists as cases.

create table destruction_appeal (
  agency_id uuid not null,
  destruction_id uuid not null,
  appeal_id uuid not null,
  -- The day its decision came in.
  counted_from date not null,
  years smallint not null,
  primary key (agency_id, destruction_id, appeal_id),
  foreign key (agency_id, destruction_id) references destruction (agency_id, id),
  foreign key (agency_id, appeal_id) references appeal (agency_id, id)
);
create index appeal_kept on appeal (agency_id, ended_on)
  where application_id is null and reopened_id is null and wrapped_key is not null;
