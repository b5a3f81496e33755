-- Seals on single documents and reports: for named people, for one body's staff, or for staff and not the family. Kept files that
-- the nightly count does not find. And two people who have to agree that two cases are one child's.

create table item_seal (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  thing_kind text not null check (thing_kind in ('advice', 'document')),
  thing_id uuid not null,
  thing_ids uuid[] not null,
  kind text not null check (kind in ('named', 'agency', 'staff')),
  reader_ids uuid[] not null default '{}',
  organisation_id uuid references organisation (id),
  owner_id uuid references person (id),
  ground text not null,
  opinion text,
  sealed_reason text not null,
  decided_by text not null,
  sealed_by uuid not null references person (id),
  sealed_at timestamptz not null,
  review_on date not null,
  reviewed_at timestamptz,
  ended_by uuid references person (id),
  ended_at timestamptz,
  sealed_end_reason text,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((kind = 'agency') = (organisation_id is not null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_at is null) = (sealed_end_reason is null))
);
comment on table item_seal is 'A document or report that is out of sight for all but some, from when, on what ground, and until when it is looked at again';
comment on column item_seal.thing_ids is 'The thing, and what goes out of sight with it: a report''s file, the request that it answers, the files of views';
comment on column item_seal.reader_ids is 'The people whom a seal of the kind named lets through; whoever decides, the social care lead on the case and the author are never named here';
comment on column item_seal.owner_id is 'Whoever wrote it or handed it in: a seal for named people never takes their own words from them';
comment on column item_seal.opinion is 'Whose opinion was asked, where the ground wants one (Data Protection Act 2018 Sch 3 para 6)';
comment on column item_seal.sealed_reason is 'Why, sealed like the item itself: the reason says what the item says';
create unique index item_seal_live on item_seal (local_area_id, thing_id) where ended_at is null;
create index item_seal_by_case on item_seal (local_area_id, case_id) where ended_at is null;
create index item_seal_to_review on item_seal (local_area_id, review_on) where ended_at is null;

create table file_loss (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  case_id uuid,
  document_id uuid not null,
  how text not null check (how in ('missing', 'changed')),
  noticed_at timestamptz not null,
  found_again_at timestamptz,
  settled_at timestamptz,
  settled_by uuid references person (id),
  commissioner text check (commissioner in ('reported', 'no-risk')),
  family text check (family in ('told', 'not-needed')),
  words text,
  primary key (local_area_id, id),
  foreign key (local_area_id, document_id) references document (local_area_id, id),
  check ((settled_at is null) = (settled_by is null)),
  check (settled_at is null or (commissioner is not null and family is not null and words is not null))
);
comment on table file_loss is 'A kept file whose content is not there, or is another, when all are counted and hashed at night: noticed, found again, and what was done about it';
comment on column file_loss.commissioner is 'Whether the Information Commissioner was told within 72 hours of noticing it, or why not (UK GDPR Art 33)';
comment on column file_loss.family is 'Whether those whose it is were told (UK GDPR Art 34)';
create unique index file_loss_open on file_loss (local_area_id, document_id) where settled_at is null and found_again_at is null;

alter table possible_duplicate add column said_same_by uuid references person (id);
alter table possible_duplicate add column said_same_at timestamptz;
alter table possible_duplicate add column said_same_reason text;
alter table possible_duplicate add column said_same_bring uuid[] not null default '{}';
alter table possible_duplicate add constraint possible_duplicate_by_two check (decision is distinct from 'same-child' or said_same_by is null or decided_by <> said_same_by);
comment on column possible_duplicate.said_same_by is 'Who said first that the two are one child; another person has to say so too before anything is brought together';

-- Whoever has the case in sight reads that there is a seal, because its absence would open what it is on; its reason is sealed in itself. What
-- it keeps from whom is asked of the policy (casebook/item-seals.ts).
select protect('item_seal', of_a_case(), of_a_case('seals'));
select protect('file_loss', of_the_council() || ' or local_area_id = any ((select hub_areas_of(''access-officer''))::uuid[])');
