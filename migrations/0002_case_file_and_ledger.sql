-- The case file and its ledger of facts. Facts are only ever added; tracks are folded from them and cached on the case row.

create table case_file (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  reference text not null,
  case_officer_id uuid references person (id),
  opened_at timestamptz not null,
  stage text not null,
  tracks jsonb not null default '{}',
  received_on date,
  folded_seq int not null default 0,
  primary key (local_area_id, id),
  unique (local_area_id, reference),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table case_file is 'One child in one local area, for as long as the area is concerned with the child';
comment on column case_file.stage is 'Cache: the process track folded from the facts up to folded_seq';
create index case_file_by_stage on case_file (local_area_id, stage);
create index case_file_by_officer on case_file (case_officer_id);
create index case_file_by_child on case_file (local_area_id, child_id);

create table fact (
  local_area_id uuid not null,
  case_id uuid not null,
  seq int not null,
  type text not null,
  about uuid,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  for_organisation_id uuid references organisation (id),
  reason text,
  data jsonb not null,
  corrects_seq int,
  primary key (local_area_id, case_id, seq),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table fact is 'The ledger: what happened to a case, when it happened, when it was recorded, by whom, for whom and why';
comment on column fact.happened_on is 'London civil date of the event itself; recorded_at may be much later and hides nothing';
comment on column fact.recorded_by is 'Null when the program itself recorded it (a job that ran on a day)';
comment on column fact.corrects_seq is 'The fact that this one puts right; the older one stays';

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows: % of % refused', tg_op, tg_table_name;
end $$;
create trigger fact_only_grows before update or delete on fact for each row execute function refuse_change_of_ledger();

create table case_party (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid references person (id),
  organisation_id uuid references organisation (id),
  part text not null,
  basis text not null,
  from_on date not null,
  to_on date,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check (person_id is not null or organisation_id is not null)
);
comment on table case_party is 'Who has a part in a case, on what basis and between which dates: sight of a case is decided from here';
create index case_party_by_case on case_party (local_area_id, case_id);
create index case_party_by_person on case_party (person_id);
create index case_party_by_organisation on case_party (organisation_id);

create table case_opening (
  local_area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null references person (id),
  opened_at timestamptz not null,
  page text not null
);
comment on table case_opening is 'Who opened a child''s record, on which page, when';
create index case_opening_by_case on case_opening (local_area_id, case_id, opened_at);

create table document (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid,
  request_draft_id uuid,
  title text not null,
  file_name text not null,
  content_type text not null,
  kind text not null,
  size int not null,
  sha256 text not null,
  audience text[] not null default '{}',
  uploaded_by uuid references person (id),
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  primary key (local_area_id, id)
);
comment on table document is 'A file kept for a case: evidence, a report as received, a letter as sent';
comment on column document.audience is 'Parts on the case that may open it; empty means the council''s team only';
create index document_by_case on document (local_area_id, case_id);

create table notice (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  title text not null,
  content jsonb not null,
  composed_by uuid references person (id),
  composed_at timestamptz not null,
  sent_on date,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table notice is 'A statutory letter as composed and sent: its words are kept as read';

create table outgoing (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid,
  notice_id uuid,
  about text not null,
  channel text not null check (channel in ('email', 'text', 'letter', 'hub')),
  to_person_id uuid references person (id),
  to_organisation_id uuid references organisation (id),
  to_address text,
  subject text not null,
  body text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'cancelled')),
  queued_at timestamptz not null,
  queued_by uuid references person (id),
  sent_at timestamptz,
  attempts int not null default 0,
  failure text,
  primary key (local_area_id, id)
);
comment on table outgoing is 'The one outbox: every e-mail, text and letter, its state and its owner; nothing waits unseen';
create index outgoing_by_state on outgoing (local_area_id, state, queued_at);
create index outgoing_by_case on outgoing (local_area_id, case_id);

create table message (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null references person (id),
  on_behalf_of uuid references person (id),
  from_family boolean not null,
  with_person_id uuid not null references person (id),
  channel text not null,
  body text not null,
  sent_at timestamptz not null,
  read_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table message is 'Messages between one family member and the case officer''s team; parents never see each other''s';
comment on column message.with_person_id is 'The family member whose thread this is';
create index message_by_case on message (local_area_id, case_id, sent_at);

create table session (
  token_hash text primary key,
  person_id uuid not null references person (id),
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null
);
comment on table session is 'Signed-in sessions; only a hash of the token is kept';

create table submission (
  once uuid primary key,
  act text not null,
  person_id uuid,
  answer jsonb not null,
  at timestamptz not null
);
comment on table submission is 'One row for each form that was acted on: a double submit gets the first answer again';
