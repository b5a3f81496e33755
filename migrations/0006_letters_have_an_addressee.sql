-- Each parent gets an own copy of a letter, and nobody sees another's.

alter table notice add column to_person_id uuid references person (id);
alter table notice add column to_organisation_id uuid references organisation (id);
alter table notice add column to_name text not null default '';
comment on column notice.to_person_id is 'Whose copy this is; a letter to a body has to_organisation_id instead';
create index notice_by_person on notice (to_person_id);
