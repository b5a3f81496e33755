-- Opening a child's record in an emergency without a part in the case, and the record of who looked as its officer works with it.

create table break_glass (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null references person (id),
  role text not null,
  organisation_id uuid references organisation (id),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  reason_code text not null,
  words text not null,
  ended_at timestamptz,
  withheld_reason text,
  withheld_by uuid references person (id),
  withheld_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours'),
  check ((withheld_reason is null) = (withheld_by is null) and (withheld_reason is null) = (withheld_at is null))
);
comment on table break_glass is 'A record opened in an emergency: by whom, why, until when, and whether the family may read of it';
comment on column break_glass.withheld_reason is 'Why the access officer keeps it from the family for now (safeguarding); null when the family sees it';
create index break_glass_by_case on break_glass (local_area_id, case_id, opened_at);
create index break_glass_by_person on break_glass (person_id, ends_at);

create table break_glass_review (
  local_area_id uuid not null,
  id uuid not null,
  break_glass_id uuid not null,
  verdict text not null check (verdict in ('right', 'look-into')),
  words text not null,
  reviewed_by uuid not null references person (id),
  reviewed_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, break_glass_id) references break_glass (local_area_id, id)
);
comment on table break_glass_review is 'What the access officer said of an opening in an emergency; a later word stands beside the earlier';
create index break_glass_review_by_opening on break_glass_review (local_area_id, break_glass_id, reviewed_at);

create table unusual_access (
  local_area_id uuid not null,
  id uuid not null,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('many-cases', 'out-of-hours', 'same-name', 'colleague', 'emergency-misses')),
  key text not null,
  case_id uuid,
  from_at timestamptz not null,
  to_at timestamptz not null,
  cases int not null,
  found_at timestamptz not null,
  looked_by uuid references person (id),
  looked_at timestamptz,
  words text,
  primary key (local_area_id, id),
  unique (local_area_id, person_id, kind, key)
);
comment on table unusual_access is 'Looking at records that somebody should ask about: found by the worker, looked into by the access officer';
comment on column unusual_access.key is 'The hour, the day or the case it is about: each is told once';
create index unusual_access_open on unusual_access (local_area_id, found_at);
