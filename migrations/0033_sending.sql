-- Sending safely: what staff send can be taken back for a while, what does not belong in it stops, nothing waits without an owner,
-- and whoever sees somebody else's information can close the families' pages.

create table area_sending (
  local_area_id uuid not null references local_area (id),
  changed_at timestamptz not null,
  recall_minutes int not null check (recall_minutes between 0 and 60),
  reason text not null,
  changed_by uuid references person (id),
  primary key (local_area_id, changed_at)
);
comment on table area_sending is 'For how many minutes an area holds what its staff send: the newest row holds, and without one it is ten';

create table sending (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  act text not null,
  sent_by uuid not null references person (id),
  sent_at timestamptz not null,
  held_until timestamptz not null,
  first_seq int not null,
  last_seq int not null,
  before jsonb not null default '{}',
  let_go_by uuid references person (id),
  let_go_at timestamptz,
  taken_back_by uuid references person (id),
  taken_back_at timestamptz,
  reason text,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((taken_back_by is null) = (taken_back_at is null)),
  check (taken_back_at is null or taken_back_at <= held_until)
);
comment on table sending is 'One act of the staff that sent something, the facts that it recorded, and until when it waits and can be taken back';
comment on column sending.held_until is 'Nothing of it leaves, or is seen outside the council''s team, before this moment';
comment on column sending.before is 'Stage and next step as they were: what lists outside the team go on saying while it is held';
comment on column sending.let_go_at is 'Somebody chose not to wait: held_until is this moment then';
create index sending_by_case on sending (local_area_id, case_id, held_until);
create index sending_by_time on sending (local_area_id, sent_at);

create table sent_thing (
  local_area_id uuid not null,
  thing_id uuid not null,
  sending_id uuid not null,
  kind text not null check (kind in ('letter', 'message', 'part', 'advice-request', 'consultation', 'delivery', 'plan-version')),
  primary key (local_area_id, thing_id),
  foreign key (local_area_id, sending_id) references sending (local_area_id, id)
);
comment on table sent_thing is 'What one sending made visible to somebody, by the id of its row: not seen while it is held, nor after it was taken back';
create index sent_thing_by_sending on sent_thing (local_area_id, sending_id);

alter table outgoing add column sending_id uuid;
alter table outgoing add column held_until timestamptz;
alter table outgoing add column owner_id uuid references person (id);
alter table outgoing add column posted_checked_by uuid references person (id);
comment on column outgoing.held_until is 'It does not leave before this moment; null when it was not held';
comment on column outgoing.owner_id is 'Who sees to it while it waits or when it failed: a member of the council''s team, always';
comment on column outgoing.posted_checked_by is 'Who compared the address on the envelope with the one on record before it was posted';
create index outgoing_by_sending on outgoing (local_area_id, sending_id) where sending_id is not null;
create index outgoing_by_owner on outgoing (owner_id, queued_at) where state in ('queued', 'failed');

update outgoing g set owner_id = coalesce(
  (select m.person_id from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = g.queued_by and o.local_area_id = g.local_area_id and m.role in ('case-officer', 'plan-writer', 'decision-maker') limit 1),
  (select c.case_officer_id from case_file c where c.local_area_id = g.local_area_id and c.id = g.case_id),
  (select m.person_id from membership m join organisation o on o.id = m.organisation_id
    where o.local_area_id = g.local_area_id and o.kind = 'council' and m.role in ('decision-maker', 'case-officer', 'plan-writer') and m.to_on is null
    order by array_position(array['decision-maker', 'case-officer', 'plan-writer'], m.role), m.from_on, m.person_id limit 1));
alter table outgoing add constraint outgoing_has_an_owner check (state in ('sent', 'cancelled') or owner_id is not null) not valid;

create table paragraph_mark (
  local_area_id uuid not null,
  mark text not null,
  case_id uuid not null,
  first_seen_at timestamptz not null,
  primary key (local_area_id, mark, case_id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table paragraph_mark is 'A keyed fingerprint of each long paragraph of a case: the same one in another child''s case is a warning, and without the key it says nothing';

create table sending_stop (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  what text not null,
  person_id uuid references person (id),
  stopped_at timestamptz not null,
  kinds text[] not null,
  marks text[] not null,
  sealed_words text not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table sending_stop is 'Something that was about to leave and was stopped, because of what its own words held: a near miss, counted';
comment on column sending_stop.sealed_words is 'The words that were found and those round them, sealed: for whoever decides whether it was a false alarm';
create index sending_stop_by_case on sending_stop (local_area_id, case_id, stopped_at);
create index sending_stop_by_time on sending_stop (local_area_id, stopped_at);

create table released_finding (
  local_area_id uuid not null,
  case_id uuid not null,
  mark text not null,
  kind text not null,
  reason text not null,
  released_by uuid not null references person (id),
  released_at timestamptz not null,
  primary key (local_area_id, case_id, mark),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table released_finding is 'Words that stop a sending and may stand in this case after all, who said so and why';

create table portal_report (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  reported_at timestamptz not null,
  reported_by uuid not null references person (id),
  sealed_report text,
  lock_id uuid,
  primary key (local_area_id, id)
);
comment on table portal_report is 'Somebody signed in said that they saw somebody else''s information; what they saw is sealed';
create index portal_report_by_person on portal_report (reported_by, reported_at);

create table portal_lock (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  locked_at timestamptz not null,
  locked_by uuid not null references person (id),
  report_id uuid not null,
  verdict text check (verdict in ('somebody-saw', 'nobody-saw')),
  first_released_at timestamptz,
  first_released_by uuid references person (id),
  first_role text check (first_role in ('decision-maker', 'access-officer')),
  reason text,
  released_at timestamptz,
  released_by uuid references person (id),
  primary key (local_area_id, id),
  check (released_at is null or (first_released_by is not null and released_by is not null and released_by <> first_released_by and reason is not null))
);
comment on table portal_lock is 'The families'' pages of an area are closed from locked_at to released_at; two people, one of them the access officer, open them again';
create unique index portal_lock_live on portal_lock (local_area_id) where released_at is null;

-- What other children's identifiers are found by, when a text is looked through before it is sent.
create index child_by_nhs_number on child (local_area_id, nhs_number) where nhs_number is not null;
create index child_address_by_first_line on child_address (local_area_id, lower(lines[1]));
create index child_address_by_postcode on child_address (local_area_id, postcode) where postcode is not null;
create index person_by_full_name on person (lower(full_name));
