-- Copies of the working document that left as Word files, so that a file that was edited outside is known when it comes back: by hidden
-- marks in it, and by the words that stood in each paragraph.

create table working_copy (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  no integer not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  whose uuid references person (id),
  paragraphs jsonb not null,
  lines jsonb not null,
  sha256 text not null,
  primary key (local_area_id, id),
  unique (local_area_id, plan_id, no),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id)
);
comment on table working_copy is 'A working document that left as a Word file: its paragraphs in order with their hidden marks, and the revision of each line; only grows';
comment on column working_copy.whose is 'The one person whose requests stand in it; absent: of everybody whom the maker may read';
comment on column working_copy.lines is 'By line: the revision, the section and the words of the line as the maker had them';
comment on column working_copy.sha256 is 'The Word file, as it was kept';

create table brought_back (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  working_copy_id uuid,
  document_id uuid not null,
  brought_by uuid not null references person (id),
  brought_at timestamptz not null,
  on_behalf_of uuid references person (id),
  channel text not null,
  found jsonb not null,
  missing text[] not null,
  has_marks boolean not null,
  done_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id),
  foreign key (local_area_id, document_id) references document (local_area_id, id),
  foreign key (local_area_id, working_copy_id) references working_copy (local_area_id, id)
);
comment on table brought_back is 'A Word file that came back: what it asks for, line by line, until somebody has looked through it';
comment on column brought_back.working_copy_id is 'The copy it was made from; absent: it was compared with the plan as its bringer reads it';
comment on column brought_back.found is 'The differences as they were read; what becomes of each is in proposal';
comment on column brought_back.done_at is 'When the bringer ended looking through it; until then it waits for them';
create index brought_back_waiting on brought_back (local_area_id, case_id, brought_by) where done_at is null;

-- The council's, and whoever made it, brought it, or whose words it holds: one parent's copy is not the other's.
select protect('working_copy', of_the_council() || ' or made_by = (select hub_person()) or whose = (select hub_person())', of_a_case());
select protect('brought_back', of_the_council() || ' or brought_by = (select hub_person())', of_a_case());
