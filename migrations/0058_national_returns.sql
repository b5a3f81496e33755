-- The national return (SEN2) as it was made: when, by whom, how many people of which group, and what its check found. The file itself is kept for some days,
-- so that whoever asked for it can take it away; then the line stays and the file is gone.

create table return_made (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  year int not null,
  serial int not null check (serial between 1 and 999),
  survey_day date not null,
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  made_at timestamptz,
  failed_at timestamptz,
  people int,
  groups jsonb,
  errors int,
  queries int,
  rules jsonb,
  sha256 text,
  size int,
  content bytea,
  content_removed_at timestamptz,
  primary key (local_area_id, id),
  unique (local_area_id, year, serial),
  check ((made_at is null) = (sha256 is null)),
  check (made_at is null or (people is not null and groups is not null and errors is not null and queries is not null and rules is not null and size is not null)),
  check (content is null or (made_at is not null and content_removed_at is null))
);
comment on table return_made is 'Each time that the national return of a year was made: how many people are in it, and what its check found';
comment on column return_made.serial is 'Counted for each area and year from 1: the number in the file';
comment on column return_made.asked_by is 'Null when it was written by the command';
comment on column return_made.groups is 'How many requests and plans of each group of the specification';
comment on column return_made.rules is 'How often each rule of the check was broken, by its number';
comment on column return_made.content is 'The file, packed; removed after some days';

-- Of a whole area: for whoever may send the return, and no other.
select protect('return_made', 'local_area_id = any ((select hub_areas_of(''decision-maker''))::uuid[])');
