-- A day on which what is due was not looked for is made up: each run stands beside backups and drills.
alter table safekeeping drop constraint safekeeping_kind_check;
alter table safekeeping add constraint safekeeping_kind_check check (kind in ('backup', 'drill', 'retention'));
