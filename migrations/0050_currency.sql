-- How old the content of a plan is, and what somebody said has changed. Days are kept, never ages: a row is as true tomorrow as today, and
-- lists compare days themselves (domain/currency). See docs/decisions/0031.

create table plan_currency (
  local_area_id uuid not null,
  plan_id uuid not null,
  case_id uuid not null,
  version_id uuid not null,
  issued_on date not null,
  b_on date,
  c_on date,
  d_on date,
  e_on date,
  f_on date,
  g_on date,
  h1_on date,
  h2_on date,
  oldest_on date,
  half_on date,
  line_days date[] not null default '{}',
  need_areas text[] not null default '{}',
  primary key (local_area_id, plan_id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id)
);
comment on table plan_currency is 'When the lines of the plan in force were last confirmed: folded from its issued versions, their reports and what was found to be still right, once at the end of the transaction that changed one of these';
comment on column plan_currency.b_on is 'The day on which the oldest live line of section B was last confirmed; null when it has none. So for the others';
comment on column plan_currency.oldest_on is 'The earliest of B to G (measure A-m11)';
comment on column plan_currency.half_on is 'By which half of the live lines in B to H2 were last confirmed, counted from the newest';
comment on column plan_currency.line_days is 'The day of each live line in B to H2, the newest first: the half-life of an area is worked out from all of them';
comment on column plan_currency.need_areas is 'The broad areas of need that section B names';
create unique index plan_currency_by_case on plan_currency (local_area_id, case_id);
create index plan_currency_by_age on plan_currency (local_area_id, oldest_on);

create table currency_rule (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  rule jsonb not null,
  reason text not null,
  set_by uuid not null references person (id),
  set_at timestamptz not null,
  primary key (local_area_id, id)
);
comment on table currency_rule is 'By which ages an area calls content old, and how soon it answers a change: every rule it ever set, the latest in force; only added to';
create index currency_rule_latest on currency_rule (local_area_id, set_at desc);

create table currency_month (
  local_area_id uuid not null references local_area (id),
  month date not null,
  taken_on date not null,
  green int not null,
  amber int not null,
  red int not null,
  empty int not null,
  not_here int not null,
  oldest_months int,
  half_months int,
  primary key (local_area_id, month)
);
comment on table currency_month is 'How current an area''s plans were when a month began, by the rule of then: counts of plans in force by score (measure A-m10), and medians in whole months (A-m11)';
comment on column currency_month.not_here is 'Plans in force whose words are not in the hub, so that nothing can be said of them';
comment on column currency_month.oldest_months is 'The median over plans of the age of the oldest live line in B to G';
comment on column currency_month.half_months is 'The age by which half of all live lines in B to H2 were last confirmed';

create table change_said (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  said_by uuid not null references person (id),
  on_behalf_of uuid references person (id),
  channel text not null,
  part text not null check (part in ('family', 'professional', 'council')),
  what text not null,
  words text not null,
  since_on date,
  asks_for_review boolean not null,
  document_id uuid,
  said_at timestamptz not null,
  answer_by date not null,
  outcome text check (outcome in ('no-action', 'early-review', 'amend', 'reassess')),
  reasons text,
  review_id uuid,
  answered_by uuid references person (id),
  answered_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((answered_at is null) = (outcome is null) and (answered_at is null) = (answered_by is null) and (answered_at is null) = (reasons is null))
);
comment on table change_said is 'Somebody said that something has changed for a child with a plan, by when the council decides what follows, and what it decided';
comment on column change_said.said_by is 'Who wrote it; staff write down what a family member said on behalf of that person';
comment on column change_said.answer_by is 'The area''s own limit on the day it was said; no law sets one';
comment on column change_said.review_id is 'The amendment that began with the answer';
create index change_said_by_case on change_said (local_area_id, case_id, said_at);
create index change_said_open on change_said (local_area_id, answer_by) where answered_at is null;

select protect('plan_currency', of_a_case('plan-currency'), of_the_council());
select protect('currency_month', of_the_council());
-- What one person said is theirs and the council's: parents who live apart never see each other's words.
select protect('change_said', of_the_council() || $$ or ((said_by = (select hub_person()) or on_behalf_of = (select hub_person()))
  and (local_area_id, case_id) in (select s.local_area_id, s.case_id from hub_cases_for('own-changes') s))$$);
