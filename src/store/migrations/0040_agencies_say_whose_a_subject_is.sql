-- Words of subjects, kept by an agency: which it answers for itself, which another agency or a public enterprise has (第五十五条).
-- An applicant is told before sending (第三十六条第（五）项); nobody is refused by them.

create table agency_subject (
  agency_id uuid not null references agency (id),
  id uuid not null,
  word text not null,
  holder text not null check (holder in ('own', 'agency', 'enterprise')),
  -- Who has it, and how to reach them; null where it is the agency itself.
  name text,
  contact text,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (agency_id, id),
  check ((holder = 'own') = (name is null))
);
create unique index agency_subject_word on agency_subject (agency_id, word);
