-- Coming back to a request that is being written, and the numbers that cases are called by.

alter table request_draft
  add column reference text not null,
  add column made_by text not null,
  add column recording jsonb,
  add column code_number int not null default 1,
  add column code_seen_at timestamptz,
  add unique (local_area_id, reference);
comment on column request_draft.reference is 'What somebody without an account types to come back, with the return code; says nothing by itself';
comment on column request_draft.made_by is 'Who is asking: parent, young-person, school … (the requesters of the domain)';
comment on column request_draft.recording is 'When council staff write down a request that came another way: its channel and the day it was received';
comment on column request_draft.code_number is 'Which return code counts: a new one ends the one before';
comment on column request_draft.code_seen_at is 'When somebody said they had written the code down; it is not shown again';

create table request_draft_browser (
  local_area_id uuid not null,
  request_draft_id uuid not null,
  token_hash text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (local_area_id, request_draft_id, token_hash),
  foreign key (local_area_id, request_draft_id) references request_draft (local_area_id, id)
);
comment on table request_draft_browser is 'Browsers of people without an account that have a request open; only a hash of the cookie is kept';

create table request_return_try (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  reference text not null,
  tried_at timestamptz not null,
  primary key (local_area_id, id)
);
comment on table request_return_try is 'Wrong return codes by the reference typed, existing or not: after several, one must wait';
create index request_return_try_by_reference on request_return_try (local_area_id, reference, tried_at);

create table case_number (
  local_area_id uuid not null references local_area (id),
  year int not null,
  latest int not null,
  primary key (local_area_id, year)
);
comment on table case_number is 'The latest number given to a case in an area and year: W-2026-000123';

create index document_by_request_draft on document (local_area_id, request_draft_id);
