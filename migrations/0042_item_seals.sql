-- Seals on single documents and reports: for named people, for one body's staff, or for staff and not the family.

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

-- Whoever has the case in sight reads that there is a seal, because it is the seal that tells the program what not to show them; its
-- reason is sealed in itself. The program's own list is asked of the policy (casebook/item-seals.ts).
do $$ begin
  if to_regprocedure('protect(regclass,text,text)') is not null then perform protect('item_seal', of_a_case()); end if;
end $$;
