-- A package that is given from hand to hand is locked with a passphrase. What was brought in stays until somebody opens it with the
-- words that the other council tells on the telephone: a wrong word loses nothing.

create table locked_package (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  size int not null,
  brought_by uuid not null references person (id),
  brought_at timestamptz not null,
  opened_at timestamptz,
  arrival_id uuid,
  put_away_at timestamptz,
  put_away_by uuid references person (id),
  primary key (local_area_id, id),
  foreign key (local_area_id, arrival_id) references arrival (local_area_id, id),
  check ((opened_at is null) = (arrival_id is null)),
  check ((put_away_at is null) = (put_away_by is null)),
  check (opened_at is null or put_away_at is null)
);
comment on table locked_package is 'A locked file that an officer brought in from another council; nobody knows whose record it is before it is opened';
comment on column locked_package.put_away_at is 'When somebody said that it will not be opened: a file of something else, or a passphrase that nobody knows';
create index locked_package_waiting on locked_package (local_area_id, brought_at) where opened_at is null and put_away_at is null;

-- As arrivals are: of no case, so for the council's officers who may take a child in, and no other body.
select protect('locked_package', 'local_area_id = any ((select hub_areas_of(''case-officer''))::uuid[]) or local_area_id = any ((select hub_areas_of(''decision-maker''))::uuid[])');

alter table arrival add column ids jsonb;
comment on column arrival.ids is 'Which row here each id of the package is, once the child is taken in: what the other council wrote down goes on with the child, and names here what is sealed here';
