-- A caseload from another system's statutory return: a file is read, looked at by a person, and brought in; and can be taken back while nobody has worked on it.

create table return_batch (
  local_area_id uuid not null references local_area (id),
  id uuid not null,
  how text not null check (how in ('page', 'command')),
  brought_by uuid references person (id),
  brought_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'not-read', 'accepting', 'accepted', 'taking-back', 'taken-back')),
  why text,
  why_file text,
  why_line int,
  why_column int,
  year int,
  authority text,
  sums jsonb not null default '{}',
  officer_id uuid references person (id),
  accepted_by uuid references person (id),
  accepted_at timestamptz,
  taken_back_by uuid references person (id),
  taken_back_at timestamptz,
  taken_back_why text,
  primary key (local_area_id, id)
);
comment on table return_batch is 'One statutory return (SEN2) of another system, as it was read, and what became of it';
comment on column return_batch.brought_by is 'Absent where the command was run by nobody who has an account';
comment on column return_batch.why is 'Why the file could not be read, and where';
comment on column return_batch.authority is 'The three digits of the council that made the return';
comment on column return_batch.officer_id is 'Whose cases they become; absent: nobody''s yet';

create table return_file (
  local_area_id uuid not null,
  batch_id uuid not null,
  no int not null,
  file_name text not null,
  size bigint not null,
  sha256 text not null,
  passing text,
  primary key (local_area_id, batch_id, no),
  foreign key (local_area_id, batch_id) references return_batch (local_area_id, id)
);
comment on table return_file is 'The files of a batch. Their bytes are gone when they were read: what they say of people stands in return_person';
comment on column return_file.passing is 'Where the bytes wait to be read; absent when they are gone';

create table return_person (
  local_area_id uuid not null,
  batch_id uuid not null,
  no int not null,
  line int not null,
  person jsonb not null,
  family_name text,
  given_name text,
  born_on date,
  upn text,
  uln text,
  groups text[] not null default '{}',
  errors int not null default 0,
  queries int not null default 0,
  kept_out text,
  match text not null default 'none' check (match in ('none', 'sure', 'to-decide', 'same', 'another')),
  child_id uuid,
  alike jsonb not null default '[]',
  mended_by uuid references person (id),
  mended_at timestamptz,
  state text not null default 'read' check (state in ('read', 'in', 'unchanged', 'left', 'taken-back', 'worked-on')),
  why text,
  reference text,
  primary key (local_area_id, batch_id, no),
  foreign key (local_area_id, batch_id) references return_batch (local_area_id, id)
);
comment on table return_person is 'One person of a return, as it says them, and what became of it';
comment on column return_person.no is 'Place in the file, from 1';
comment on column return_person.kept_out is 'Why this person cannot be brought in as they are; absent when they can';
comment on column return_person.match is 'none: nobody in the hub is like them; sure: a child with their number; to-decide: a person says whether one of those alike is the same child; same, another: said';
comment on column return_person.child_id is 'The child they are, found or made; without a reference, because a batch that is taken back takes its children with it';
comment on column return_person.state is 'in: brought in; unchanged: was here with all of it; left: not brought in, and why; taken-back; worked-on: stays, because somebody had worked on the case when the batch was taken back';
create index return_person_queue on return_person (local_area_id, batch_id, state, no);
create index return_person_by_upn on return_person (local_area_id, batch_id, upn) where upn is not null;
create index return_person_by_child on return_person (local_area_id, child_id) where child_id is not null;

create table return_in_fault (
  local_area_id uuid not null,
  batch_id uuid not null,
  no int not null,
  person_no int,
  rule text not null,
  severity text not null check (severity in ('error', 'query')),
  file text,
  line int not null,
  col int not null,
  block text not null,
  element text,
  because text,
  keeps_out boolean not null,
  primary key (local_area_id, batch_id, no),
  foreign key (local_area_id, batch_id) references return_batch (local_area_id, id)
);
comment on table return_in_fault is 'What is wrong in a return, with its place; never a name or a day of birth';
create index return_in_fault_by_person on return_in_fault (local_area_id, batch_id, person_no);

-- Of no case: the council's own work.
select protect(t::regclass, of_the_council()) from unnest(array['return_batch', 'return_file', 'return_person', 'return_in_fault']) t;

-- The ledger only grows, with one exception: a case that a batch brought in, on which nobody has worked, goes again with the batch (UK GDPR Arts 5(1)(c), (d), 17:
-- children who should never have been in this record). Only the worker can ask, only this function does it, and the record of the audit says so for good.
create or replace function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'fact' and current_setting('hub.taking_back', true) = old.case_id::text
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) and session_user <> 'golden_thread_app' then
    return old;
  end if;
  raise exception 'the ledger only grows: % of % refused', tg_op, tg_table_name;
end $$;

create function remove_brought_in_case(area uuid, wanted uuid, batch uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  the_child uuid;
  brought timestamptz;
begin
  if not hub_is_system() then raise exception 'only the worker takes back what was brought in'; end if;
  select c.child_id into the_child from case_file c where c.local_area_id = area and c.id = wanted for update;
  if the_child is null then return false; end if;
  -- Begun by this batch, added to by no other, and nothing in it that a person did.
  select f.recorded_at into brought from fact f where f.local_area_id = area and f.case_id = wanted and f.type = 'return-brought-in' and f.data ->> 'batchId' = batch::text order by f.seq limit 1;
  if brought is null or exists (select 1 from fact f where f.local_area_id = area and f.case_id = wanted
    and (f.recorded_by is not null or f.recorded_at < brought or (f.type = 'return-brought-in' and f.data ->> 'batchId' <> batch::text))) then return false; end if;
  perform set_config('hub.taking_back', wanted::text, true);
  <<removal>> begin
    delete from named_setting n using plan p where n.local_area_id = area and p.local_area_id = area and n.plan_id = p.id and p.case_id = wanted;
    delete from personal_budget b using plan p where b.local_area_id = area and p.local_area_id = area and b.plan_id = p.id and p.case_id = wanted;
    delete from plan_currency y using plan p where y.local_area_id = area and p.local_area_id = area and y.plan_id = p.id and p.case_id = wanted;
    delete from plan p where p.local_area_id = area and p.case_id = wanted;
    delete from request r where r.local_area_id = area and r.case_id = wanted;
    delete from return_fault x where x.local_area_id = area and x.case_id = wanted;
    delete from clock k where k.local_area_id = area and k.case_id = wanted;
    delete from phase_transfer t where t.local_area_id = area and t.case_id = wanted and t.settled_by is null;
    delete from fact f where f.local_area_id = area and f.case_id = wanted;
    delete from case_file c where c.local_area_id = area and c.id = wanted;
    if not exists (select 1 from case_file c where c.local_area_id = area and c.child_id = the_child) then
      delete from child_need n where n.local_area_id = area and n.child_id = the_child;
      delete from child_setting s where s.local_area_id = area and s.child_id = the_child;
      delete from child_address a where a.local_area_id = area and a.child_id = the_child;
      delete from child n where n.local_area_id = area and n.id = the_child;
    end if;
  exception when foreign_key_violation then
    -- Something that is no fact hangs on it: a document, a note, a tie. Somebody has worked on it.
    perform set_config('hub.taking_back', '', true);
    return false;
  end removal;
  perform set_config('hub.taking_back', '', true);
  return true;
end $$;
comment on function remove_brought_in_case(uuid, uuid, uuid) is 'Takes a case that a batch brought in out of the record again, with its child; false and nothing changed when anybody has worked on it';
revoke all on function remove_brought_in_case(uuid, uuid, uuid) from public;
grant execute on function remove_brought_in_case(uuid, uuid, uuid) to golden_thread_worker;
