-- Who there is: local areas, organisations, people and their dated roles; children, their families, needs and addresses.
-- The local area comes first in every key of a child's record. Organisations and people stand outside areas: a school
-- or a therapist works with several, and meets each child through a dated party row.

create table local_area (
  id uuid primary key,
  code text not null unique,
  name text not null,
  council_name text not null,
  officer_title text not null default 'case officer',
  contacts jsonb not null default '{}'
);
comment on table local_area is 'A local area partnership: one council with its health and school partners';
comment on column local_area.officer_title is 'What this council calls the person who looks after a case';
comment on column local_area.contacts is 'Printed in letters: the SEND team, mediation adviser, SENDIASS, disagreement resolution, local offer';

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('council', 'setting', 'nhs-trust', 'icb', 'voluntary', 'other')),
  name text not null,
  service text,
  local_area_id uuid references local_area (id),
  urn text,
  ukprn text,
  ods_code text,
  setting_type text,
  head_name text,
  email text,
  phone text,
  address text[] not null default '{}'
);
comment on table organisation is 'A council service, a setting, an NHS body, a voluntary body';
comment on column organisation.service is 'The service within the body, when the row is one service''s inbox: educational psychology, therapy';
comment on column organisation.local_area_id is 'The area it belongs to by home; it may work with children of any area';
create index organisation_by_name on organisation (lower(name));

create table person (
  id uuid primary key,
  full_name text not null,
  email text,
  phone text,
  profession text,
  registration text,
  can_sign_in boolean not null default false,
  created_at timestamptz not null
);
comment on table person is 'Anyone who acts on the record or belongs to a child: staff, parents, young people with their own account';

create table membership (
  id uuid primary key,
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  role text not null,
  from_on date not null,
  to_on date
);
comment on table membership is 'A person''s dated role in an organisation';
create index membership_by_person on membership (person_id);
create index membership_by_organisation on membership (organisation_id);

create table child (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  person_id uuid references person (id),
  given_name text not null,
  family_name text not null,
  preferred_name text,
  born_on date not null,
  sex text check (sex in ('M', 'F', 'U')),
  ethnicity_code text,
  upn text,
  nhs_number text,
  uln text,
  home_languages text[] not null default '{}',
  communication_mode text,
  year_group_override int,
  hearing_impaired boolean not null default false,
  vision_impaired boolean not null default false,
  primary key (local_area_id, id)
);
comment on table child is 'A child or young person from 0 to 25, in one local area';
comment on column child.person_id is 'Their own account, when they have one';
comment on column child.year_group_override is 'Set when a child is taught outside their own year';
create index child_by_name on child (local_area_id, lower(family_name), lower(given_name));
create index child_by_birth on child (local_area_id, born_on);
create index child_by_person on child (person_id);

create table child_address (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  lines text[] not null,
  postcode text,
  household text not null default 'home',
  is_confidential boolean not null default false,
  from_on date not null,
  to_on date,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table child_address is 'Where a child lives or lived, with dates; never printed in a plan or letter body';
comment on column child_address.is_confidential is 'A refuge or protected address: shown to nobody through ordinary pages';

create table relationship (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  person_id uuid not null references person (id),
  relation text not null,
  has_parental_responsibility boolean not null,
  responsibility_evidence text,
  responsibility_from date,
  responsibility_to date,
  restriction text,
  restriction_evidence text,
  restriction_from date,
  restriction_to date,
  lives_with_child boolean not null default true,
  safe_contact text not null default 'any',
  safe_contact_note text,
  language text,
  needs_interpreter boolean not null default false,
  formats text[] not null default '{}',
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table relationship is 'A person''s tie to a child: parental responsibility with its evidence and dates, restrictions, how to reach them safely';
comment on column relationship.restriction is 'A court order or decision that limits what this person may see or do, in words';
comment on column relationship.safe_contact is 'any, email, phone, post, hub or none: the only channel that may be used';
create index relationship_by_child on relationship (local_area_id, child_id);
create index relationship_by_person on relationship (person_id);

create table communication_need (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  kind text not null,
  detail text,
  from_on date not null,
  to_on date,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table communication_need is 'How a child takes part: symbols, signing, easy read, large print, an interpreter';

create table child_setting (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  organisation_id uuid not null references organisation (id),
  from_on date not null,
  to_on date,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table child_setting is 'Which setting a child attends or attended, with dates';
create index child_setting_by_organisation on child_setting (organisation_id);
