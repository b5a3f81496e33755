-- Reviews planned for every plan: the lists that go to each body each term, who convenes for the council where a child goes to no
-- setting, what a setting teaches, who moves to the next phase in a year, and consultations of many children at once.

create table review_list (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('setting', 'health', 'social-care')),
  term_starts_on date not null,
  term_ends_on date not null,
  made_at timestamptz not null,
  made_by uuid references person (id),
  reviews int not null,
  outgoing_id uuid,
  received_at timestamptz,
  received_by uuid references person (id),
  primary key (local_area_id, id),
  check ((received_at is null) = (received_by is null))
);
comment on table review_list is 'A list of the reviews due in a term, as it was sent to one body (SEND Code of Practice, chapter 9): once for a body and term';
comment on column review_list.made_by is 'Absent where the worker made it';
comment on column review_list.received_at is 'When somebody of the body said that they have it';
create unique index review_list_once on review_list (local_area_id, organisation_id, term_starts_on);
create index review_list_by_body on review_list (organisation_id, term_starts_on);

create table review_list_row (
  local_area_id uuid not null,
  list_id uuid not null,
  case_id uuid not null,
  reference text not null,
  child_name text not null,
  born_on date not null,
  setting_names text not null,
  kinds text[] not null,
  meeting_by date,
  decision_by date,
  meeting_on date,
  primary key (local_area_id, list_id, case_id),
  foreign key (local_area_id, list_id) references review_list (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table review_list_row is 'A child on a list as it was sent. Health and social care read these: a list may name a child of whom they may open nothing';
create index review_list_row_by_case on review_list_row (local_area_id, case_id);

create table review_convenor (
  local_area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null references person (id),
  named_by uuid references person (id),
  named_at timestamptz not null,
  primary key (local_area_id, case_id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table review_convenor is 'Who convenes a review for the council by name (SEND Regulations 2014 reg 21); without a row, or when they have left, it is the case officer';

create table setting_phase (
  local_area_id uuid not null references local_area (id),
  organisation_id uuid not null references organisation (id),
  phase text not null check (phase in ('early-years', 'infant', 'junior', 'primary', 'middle', 'secondary', 'all-through', 'special', 'post-16')),
  lowest_year int not null,
  highest_year int not null,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, organisation_id),
  check (lowest_year between -4 and 21 and highest_year between lowest_year and 21)
);
comment on table setting_phase is 'Which years a setting teaches, as an area knows it: 0 is Reception. Without a row it is what its type says';

create table phase_transfer (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  year int not null,
  standing text not null check (standing in ('moves', 'stays', 'to-look-at', 'out')),
  kind text,
  because text not null,
  year_group int,
  is_out_of_year boolean not null default false,
  organisation_id uuid references organisation (id),
  transfer_on date,
  strict_on date,
  reason text,
  settled_by uuid references person (id),
  settled_at timestamptz,
  made_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check (standing <> 'moves' or kind is not null)
);
comment on table phase_transfer is 'A child in the cohort of a year, why, and what a person said of it (SEND Regulations 2014 regs 2(1), 18); the days are the clocks PT-01 to PT-04 about this id';
comment on column phase_transfer.organisation_id is 'The setting that they leave; absent where none was on record';
comment on column phase_transfer.strict_on is 'The last lawful day, read strictly; absent for a move between post-16 institutions without a day';
comment on column phase_transfer.settled_by is 'Who put them in or took them out by hand; absent where the worker did';
create unique index phase_transfer_live on phase_transfer (local_area_id, case_id, year) where standing <> 'out';
create index phase_transfer_by_year on phase_transfer (local_area_id, year, standing);
create index phase_transfer_by_case on phase_transfer (local_area_id, case_id);

create table bulk_consultation (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  year int not null,
  organisation_ids uuid[] not null,
  begun_by uuid not null references person (id),
  begun_at timestamptz not null,
  primary key (local_area_id, id)
);
comment on table bulk_consultation is 'One reviewed sending of consultations for several children: each leaves by an act of its own';

create table bulk_consultation_item (
  local_area_id uuid not null,
  id uuid not null,
  bulk_id uuid not null,
  case_id uuid not null,
  organisation_ids uuid[] not null,
  state text not null check (state in ('waiting', 'sent', 'refused')),
  because text,
  settled_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, bulk_id) references bulk_consultation (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((state = 'waiting') = (settled_at is null)),
  check (state <> 'refused' or because is not null)
);
comment on table bulk_consultation_item is 'One child of a bulk sending: its id marks the act, so that going on after a break sends nothing twice';
comment on column bulk_consultation_item.because is 'Why it did not leave, in words for whoever sent it';
create unique index bulk_consultation_item_once on bulk_consultation_item (local_area_id, bulk_id, case_id);

-- What is planned for every plan is found by these, and never by going through every ledger.
create index fact_of_planned_reviews on fact (local_area_id, case_id, seq) where type in ('review-meeting-arranged', 'review-called-off', 'review-meeting-held');
create index child_setting_by_child on child_setting (local_area_id, child_id);
create index fact_of_placement_named on fact (local_area_id, case_id, seq) where type = 'next-placement-named';

-- A body reads the lists that it was sent, and says that it has them. Whose roles: domain/review/list-readers.ts.
create function hub_list_bodies() returns uuid[]
  language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
  as $$ select hub_bodies_of('senco') || hub_bodies_of('health-lead') || hub_bodies_of('social-care-lead') $$;
comment on function hub_list_bodies() is 'The bodies whose lists of reviews the viewer reads';

select protect('review_list', of_the_council() || ' or organisation_id = any ((select hub_list_bodies())::uuid[])');
-- What a setting reads of its list is read by its own pupils, in their cases; the row as it was sent is for those who have no part in the case.
select protect('review_list_row', of_the_council() || $$ or exists (select 1 from review_list up where up.local_area_id = review_list_row.local_area_id and up.id = review_list_row.list_id
  and up.kind <> 'setting' and up.organisation_id = any ((select hub_list_bodies())::uuid[]))$$, of_the_council());
select protect(t::regclass, of_the_council()) from unnest(array['review_convenor', 'setting_phase', 'phase_transfer', 'bulk_consultation', 'bulk_consultation_item']) t;
