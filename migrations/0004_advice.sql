-- Asking for advice, giving it, and the lines marked in its words.

create table advice_request (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  item text not null,
  kind text not null,
  asked_person_id uuid references person (id),
  asked_organisation_id uuid references organisation (id),
  note text,
  document_ids uuid[] not null default '{}',
  sent_on date not null,
  received_on date,
  due_on date,
  chased_at timestamptz[] not null default '{}',
  state text not null check (state in ('asked', 'received', 'given', 'returned', 'accepted', 'reused', 'excused', 'withdrawn')),
  excused_reason text,
  excused_by uuid references person (id),
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table advice_request is 'One ask under regulation 6(1): of whom, what they were shown, when it is due';
comment on column advice_request.due_on is 'Six weeks from receipt by the body asked (reg 8(1)); counted from sending until receipt is confirmed';
create index advice_request_by_case on advice_request (local_area_id, case_id);
create index advice_request_by_person on advice_request (asked_person_id, due_on);
create index advice_request_by_organisation on advice_request (asked_organisation_id, due_on);

create table advice (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  advice_request_id uuid,
  item text not null,
  kind text not null,
  author_person_id uuid references person (id),
  author_name text not null,
  author_role text not null,
  organisation_id uuid references organisation (id),
  dated date,
  contact_with_child_on date,
  known_to_service boolean,
  method text,
  supporter text,
  answers jsonb not null default '{}',
  report_text text not null default '',
  report_blocks jsonb not null default '[]',
  document_id uuid,
  state text not null check (state in ('working', 'given', 'returned', 'accepted')),
  version int not null default 1,
  given_at timestamptz,
  returned_at timestamptz,
  return_reasons text,
  is_earlier boolean not null default false,
  reuse_agreed jsonb,
  not_for text[] not null default '{}',
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table advice is 'Advice and views as received: the words are kept as the author gave them';
comment on column advice.version is 'Goes up with each save of working advice; a save that read an older one is refused and kept';
comment on column advice.not_for is 'Parts on the case that must not see it, by the author''s or family''s wish';
create index advice_by_case on advice (local_area_id, case_id);

create table advice_line (
  local_area_id uuid not null,
  id uuid not null,
  advice_id uuid not null,
  kind text not null,
  section text not null,
  position int not null,
  text text not null,
  fields jsonb not null default '{}',
  quote text not null,
  quote_start int not null,
  quote_end int not null,
  marked_by uuid references person (id),
  marked_at timestamptz not null,
  disposition text check (disposition in ('used', 'merged', 'not-used', 'ask-author', 'disagree')),
  disposition_line_id uuid,
  disposition_reason text,
  disposition_by uuid references person (id),
  disposition_at timestamptz,
  removed_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, advice_id) references advice (local_area_id, id)
);
comment on table advice_line is 'A need, outcome, provision or view marked in a report, with its exact words and their place';
create index advice_line_by_advice on advice_line (local_area_id, advice_id);

create table term_to_keep_out (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  term text not null,
  kind text not null,
  why text not null,
  keep_from text[] not null default '{}',
  noted_by uuid references person (id),
  noted_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table term_to_keep_out is 'A name or words that must not reach the plan, or one reader''s copy, and why';
