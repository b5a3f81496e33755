-- What changes or ends a plan outside a review: ceasing (CFA 2014 s.45; SEND Regulations 2014, regs 29 to 31), reassessment (s.44(2), (3);
-- regs 23 to 27), and what a Tribunal ordered, a mediation agreed or the council conceded (regs 42 to 45), with the words that a working
-- document must then say to the letter. Days and steps are facts of the ledger; here is what somebody typed.

create table plan_ceasing (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  why text not null,
  considered_by uuid not null references person (id),
  considered_at timestamptz not null,
  family_said text,
  setting_said text,
  consulted_by uuid references person (id),
  answers jsonb,
  reasons text,
  decided_by uuid references person (id),
  decided_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((decided_at is null) = (decided_by is null))
);
comment on table plan_ceasing is 'A ceasing that was considered: why, what the family and the setting said, and the decision with its reasons; emptied of the decision when that is taken back';
comment on column plan_ceasing.why is 'As told to the family when it was consulted (reg 31(1))';
comment on column plan_ceasing.answers is 'The answers to the test of s.45(1) to (3), by question';
create index plan_ceasing_by_case on plan_ceasing (local_area_id, case_id);

create table reassessment (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  asked_by text not null,
  asked_by_name text,
  why text not null,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  answers jsonb,
  reasons text,
  decided_by uuid references person (id),
  decided_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((decided_at is null) = (decided_by is null))
);
comment on table reassessment is 'A new assessment that was asked for, or that the council began by itself: why, and the decision with its reasons';
comment on column reassessment.asked_by is 'parent, young-person, setting or health-body (s.44(2)); council where it decided by itself (s.44(3))';
create index reassessment_by_case on reassessment (local_area_id, case_id);

create table ordered_change (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  review_id uuid,
  source text not null check (source in ('order', 'concession', 'mediation')),
  kind text,
  made_on date not null,
  words text,
  document_id uuid,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  foreign key (local_area_id, document_id) references document (local_area_id, id)
);
comment on table ordered_change is 'An order of the Tribunal, an agreement in mediation or a concession, with its operative words and the document itself; only grows';
comment on column ordered_change.review_id is 'The amendment that it began; a ReviewId of the ledger';
create index ordered_change_by_case on ordered_change (local_area_id, case_id);
create trigger ordered_change_only_grows before update or delete on ordered_change for each row execute function refuse_change_of_ledger();

create table locked_wording (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  review_id uuid not null,
  change_id uuid not null,
  source text not null check (source in ('order', 'concession', 'mediation')),
  line_id uuid not null,
  section text not null,
  words text,
  locked_by uuid not null references person (id),
  locked_at timestamptz not null,
  lifted_by uuid references person (id),
  lifted_at timestamptz,
  lift_reason text,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id),
  foreign key (local_area_id, line_id) references plan_line (local_area_id, id),
  foreign key (local_area_id, change_id) references ordered_change (local_area_id, id),
  check ((lifted_at is null) = (lifted_by is null)),
  check ((lifted_at is null) = (lift_reason is null))
);
comment on table locked_wording is 'Words that a line of the working document must say to the letter until the amended plan is issued, because they were ordered or agreed';
comment on column locked_wording.words is 'Exactly; absent: the line is to be taken out and stays out';
comment on column locked_wording.lift_reason is 'Why they were not what was ordered: copied wrongly, or put right by the Tribunal';
create unique index locked_wording_live on locked_wording (local_area_id, line_id, review_id) where lifted_at is null;
create index locked_wording_by_plan on locked_wording (local_area_id, plan_id) where lifted_at is null;

select protect('plan_ceasing', of_a_case('plan-endings'));
-- A family member, a school or the designated officer writes a request and reads none.
select protect('reassessment', of_a_case('plan-endings'), of_a_case());
select protect('ordered_change', of_a_case('plan-endings'));
-- Whoever writes in the working document meets the lock.
select protect('locked_wording', of_a_case('working-draft'));
