-- The working document of a plan in force (SEND Regulations 2014, regs 20, 22, 28): what was proposed at which review, with the fields of
-- a line beside its words; and when each line was last found to be still right, and by what.

alter table proposal add column review_id uuid;
alter table proposal add column fields jsonb;
comment on column proposal.review_id is 'The review or amendment at which it was made; a ReviewId of the ledger';
comment on column proposal.fields is 'The fields of the line as proposed (hours, how often, who), beside its words; absent: they stay as they are';
create index proposal_by_review on proposal (local_area_id, plan_id, review_id) where review_id is not null;

create table line_confirmation (
  local_area_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  line_id uuid not null,
  revision integer not null,
  confirmed_on date not null,
  how text not null check (how in ('still-right')),
  review_id uuid,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, plan_id) references plan (local_area_id, id),
  foreign key (local_area_id, line_id) references plan_line (local_area_id, id)
);
comment on table line_confirmation is 'A wording of a line that was found to be still right, on which day and at which review; only grows';
comment on column line_confirmation.recorded_by is 'Absent where the program wrote it down';
create index line_confirmation_by_plan on line_confirmation (local_area_id, plan_id, line_id, confirmed_on desc);
create trigger line_confirmation_only_grows before update or delete on line_confirmation for each row execute function refuse_change_of_ledger();

-- Whoever reads the plan in force may know how old its lines are.
select protect('line_confirmation', of_a_row('line_confirmation', 'plan', 'plan_id'));
