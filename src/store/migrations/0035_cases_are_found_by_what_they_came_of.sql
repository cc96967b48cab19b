-- Parts that were split off and answers ordered anew, by the case they began with.

create index application_by_origin on application (agency_id, origin_id) where origin_id is not null;
