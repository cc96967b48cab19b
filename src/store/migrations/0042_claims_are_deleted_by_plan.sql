-- Claims that stand by themselves hold personal data too: they go by the same lists as cases, proposed and confirmed by others.

create table destruction_claim (
  agency_id uuid not null,
  destruction_id uuid not null,
  claim_id uuid not null,
  -- The day it was answered.
  counted_from date not null,
  years smallint not null,
  primary key (agency_id, destruction_id, claim_id),
  foreign key (agency_id, destruction_id) references destruction (agency_id, id),
  foreign key (agency_id, claim_id) references claim (agency_id, id)
);
create index claim_kept on claim (agency_id, answered_on) where application_id is null and wrapped_key is not null;
