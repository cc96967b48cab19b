create index agency_by_successor on agency (successor_id) where successor_id is not null;
