-- Asking for an assessment, deciding on it, and the letters that follow.

create table request_draft (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  journey text not null,
  started_by uuid references person (id),
  return_code_hash text,
  answers jsonb not null default '{}',
  started_at timestamptz not null,
  saved_at timestamptz not null,
  sent_at timestamptz,
  case_id uuid,
  primary key (local_area_id, id)
);
comment on table request_draft is 'Answers of a request being written: save and return, with or without an account';
comment on column request_draft.return_code_hash is 'How somebody without an account comes back; only a hash is kept';
create index request_draft_by_person on request_draft (started_by);

create table request (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  made_by text not null,
  made_by_name text not null,
  made_by_person_id uuid references person (id),
  made_by_organisation_id uuid references organisation (id),
  channel text not null,
  received_on date not null,
  answers jsonb not null,
  recorded_by uuid references person (id),
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table request is 'A request for an EHC needs assessment, or a child brought to the area''s attention, as received';
create index request_by_case on request (local_area_id, case_id);

create table possible_duplicate (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  other_case_id uuid not null,
  score int not null,
  alike text[] not null,
  found_at timestamptz not null,
  decision text check (decision in ('same-child', 'different-children')),
  decided_by uuid references person (id),
  decided_at timestamptz,
  reason text,
  primary key (local_area_id, id),
  unique (local_area_id, case_id, other_case_id)
);
comment on table possible_duplicate is 'Two cases that may be one child; a person decides, nothing is merged by itself';

create table panel_item (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  question text not null check (question in ('assess', 'issue')),
  panel_on date not null,
  members text[] not null,
  conflicts text,
  advice text not null,
  reasons text not null,
  conditions text,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table panel_item is 'What a panel advised on a case; a panel advises, a named person with delegated power decides';

create table decision (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  question text not null check (question in ('assess', 'issue')),
  outcome text not null,
  decided_on date not null,
  decided_by uuid not null references person (id),
  test_answers jsonb not null,
  reasons text not null,
  panel_item_id uuid,
  notice_id uuid,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table decision is 'A decision with the legal test as answered and its reasons';
