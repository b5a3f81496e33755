-- Who is what to a child, with evidence and dates: parental responsibility, court orders and restrictions, protected addresses,
-- where letters go, how somebody may be reached safely, and who acts for a family member. What holds on a day is worked out when
-- it is asked (domain/access/family-standing.ts), so that no job has to end anything.

alter table relationship
  add column responsibility_basis text check (responsibility_basis in (
    'mother', 'father-on-certificate', 'order', 'agreement', 'adoption', 'special-guardian', 'local-authority')),
  add column evidence_dated_on date,
  add column evidence_seen_by uuid references person (id),
  add column evidence_seen_on date,
  add column care_from date,
  add column care_to date,
  add column safe_times text,
  add column may_leave_voicemail boolean,
  add column contact_as text,
  add column contact_asked_on date;
comment on column relationship.responsibility_basis is 'How parental responsibility is held (Children Act 1989, ss.2 to 4A, 12, 14C, 33)';
comment on column relationship.evidence_seen_by is 'Who of the council saw the evidence, and when: null while nobody did';
comment on column relationship.care_from is 'Since when they have care of the child, which makes them a parent in education law too (Education Act 1996, s.576)';
comment on column relationship.may_leave_voicemail is 'Null while nobody has asked them: then no message is left';
comment on column relationship.contact_as is 'How we say who is calling, when the council''s name is not safe';
comment on column relationship.contact_asked_on is 'When they were last asked how it is safe to reach them';

create table relationship_was (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  relationship_id uuid not null,
  what text not null check (what in ('person', 'responsibility', 'contact')),
  was jsonb not null,
  changed_by uuid references person (id),
  changed_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table relationship_was is 'A tie to a child as it stood before somebody changed it; rows are only added';
create index relationship_was_of on relationship_was (local_area_id, relationship_id, changed_at);

create table restriction (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  person_id uuid references person (id),
  kind text not null check (kind in (
    'child-arrangements', 'prohibited-steps', 'specific-issue', 'non-molestation', 'occupation', 'care-or-placement', 'bail', 'council-decision', 'other')),
  made_on date,
  court_reference text,
  effects text[] not null,
  from_on date not null,
  to_on date,
  words text,
  evidence text,
  evidence_document_id uuid,
  review_on date,
  reviewed_by uuid references person (id),
  reviewed_on date,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id),
  check (person_id is not null or effects = '{}')
);
comment on table restriction is 'A court order, or a decision of the council, that says what one person may not do or know about a child, with its days. Children Act 1989 s.8; Family Law Act 1996 ss.33, 42';
comment on column restriction.person_id is 'Whom it binds; null for an order about the child alone, as a care order';
comment on column restriction.effects is 'As domain/access/restriction.ts names them: what follows from it here';
comment on column restriction.words is 'What the order says, in words; the council''s team alone reads it';
create index restriction_by_child on restriction (local_area_id, child_id, person_id);

create table restriction_change (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  restriction_id uuid not null,
  was jsonb not null,
  effects text[] not null,
  from_on date not null,
  to_on date,
  reason text not null,
  widens boolean not null,
  state text not null check (state in ('applied', 'waiting', 'declined')),
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  settled_by uuid references person (id),
  settled_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, restriction_id) references restriction (local_area_id, id),
  check (not widens or state <> 'applied' or (settled_by is not null and settled_by is distinct from asked_by)),
  check ((state = 'waiting') = (settled_at is null))
);
comment on table restriction_change is 'A change of a restriction: what narrows holds at once; what widens somebody''s access waits for a second person';
comment on column restriction_change.was is 'Effects and days as they stood before';
create unique index restriction_change_waiting on restriction_change (local_area_id, restriction_id) where state = 'waiting';

-- What stood in one box of free text binds as it did when a plan was issued: whoever it names does not see the record. It is to
-- be looked at again at once, by somebody who can say what it really means.
insert into restriction (local_area_id, id, child_id, person_id, kind, effects, from_on, to_on, words, evidence, review_on, recorded_at)
  select local_area_id, id, child_id, person_id, 'other', array['may-not-see-record', 'may-not-know-address'],
    coalesce(restriction_from, date '2000-01-01'), restriction_to, restriction, restriction_evidence, current_date, now()
  from relationship where restriction is not null;
alter table relationship drop column restriction, drop column restriction_evidence, drop column restriction_from, drop column restriction_to;

alter table child_address
  add column resident_ids uuid[],
  add column letters_by text check (letters_by in ('post', 'hub', 'email')),
  add column how_known text,
  add column recorded_by uuid references person (id),
  add column recorded_at timestamptz,
  add column marks text[],
  add constraint confidential_address_is_sealed check (not is_confidential or (lines = '{}' and postcode is null)) not valid;
comment on column child_address.is_confidential is 'A refuge or protected address: its words are sealed in sealed_address, and this row has none';
comment on column child_address.resident_ids is 'Which family members live there; null while nobody has said';
comment on column child_address.letters_by is 'Beside a protected address: where letters go instead (post: to the service address of each who lives there)';
comment on column child_address.how_known is 'Who told us of this address, and how';
comment on column child_address.marks is 'Keyed marks of a protected address''s words, by which a text that holds them is stopped without opening the seal';

create table sealed_address (
  local_area_id uuid not null,
  child_id uuid not null,
  address_id uuid not null,
  sealed text not null,
  sealed_at timestamptz not null,
  primary key (local_area_id, address_id),
  foreign key (local_area_id, address_id) references child_address (local_area_id, id)
);
comment on table sealed_address is 'The words of a protected address, sealed (platform/seal): read by casebook/sealed-addresses.ts alone, which asks who it is and why';

create table sealed_address_reading (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  case_id uuid not null,
  address_id uuid not null,
  person_id uuid not null references person (id),
  reason text not null check (reason in ('visit', 'court', 'emergency', 'letter-by-hand', 'check', 'other')),
  words text,
  asked_at timestamptz not null,
  shown_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, address_id) references child_address (local_area_id, id)
);
comment on table sealed_address_reading is 'Who asked to see a protected address, when and why; it is shown once, within a minute of asking';
create index sealed_address_reading_of on sealed_address_reading (local_area_id, address_id, asked_at);

create table service_address (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('home', 'care-of', 'po-box', 'refuge-post')),
  lines text[] not null,
  postcode text,
  how_known text not null,
  from_on date not null,
  to_on date,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table service_address is 'Where one family member''s letters go, when that is not the child''s home: each parent has an own one, which no other family member reads';
create index service_address_of on service_address (local_area_id, child_id, person_id);

create table address_dispute (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  case_id uuid not null,
  person_id uuid not null references person (id),
  why text not null check (why in ('changed', 'disputed', 'returned')),
  opened_at timestamptz not null,
  opened_by uuid references person (id),
  holds_until timestamptz,
  closed_at timestamptz,
  closed_by uuid references person (id),
  outcome text,
  primary key (local_area_id, id),
  foreign key (local_area_id, child_id) references child (local_area_id, id)
);
comment on table address_dispute is 'Letters to this person wait while a row is open: closed_at is null, and holds_until is null or still to come. A change of address holds for a day, a doubt until somebody settles it';
create index address_dispute_open on address_dispute (local_area_id, person_id) where closed_at is null;

create table proxy (
  local_area_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  case_id uuid not null,
  person_id uuid not null references person (id),
  for_person_id uuid not null references person (id),
  kind text not null check (kind in ('friend', 'relative', 'advocate', 'interpreter', 'solicitor', 'agency')),
  organisation text,
  scopes text[] not null check (scopes <> '{}' and scopes <@ array['plan', 'letters', 'messages', 'views']),
  consent text not null,
  evidence_document_id uuid,
  from_on date not null,
  to_on date not null,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person (id),
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check (to_on >= from_on),
  check (person_id <> for_person_id)
);
comment on table proxy is 'Somebody who acts for a family member: for what, by whose consent, from when until when. It never gives more than the family member has';
create index proxy_by_case on proxy (local_area_id, case_id, person_id);
create index proxy_by_person on proxy (person_id);
