-- Reminders and chases: who was reminded of what, what people chose, what an area lets the worker do by itself, and the history of targets.

create table reminder (
  local_area_id uuid not null,
  case_id uuid not null,
  clock_id text not null,
  about text not null,
  run int not null,
  recipient_id uuid not null,
  step int not null,
  person_id uuid references person (id),
  organisation_id uuid references organisation (id),
  due_on date not null,
  recorded_at timestamptz not null,
  outgoing_id uuid,
  not_sent_because text check (not_sent_because in ('not-wanted', 'no-way', 'in-digest')),
  primary key (local_area_id, case_id, clock_id, about, run, recipient_id, step),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((outgoing_id is null) <> (not_sent_because is null)),
  check ((person_id is null) <> (organisation_id is null))
);
comment on table reminder is 'Who was reminded of which clock at which step: the key is what makes each reminder go once, whatever crashes or runs twice';
comment on column reminder.recipient_id is 'The person or the organisation: whichever of the two columns is filled';
comment on column reminder.step is 'Days before the last day: 7, 0 on the day itself, -1 when it has passed';
comment on column reminder.due_on is 'The last day as it was when the reminder was made';
comment on column reminder.not_sent_because is 'not-wanted: they chose so. no-way: no channel that is safe for them. in-digest: told in the day''s summary';
create index reminder_by_outgoing on reminder (local_area_id, outgoing_id) where outgoing_id is not null;

create table reminder_step (
  local_area_id uuid not null,
  case_id uuid not null,
  clock_id text not null,
  about text not null,
  run int not null,
  step int not null,
  settled_at timestamptz not null,
  primary key (local_area_id, case_id, clock_id, about, run, step),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table reminder_step is 'A step of a clock at which everybody was reminded who should be: what finds due reminders leaves the clock out until its next step';

create table digest (
  local_area_id uuid not null references local_area (id),
  person_id uuid not null references person (id),
  on_day date not null,
  outgoing_id uuid,
  counts jsonb not null,
  recorded_at timestamptz not null,
  primary key (local_area_id, person_id, on_day)
);
comment on table digest is 'The summary of a day''s work that one officer or manager was sent: counts alone, once a working day';
comment on column digest.outgoing_id is 'Null when there was nothing to say or they did not want it';

create table reminder_choice (
  person_id uuid primary key references person (id),
  channel text not null check (channel in ('email', 'text', 'hub')),
  kinds_off text[] not null default '{}',
  chosen_at timestamptz not null
);
comment on table reminder_choice is 'How a person wants to be told that something waits, and of which kinds they want no reminder; letters always come';

create table automatic_chase (
  local_area_id uuid not null references local_area (id),
  kind text not null check (kind in ('advice', 'views', 'consultation', 'plan')),
  changed_at timestamptz not null,
  is_on boolean not null,
  reason text not null,
  changed_by uuid not null references person (id),
  primary key (local_area_id, kind, changed_at)
);
comment on table automatic_chase is 'Whether an area lets the worker chase what others owe, by kind: the newest row holds, and without one it does';

create table clock_target_change (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  clock_id text not null,
  from_on date not null,
  kind text not null,
  count int,
  reason text not null,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id)
);
comment on table clock_target_change is 'Every target that an area ever set, also one that was set again for the same day before it held; only grows';
create index clock_target_change_by_clock on clock_target_change (local_area_id, clock_id, recorded_at);

alter table consultation add column chased_at timestamptz[] not null default '{}';
comment on column consultation.chased_at is 'When the setting was reminded that its answer is late';

alter table outgoing add column by_day boolean not null default false;
comment on column outgoing.by_day is 'The program sends it by itself: it leaves between eight in the morning and eight in the evening';
create index outgoing_waiting on outgoing (queued_at) where state = 'queued' and channel in ('email', 'text');

-- What was reminded and chased, the latest first, without going through every fact of an area.
create index fact_reminding on fact (local_area_id, recorded_at desc) where type in ('reminder-sent', 'advice-chased', 'consultation-chased', 'delivery-chased');
