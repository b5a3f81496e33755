-- The rights of the young person: assessments of capacity, what was said of each parent, and the index by which families are found
-- who must be told. Days stand in the facts alone; what holds today is worked out from them when it is asked.

create table capacity_assessment (
  local_area_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  decision text not null,
  about text not null,
  support text not null,
  assessed_by text not null,
  assessor_role text not null,
  reasons text not null,
  evidence text,
  evidence_document_id uuid,
  has_capacity boolean not null,
  appointment_evidence text,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check (evidence is not null or evidence_document_id is not null)
);
comment on table capacity_assessment is 'One assessment of whether a young person can take one decision at one time (Mental Capacity Act 2005, ss.2, 3); rows are only added. Its fact capacity-found has the day, the outcome and who stands in';
comment on column capacity_assessment.decision is 'As domain/rights/decisions.ts names it: capacity is never recorded in general';
comment on column capacity_assessment.about is 'The very decision, in words: "whether her mother may see her plan"';
comment on column capacity_assessment.support is 'All practicable steps that were taken to help the young person decide (s.1(3))';
comment on column capacity_assessment.appointment_evidence is 'The court''s order or the registered power of attorney of who stands in, as it was seen';
create index capacity_assessment_by_case on capacity_assessment (local_area_id, case_id);

create table permission_said (
  local_area_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  parent_id uuid not null references person (id),
  how text not null check (how in ('hub', 'phone', 'in-person', 'letter', 'email', 'interpreter')),
  words text,
  evidence_document_id uuid,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table permission_said is 'How a young person said what one parent may see and do, and how they were asked; rows are only added. Its fact has the day and what was said';
comment on column permission_said.words is 'How the young person was asked and helped to answer, where an officer wrote it down; never shown to a parent';
create index permission_said_by_case on permission_said (local_area_id, case_id);

create index fact_of_rights on fact (local_area_id, case_id, type)
  where type in ('rights-notice-given', 'rights-reminder-sent', 'capacity-doubted', 'capacity-found', 'permission-given', 'permission-narrowed', 'permission-ended', 'permission-refused');
