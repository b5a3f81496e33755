-- A child moves to another council (CFA 2014 s.47; SEND Regulations 2014, reg 15): what goes, whether it arrived, and what came here.

alter table plan_version add column ids jsonb;
comment on column plan_version.ids is 'Of a version that came with a move: which line or report here each id in its frozen text is. The text itself stays to the letter, so that its hash holds';

create table move (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  to_area_id uuid references local_area (id),
  to_name text not null,
  known_on date not null,
  moves_on date not null,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  note text not null default '',
  goes uuid[] not null default '{}',
  left_out uuid[] not null default '{}',
  ordered_by uuid references person (id),
  ordered_at timestamptz,
  sending_id uuid,
  package_sha256 text,
  package_size int,
  withheld jsonb,
  carried_at timestamptz,
  handed_over_on date,
  opened_at timestamptz,
  taken_in_at timestamptz,
  returned_at timestamptz,
  returned_because text,
  receipt jsonb,
  called_off_at timestamptz,
  called_off_by uuid references person (id),
  called_off_because text,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  check ((ordered_at is null) = (ordered_by is null)),
  check ((package_sha256 is null) = (carried_at is null)),
  check ((called_off_at is null) = (called_off_by is null))
);
comment on table move is 'A child of this area moves to another council: since when that is known, what goes there, and how far it is';
comment on column move.to_area_id is 'The area on this installation; null for a council elsewhere, which gets a file';
comment on column move.goes is 'The reports and documents that somebody looked at and sent; what came later is named in the package and stays';
comment on column move.carried_at is 'When the worker made and signed the package, and put it among the arrivals of an area here';
comment on column move.handed_over_on is 'When a council elsewhere was given the file';
create index move_by_case on move (local_area_id, case_id);
create index move_to_carry on move (moves_on) where ordered_at is not null and carried_at is null and called_off_at is null;

create table arrival (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  move_id uuid not null,
  kind text not null check (kind in ('plan', 'assessment')),
  from_area_id uuid references local_area (id),
  from_name text not null,
  child_name text not null,
  born_on date not null,
  moves_on date not null,
  transferred_on date not null,
  package_sha256 text not null,
  package_size int not null,
  public_key text not null,
  arrived_at timestamptz not null,
  brought_by uuid references person (id),
  key_compared_with text,
  opened_at timestamptz,
  opened_by uuid references person (id),
  chased_at timestamptz,
  taken_in_at timestamptz,
  taken_in_by uuid references person (id),
  case_id uuid,
  returned_at timestamptz,
  returned_by uuid references person (id),
  returned_because text,
  called_off_at timestamptz,
  receipt jsonb,
  primary key (local_area_id, id),
  check ((taken_in_at is null) = (case_id is null)),
  check (taken_in_at is null or (returned_at is null and called_off_at is null)),
  check (from_area_id is null or brought_by is null)
);
comment on table arrival is 'The record of a child who moved here, as it came from another council, until an officer takes the child in';
comment on column arrival.from_area_id is 'Set where this installation carried it; null for a file that an officer brought';
comment on column arrival.key_compared_with is 'With whom the fingerprint of the signing key of a file was compared, and how; asked before the child is taken in';
create unique index arrival_once on arrival (local_area_id, move_id) where returned_at is null and called_off_at is null;
create index arrival_open on arrival (local_area_id, arrived_at) where taken_in_at is null and returned_at is null and called_off_at is null;

-- Two councils, one installation: the old one may take back what the new one has not taken in, in the same breath as it calls the move off. It
-- sees nothing of the other area by this; only a move of its own is asked about, and the answer is one of three words.
create function hub_call_off_arrival(wanted uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  own record;
begin
  select m.local_area_id, m.id into own from move m where m.id = wanted and m.local_area_id = any (hub_council_areas());
  if not found then return 'not-yours'; end if;
  perform 1 from arrival a where a.move_id = own.id and a.from_area_id = own.local_area_id for update;
  if exists (select 1 from arrival a where a.move_id = own.id and a.from_area_id = own.local_area_id and a.taken_in_at is not null) then return 'taken-in'; end if;
  update arrival a set called_off_at = hub_now() where a.move_id = own.id and a.from_area_id = own.local_area_id and a.called_off_at is null and a.returned_at is null;
  return 'called-off';
end $$;
comment on function hub_call_off_arrival(uuid) is 'Takes back from another area what was sent there by a move of the viewer''s own council and not taken in; called by features/moves/move-store.ts alone';

select protect('move', of_a_case('moves'));
-- No case yet, so no part in one: the council's officers who may take a child in, and no other body (domain/access/offices.ts).
select protect('arrival', 'local_area_id = any ((select hub_areas_of(''case-officer''))::uuid[]) or local_area_id = any ((select hub_areas_of(''decision-maker''))::uuid[])');
