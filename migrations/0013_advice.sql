-- What asking for advice and giving it needs beyond 0004: who wrote down what for whom, saves that came too late, and the
-- answer to a family that asks for somebody's advice.

alter table advice_request add column enclosures_left_out text;
alter table advice_request add column ended_reason text;
comment on column advice_request.enclosures_left_out is 'Why a representation of the family is not enclosed (reg 6(3)); empty when all are';
comment on column advice_request.ended_reason is 'Why the request was withdrawn';

alter table advice add column registration text;
alter table advice add column organisation_name text;
alter table advice add column begun_by uuid references person (id);
alter table advice add column begun_at timestamptz;
alter table advice add column recorded_by uuid references person (id);
alter table advice add column channel text;
alter table advice add column contact_method text;
alter table advice add column way text check (way in ('type', 'paste', 'file'));
alter table advice add column rating jsonb;
comment on column advice.begun_by is 'Who began it: working advice is seen by its author, its service and whoever began it';
comment on column advice.recorded_by is 'Staff who wrote it down for its author: by phone, through an interpreter';
comment on column advice.channel is 'How it reached the council when not through the hub: phone, interpreter, letter';
comment on column advice.contact_method is 'How the author last saw the child';
comment on column advice.way is 'How the report was handed in: typed into the template, pasted whole, or as a file';
comment on column advice.rating is 'Short yes-or-no rating when it was accepted, for the service''s own lead';
create index advice_by_request on advice (local_area_id, advice_request_id);

create table advice_kept_save (
  local_area_id uuid not null,
  id uuid not null,
  advice_id uuid not null,
  based_on int not null,
  answers jsonb not null,
  report_text text not null,
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  settled_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, advice_id) references advice (local_area_id, id)
);
comment on table advice_kept_save is 'A save of working advice that read an older version: not taken, and not lost';
create index advice_kept_save_by_advice on advice_kept_save (local_area_id, advice_id);

create table family_advice_request (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  who text not null,
  is_reasonable boolean not null,
  reasons text not null,
  answered_by uuid references person (id),
  answered_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table family_advice_request is 'Somebody whom the family asked the council to ask (reg 6(1)(h)), and the yes or no with its reasons';

alter table advice_line add column worded_at timestamptz;
comment on column advice_line.worded_at is 'When a person confirmed its wording and amounts; until then the fields are empty';
