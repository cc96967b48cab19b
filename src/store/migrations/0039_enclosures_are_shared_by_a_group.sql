-- A file that goes out with many answers is kept once, under a key of its own; each case has that key sealed under its own.

alter table application_file add column sealed_key bytea;
create index application_file_by_place on application_file (stored_as);
