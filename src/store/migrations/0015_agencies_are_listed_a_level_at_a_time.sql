-- A level of the tree, page by page: what stands directly under an agency, or at the top.
create index agency_children on agency (superior_id, level, slug);
drop index agency_by_superior;
