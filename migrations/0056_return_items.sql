-- What the national return (SEN2) asks for and the record had no place for. A null is "nobody has said": the return leaves the item out, and its check says so.

alter table local_area add column authority_number text check (authority_number ~ '^[0-9]{3}$');
alter table local_area add column medical_officer text check (medical_officer in ('Y', 'N', 'R'));
alter table local_area add column clinical_officer text check (clinical_officer in ('Y', 'N', 'R'));
alter table local_area add column social_care_officer text check (social_care_officer in ('Y', 'N', 'R'));
comment on column local_area.authority_number is 'The three digits of the council in national returns';
comment on column local_area.medical_officer is 'Whether the area has a designated medical officer for SEND: Y yes, N no, R is recruiting. So too the clinical and the social care officer';

alter table child add column upn_unknown text check (upn_unknown in ('UN1', 'UN2', 'UN3', 'UN5', 'UN8', 'UN9', 'UN10'));
comment on column child.upn_unknown is 'Why neither UPN nor ULN is known (SEN2 item 1.7c)';

alter table request add column in_youth_accommodation boolean;
comment on column request.in_youth_accommodation is 'In relevant youth accommodation when the request was made (CFA 2014 s.70)';

create table child_need (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  need text not null,
  rank int not null check (rank in (1, 2)),
  from_on date not null,
  to_on date,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id),
  check (to_on is null or to_on >= from_on)
);
comment on table child_need is 'Type of special educational need, with dates: the primary one and at most a secondary one at a time (SEN2 items 5.8a and b)';
comment on column child_need.need is 'A code of the return: ASD, SLCN, SEMH and so on (domain/sen2/code-sets.ts)';
create unique index child_need_open on child_need (local_area_id, child_id, rank) where to_on is null;

-- Where a child is may be no organisation: educated otherwise, or nowhere.
alter table child_setting alter column organisation_id drop not null;
alter table child_setting add column sen_setting text check (sen_setting in ('OLA', 'OPA', 'EHE', 'EYP', 'OTH', 'NEET', 'NIEC', 'NIEO'));
alter table child_setting add column sen_setting_other text;
alter table child_setting add column rank int not null default 1 check (rank in (1, 2));
alter table child_setting add column sen_unit boolean;
alter table child_setting add column resourced boolean;
alter table child_setting add column residential text check (residential in ('A', 'B'));
alter table child_setting add column work_based text check (work_based in ('A', 'T', 'S'));
alter table child_setting add constraint child_setting_is_somewhere check ((organisation_id is null) <> (sen_setting is null));
comment on column child_setting.sen_setting is 'In place of an organisation, a code of the return: educated otherwise, or in no education (SEN2 item 5.7c)';
comment on column child_setting.sen_unit is 'The place is in a SEN unit; so too resourced: in resourced provision';
comment on column child_setting.residential is 'A: 38 to 51 weeks a year, B: 52 weeks; null: not residential';
comment on column child_setting.work_based is 'A: apprenticeship, T: traineeship, S: supported internship; null: none';

create table named_setting (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  rank int not null default 1 check (rank in (1, 2)),
  organisation_id uuid references organisation (id),
  sen_setting text check (sen_setting in ('OLA', 'OPA', 'EHE', 'EYP', 'OTH')),
  sen_setting_other text,
  sen_unit boolean,
  resourced boolean,
  residential text check (residential in ('A', 'B')),
  work_based text check (work_based in ('A', 'T', 'S')),
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id),
  check ((organisation_id is null) <> (sen_setting is null)),
  check (to_on is null or to_on >= from_on)
);
comment on table named_setting is 'What section I of a plan names, with the days on which it was so: written when a plan is issued (SEN2 items 4.2, 4.3 and 4.7)';
create index named_setting_by_plan on named_setting (local_area_id, plan_id);

create table personal_budget (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  is_taken_up boolean not null,
  is_organised boolean,
  direct_payment text check (direct_payment in ('E', 'S', 'H', 'I')),
  from_on date not null,
  to_on date,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id),
  check (is_taken_up or (is_organised is null and direct_payment is null)),
  check (to_on is null or to_on >= from_on)
);
comment on table personal_budget is 'Whether the plan has a personal budget, with dates (CFA 2014 s.49; SEN2 items 4.4a to c)';
comment on column personal_budget.is_organised is 'The council or another arranges what is bought with it: an organised arrangement';
comment on column personal_budget.direct_payment is 'E: for education, S: social care, H: health, I: a mix of these; null: none is paid';
create unique index personal_budget_open on personal_budget (local_area_id, plan_id) where to_on is null;

-- Seen by whoever sees the child or plan; said by the council, which answers for the return.
select protect('child_need', of_a_child('overview'), of_the_council());
select protect('named_setting', of_a_row('named_setting', 'plan', 'plan_id'), of_the_council());
select protect('personal_budget', of_a_row('personal_budget', 'plan', 'plan_id'), of_the_council());
