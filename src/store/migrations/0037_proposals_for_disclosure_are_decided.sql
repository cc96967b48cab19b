-- 条例第四十四条: what several asked for, or an applicant proposed, may be disclosed to all. Proposed by whoever handled the
-- case, taken up or refused by whoever answers for the office. The reason may name people: it is sealed under the case's key.
create table disclosure_proposal (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  -- How many asked for the same; null for a proposal made before this table was.
  applicants integer,
  -- An applicant proposed it himself.
  suggested boolean,
  proposed_on date not null,
  proposed_by uuid,
  state text not null check (state in ('open', 'takenUp', 'refused')),
  decided_on date,
  decided_by uuid,
  sealed_reason bytea,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id),
  check ((state = 'open') = (decided_on is null))
);
create unique index disclosure_proposal_open on disclosure_proposal (agency_id, application_id) where state = 'open';
create index disclosure_proposal_by_day on disclosure_proposal (agency_id, proposed_on desc, id desc);
create index disclosure_proposal_by_application on disclosure_proposal (agency_id, application_id);

insert into disclosure_proposal (agency_id, id, application_id, proposed_on, proposed_by, state)
select distinct on (agency_id, application_id) agency_id, gen_random_uuid(), application_id, "on", account_id, 'open'
from application_event where act = 'proposeDisclosure' order by agency_id, application_id, number desc;
