-- Every night each area's national return is made and checked; what is wrong becomes work until it is mended (decision 39).

create table return_fault (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  rule text not null,
  severity text not null check (severity in ('error', 'query')),
  block text not null,
  element text not null,
  times int not null check (times > 0),
  because text,
  only_by_survey_day boolean not null,
  since_on date not null,
  seen_in uuid not null,
  mended_on date,
  explanation text,
  explained_by uuid references person (id),
  explained_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((explanation is null) = (explained_at is null)),
  check (explanation is null or severity = 'query')
);
comment on table return_fault is 'What the national return would be sent back for, or asked about, of one case: open until a night no longer finds it';
comment on column return_fault.rule is 'Number of the rule in domain/sen2/rules; its words are read from there';
comment on column return_fault.block is 'Block and element of the return that it is about; an empty element: the block itself';
comment on column return_fault.seen_in is 'The run that found it last: what a later run does not find is mended';
comment on column return_fault.times is 'In how many places of the case the same was found';
comment on column return_fault.because is 'What exactly, in the words of the rule: never a name or a date of birth';
comment on column return_fault.only_by_survey_day is 'Not wrong today, and will be wrong on survey day if nothing changes';
comment on column return_fault.explanation is 'Why a query is right as it stands; kept while the same query stands';
create unique index return_fault_open on return_fault (local_area_id, case_id, rule, block, element) where mended_on is null;
create index return_fault_waiting on return_fault (local_area_id, case_id) where mended_on is null and explained_at is null;

create table return_night (
  local_area_id uuid not null references local_area (id),
  on_day date not null,
  block text not null,
  element text not null,
  counted int not null check (counted >= 0),
  wrong int not null check (wrong >= 0),
  primary key (local_area_id, on_day, block, element)
);
comment on table return_night is 'How often each item of an area’s return was to be given on a night, and how often it was wrong. Counts alone';
comment on column return_night.element is 'Empty: all persons of the return, and how many of them have at least one error';

select protect('return_fault', of_the_council());
select protect('return_night', of_the_council());
