-- The plans that came before: Word files that a council brings in, read into sections, confirmed by a person and then the child's plan.

create table older_plan_batch (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  how text not null check (how in ('page', 'command')),
  brought_by uuid references person (id),
  brought_at timestamptz not null,
  primary key (local_area_id, id)
);
comment on table older_plan_batch is 'One bringing in of older plans: an upload or a run of the command, for its report';
comment on column older_plan_batch.brought_by is 'Absent where the command was run by nobody who has an account';

create table older_plan (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  document_id uuid not null,
  file_name text not null,
  sha256 text not null,
  state text not null default 'waiting' check (state in ('waiting', 'read', 'not-read', 'confirmed', 'earlier', 'set-aside')),
  tries int not null default 0,
  why text,
  facts jsonb not null default '{}',
  pieces jsonb not null default '[]',
  notes jsonb not null default '{}',
  n int not null default 0,
  to_settle int not null default 0,
  standing text not null default 'much' check (standing in ('much', 'a-few', 'settled')),
  brought_at timestamptz not null,
  read_at timestamptz,
  claimed_by uuid references person (id),
  claimed_at timestamptz,
  case_id uuid,
  version_id uuid,
  ended_by uuid references person (id),
  ended_at timestamptz,
  reason text,
  primary key (local_area_id, id),
  foreign key (local_area_id, document_id) references document (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((claimed_by is null) = (claimed_at is null)),
  check (state <> 'confirmed' or (case_id is not null and version_id is not null))
);
comment on table older_plan is 'A plan from before the hub, as it was read: which words belong where, how sure that is, and what became of it';
comment on column older_plan.sha256 is 'Of the bytes as they came: the same file is the same plan, however often it is brought in';
comment on column older_plan.state is 'waiting to be read; read and to be confirmed; not-read: it could not be, and why; confirmed as the plan of a case; earlier: kept with a case as a version before; set-aside';
comment on column older_plan.tries is 'How often its reading was begun: a file that stops the worker is not read for ever';
comment on column older_plan.pieces is 'Every word of the file in pieces, in the order of the file (domain/older-plans/piece.ts)';
comment on column older_plan.n is 'Counts the changes: who saves must have seen the last';
comment on column older_plan.reason is 'Why it was set aside';
comment on column older_plan.to_settle is 'Pieces that wait to be placed or are unsure';
create unique index older_plan_once on older_plan (local_area_id, sha256);
create index older_plan_queue on older_plan (local_area_id, state, to_settle desc);
create index older_plan_to_read on older_plan (id) where state = 'waiting';
create index older_plan_by_case on older_plan (local_area_id, case_id) where case_id is not null;

create table older_plan_file (
  local_area_id uuid not null,
  batch_id uuid not null,
  no int not null,
  file_name text not null,
  outcome text not null check (outcome in ('in', 'known', 'refused')),
  why text,
  older_plan_id uuid,
  primary key (local_area_id, batch_id, no),
  foreign key (local_area_id, batch_id) references older_plan_batch (local_area_id, id),
  foreign key (local_area_id, older_plan_id) references older_plan (local_area_id, id),
  check ((outcome = 'refused') = (older_plan_id is null)),
  check ((outcome = 'refused') = (why is not null))
);
comment on table older_plan_file is 'What came of each file of a batch: came in, was here already, or was not taken, and why';
create index older_plan_file_by_plan on older_plan_file (local_area_id, older_plan_id);

alter table plan add column listed_advice jsonb not null default '[]';
comment on column plan.listed_advice is 'Reports that the plan lists in its section K and the hub does not hold: those of a plan that was brought in';

-- Before it is confirmed it is of no case yet: the council's own work.
select protect(t::regclass, of_the_council()) from unnest(array['older_plan_batch', 'older_plan', 'older_plan_file']) t;
