-- The clocks of every case as they fold from its facts: a cache for lists to sort and count, and the targets that areas set themselves.
-- Nothing in it depends on today: an open limit is late when due_on < today, and that is asked when it is read.

create table clock (
  local_area_id uuid not null,
  case_id uuid not null,
  clock_id text not null,
  about text not null,
  run int not null default 1,
  scope text not null,
  nature text not null check (nature in ('limit', 'window', 'floor', 'duty')),
  standing text not null check (standing in ('law', 'guidance', 'planning')),
  owed_by text not null,
  owed_organisation_id uuid references organisation (id),
  owed_person_id uuid references person (id),
  started_on date not null,
  started_by int not null,
  target_on date,
  due_on date,
  met_on date,
  met_by int,
  overtaken_on date,
  overtaken_by int,
  excused_by text,
  was_late boolean not null default false,
  late_before_correction boolean not null default false,
  is_open boolean not null generated always as (met_on is null and overtaken_by is null and excused_by is null) stored,
  primary key (local_area_id, case_id, clock_id, about, run),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table clock is 'Cache: each duty of a case with its days, folded from the facts by domain/clocks; rebuilt by golden-thread rebuild-tracks';
comment on column clock.clock_id is 'As docs/law has it: ASMT-10; with its step where an id has several limits: ORD-01/final';
comment on column clock.about is 'What it is about: the id that the facts gave (an advice request, a consultation), or the kind of thing and its number';
comment on column clock.run is 'Counts from 1 when a clock runs several times about one thing';
comment on column clock.owed_organisation_id is 'Whose list it is on, where it is not the council''s: the body or setting that was asked';
comment on column clock.started_by is 'The seq of the fact that started it; -1 for the day of birth. So too met_by and overtaken_by';
comment on column clock.excused_by is 'The reason that disapplies the limit, as its regulation has it (A to D, M, O, V)';
comment on column clock.was_late is 'It ended past its day with nothing to excuse it. Of an open clock this is always false: compare due_on with today';
comment on column clock.late_before_correction is 'A breach that stood when a correction was recorded: it stays counted, whatever the corrected dates say';
create index clock_open_by_due on clock (local_area_id, due_on) where is_open;
create index clock_open_of_organisation on clock (owed_organisation_id, due_on) where is_open;
create index clock_open_of_person on clock (owed_person_id, due_on) where is_open;

create table clock_target (
  local_area_id uuid not null references local_area (id),
  clock_id text not null,
  from_on date not null,
  kind text not null check (kind in ('days-before', 'days-after-start', 'working-day')),
  count int check ((kind = 'working-day') = (count is null)),
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, clock_id, from_on)
);
comment on table clock_target is 'The target an area sets itself beside a legal date, for clocks that start on or after from_on; without a row the record''s own target holds';

alter table case_file add column clocks_seq int;
alter table case_file add column clocks_refused jsonb;
comment on column case_file.clocks_seq is 'The clocks are folded from the facts up to this one; null when they never were';
comment on column case_file.clocks_refused is 'Why the clocks could not be folded from the newest facts (facts that contradict each other): the last good ones stay';
create index case_file_clocks_refused on case_file (local_area_id) where clocks_refused is not null;

-- What today's work is found by, besides the clocks: a list goes by these and not through every case.
create index message_from_family on message (local_area_id, case_id, with_person_id, sent_at) where from_family;
create index message_from_council on message (local_area_id, case_id, with_person_id, sent_at) where not from_family;
create index advice_to_read on advice (local_area_id, case_id) where state = 'given';
create index proposal_to_answer on proposal (local_area_id, plan_id) where decision is null;
create index wish_to_answer on wish (local_area_id, case_id) where answered_at is null;
