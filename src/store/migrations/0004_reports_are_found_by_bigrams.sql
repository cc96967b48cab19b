-- The tokens are made by the app (NFKC, lower case, bigrams); content is the same text for the recheck by LIKE.

create table report_search (
  agency_id uuid not null,
  report_id uuid not null,
  year smallint not null,
  tokens tsvector not null,
  title text not null,
  content text not null,
  primary key (agency_id, report_id),
  foreign key (agency_id, report_id) references annual_report (agency_id, id)
);
create index report_search_tokens on report_search using gin (tokens) with (fastupdate = off);
create index report_search_newest on report_search (year desc, report_id desc);
-- How common a bigram is, is asked of the planner's statistics: enough of them to know every common one.
alter table report_search alter column tokens set statistics 1000;
