-- The plan as lines with identity for life, a revision for each change, links along the thread, and frozen versions.

create table plan (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  first_made_on date,
  started_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table plan is 'A child''s EHC plan from its first draft on';
create unique index plan_by_case on plan (local_area_id, case_id);

create table plan_line (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  latest int not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id)
);
comment on table plan_line is 'A line''s identity; its words are in the revisions. The row is locked to save a revision';
create index plan_line_by_plan on plan_line (local_area_id, plan_id);

create table plan_line_revision (
  local_area_id uuid not null,
  line_id uuid not null,
  n int not null,
  base_n int not null,
  section text not null,
  position int not null,
  text text not null,
  fields jsonb not null,
  is_removed boolean not null default false,
  author_id uuid not null references person (id),
  at timestamptz not null,
  because text,
  primary key (local_area_id, line_id, n),
  foreign key (local_area_id, line_id) references plan_line (local_area_id, id)
);
comment on table plan_line_revision is 'Every wording a line ever had, by whom, when, made from which; only grows';
create trigger plan_line_revision_only_grows before update or delete on plan_line_revision
  for each row execute function refuse_change_of_ledger();

create table plan_line_link (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  from_line_id uuid not null,
  to_line_id uuid not null,
  kind text not null check (kind in ('meets', 'leads-to', 'serves')),
  added_by uuid not null references person (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (local_area_id, id)
);
comment on table plan_line_link is 'The thread: provision meets need, outcome answers need, provision serves outcome';
create unique index plan_line_link_live on plan_line_link (local_area_id, from_line_id, to_line_id, kind) where removed_at is null;
create index plan_line_link_by_plan on plan_line_link (local_area_id, plan_id);

create table plan_line_source (
  local_area_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  advice_id uuid,
  advice_line_id uuid,
  quote text,
  quote_start int,
  quote_end int,
  said_by text,
  said_on date,
  added_by uuid not null references person (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, line_id) references plan_line (local_area_id, id),
  check (advice_id is not null or said_by is not null)
);
comment on table plan_line_source is 'Where a line''s words come from: a place in a report, or who said it and when';
create index plan_line_source_by_line on plan_line_source (local_area_id, line_id);
create index plan_line_source_by_advice_line on plan_line_source (local_area_id, advice_line_id);

create table kept_text (
  local_area_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  base_n int not null,
  text text not null,
  fields jsonb not null,
  author_id uuid not null references person (id),
  kept_at timestamptz not null,
  settled_at timestamptz,
  settled_as text,
  primary key (local_area_id, id),
  foreign key (local_area_id, line_id) references plan_line (local_area_id, id)
);
comment on table kept_text is 'What somebody typed on a line that had moved on meanwhile: shown beside the other until a person settles it';
create index kept_text_open on kept_text (local_area_id, line_id) where settled_at is null;

create table plan_presence (
  local_area_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null references person (id),
  line_id uuid,
  seen_at timestamptz not null,
  primary key (local_area_id, plan_id, person_id)
);
comment on table plan_presence is 'Who has the draft open, and on which line';

create table plan_version (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  no int not null,
  kind text not null check (kind in ('working', 'draft', 'final')),
  label text not null,
  content text not null,
  sha256 text not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null references person (id),
  issued_on date,
  html text,
  pdf_sha256 text,
  docx_sha256 text,
  summary_html text,
  superseded_on date,
  primary key (local_area_id, id),
  unique (local_area_id, plan_id, no),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id)
);
comment on table plan_version is 'A plan frozen as it was read: canonical content, its hash, and the documents printed from it';

create table proposal (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version_id uuid,
  line_id uuid,
  on_revision int,
  section text,
  kind text not null check (kind in ('comment', 'change', 'add', 'remove')),
  text text not null,
  author_id uuid not null references person (id),
  on_behalf_of uuid references person (id),
  channel text not null default 'hub',
  made_at timestamptz not null,
  decision text check (decision in ('accepted', 'declined', 'answered')),
  decision_reason text,
  decided_by uuid references person (id),
  decided_at timestamptz,
  resulting_revision int,
  primary key (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id)
);
comment on table proposal is 'A comment or proposed change on a line, by family, school or adviser, and what was decided and why';
create index proposal_by_plan on proposal (local_area_id, plan_id);

create table wish (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('setting', 'meeting', 'format')),
  organisation_id uuid references organisation (id),
  words text not null,
  by_person_id uuid not null references person (id),
  on_behalf_of uuid references person (id),
  made_at timestamptz not null,
  answer text,
  answered_by uuid references person (id),
  answered_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table wish is 'What the family asked for with the draft: a setting, a meeting, a format or language';

create table consultation (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  document_ids uuid[] not null default '{}',
  asked_for_by_family boolean not null default false,
  sent_on date not null,
  received_on date,
  due_on date not null,
  answers jsonb,
  answered_by uuid references person (id),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table consultation is 'A setting asked whether it can meet the draft plan, what it was shown, and its answer';
create index consultation_by_organisation on consultation (organisation_id);
create index consultation_by_case on consultation (local_area_id, case_id);

create table icb_agreement (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  agreed_by text not null,
  agreed_on date not null,
  note text,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table icb_agreement is 'The health body''s agreement to section G (SEND Regulations 2014, reg 12(2))';

create table check_release (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  check_id text not null,
  about text not null,
  reason text not null,
  released_by uuid not null references person (id),
  released_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table check_release is 'A named manager let a plan go although a check held it, and why; these are counted';

create table delivery (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version_id uuid not null,
  person_id uuid references person (id),
  organisation_id uuid references organisation (id),
  name text not null,
  basis text not null,
  sent_at timestamptz not null,
  opened_at timestamptz,
  opened_by uuid references person (id),
  acknowledged_at timestamptz,
  acknowledged_by uuid references person (id),
  chased_at timestamptz[] not null default '{}',
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table delivery is 'A final plan delivered to somebody who needs it: on what ground, when opened, when chased';
create index delivery_by_person on delivery (person_id);
create index delivery_by_organisation on delivery (organisation_id);
create index delivery_by_case on delivery (local_area_id, case_id);
