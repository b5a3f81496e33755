-- Checking, issuing and delivering the final plan.

create table plan_check_run (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  status text not null check (status in ('draft', 'final')),
  may_go boolean not null,
  findings jsonb not null,
  run_by uuid references person (id),
  run_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table plan_check_run is 'A recorded check of the plan: who ran it, when, what it found and what was released';
create index plan_check_run_by_case on plan_check_run (local_area_id, case_id, run_at);

alter table plan_version add column document jsonb;
comment on column plan_version.document is 'The printed document as issued: the web page, PDF, Word and large print are all made from it';
alter table plan_version add column summary_document jsonb;
comment on column plan_version.summary_document is 'The one-page summary as issued';
alter table plan_version add column pdf_problem text;
comment on column plan_version.pdf_problem is 'Why no PDF could be made when the plan was issued; the web page and the Word file have the same words';

alter table delivery add column role text not null default '';
comment on column delivery.role is 'In what role this recipient gets the plan';
alter table delivery add column is_owed boolean not null default false;
comment on column delivery.is_owed is 'Whether the law itself says that they are sent the plan';
alter table delivery add column line_ids uuid[] not null default '{}';
comment on column delivery.line_ids is 'Lines of the plan that this recipient delivers or checks';
alter table delivery add column by_post boolean not null default false;
comment on column delivery.by_post is 'Sent on paper: it cannot be seen to be opened and is not chased';

create table delivery_left_out (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version_id uuid not null,
  person_id uuid references person (id),
  organisation_id uuid references organisation (id),
  name text not null,
  role text not null,
  reason text not null,
  decided_by uuid references person (id),
  decided_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table delivery_left_out is 'Somebody who would get the final plan and does not, why, and who decided it: they have no sight of this version';
create index delivery_left_out_by_case on delivery_left_out (local_area_id, case_id);
