-- The check of a plan that is amended (SEND Regulations 2014, regs 22, 28) asks what the check of a final plan asks, and is kept as its own.

alter table plan_check_run drop constraint plan_check_run_status_check;
alter table plan_check_run add constraint plan_check_run_status_check check (status in ('draft', 'final', 'amended'));
