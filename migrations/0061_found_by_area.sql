-- A council's own bodies, which every list of its team looks for: without this all the settings of a country were gone through.
create index organisation_of_area on organisation (local_area_id, kind) where local_area_id is not null;

-- Open clocks of an area by their names: the register of reviews asks for ten of them, of which four in five rows have long ended.
create index clock_open_of_area on clock (local_area_id, clock_id, due_on) where is_open;

-- What somebody has written, on their own page.
create index advice_by_author on advice (author_person_id) where author_person_id is not null;
