-- One record for each request that reads or writes a child's record, in one chain of hashes for each area. How a record is
-- written down for its hash, and how it is checked from outside: docs/how-to/check-the-audit-chain.md.

create table audit_record (
  local_area_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  request_id uuid not null,
  actor text not null check (actor in ('person', 'hub', 'nobody')),
  person_id uuid,
  session_mark uuid,
  organisation_id uuid,
  parts text not null default '' check (parts ~ '^[a-z,-]{0,200}$'),
  kind text not null check (kind in ('read', 'write', 'list', 'search', 'export', 'print', 'break-glass', 'sign-in', 'sign-out', 'job')),
  route text not null check (length(route) <= 160 and route ~ '^((GET|POST) /[A-Za-z0-9/:._-]*|job [a-z-]+|other|opening /[A-Za-z0-9/:._-]*)$'),
  outcome text not null check (outcome in ('done', 'begun', 'repeated', 'refused', 'not-found', 'not-allowed', 'signed-out', 'stale-form', 'slowed', 'fault')),
  case_id uuid,
  other_case_ids uuid[] not null default '{}',
  draft_id uuid,
  cases int not null default 0 check (cases >= 0),
  act text check (act ~ '^[a-z-]{3,60}$'),
  fact_seqs int[] not null default '{}',
  break_glass_id uuid,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (local_area_id, seq),
  check ((actor = 'person') = (person_id is not null))
);
comment on table audit_record is 'Who asked for what, when, and with what outcome: one record for each request, ids and codes only, never anybody''s words';
comment on column audit_record.local_area_id is 'The chain it stands in: the area of the case, of the address or of the person; the nil id where no area is known';
comment on column audit_record.actor is 'A person, the hub itself (a job), or nobody who is signed in';
comment on column audit_record.session_mark is 'Made from the session''s token, so that a sitting can be followed and no session taken over';
comment on column audit_record.parts is 'The person''s parts in the case at that moment, comma between';
comment on column audit_record.route is 'The pattern of the routes table, never the address that was typed';
comment on column audit_record.case_id is 'The case that was asked for, also where it was refused';
comment on column audit_record.other_case_ids is 'Further cases that the same request opened';
comment on column audit_record.cases is 'How many cases were opened or, on a list, shown';
comment on column audit_record.fact_seqs is 'The facts that the act added to the ledger of the case';
comment on column audit_record.hash is 'SHA-256 over the record and the hash before it';
create index audit_record_by_case on audit_record (local_area_id, case_id, at) where case_id is not null;
create index audit_record_by_other_case on audit_record using gin (other_case_ids) where other_case_ids <> '{}';
create index audit_record_by_person on audit_record (person_id, at) where person_id is not null;
create index audit_record_by_time on audit_record (local_area_id, at);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record only grows: % of % refused', tg_op, tg_table_name;
end $$;
create trigger audit_record_only_grows before update or delete on audit_record for each row execute function refuse_change_of_audit();
create trigger audit_record_is_not_emptied before truncate on audit_record for each statement execute function refuse_change_of_audit();

-- One field as it goes into the hash: its length in bytes, a colon, its text, a comma; a null is "-,". No two records can be
-- written alike, because no text can look like the end of a field.
create function audit_field(value text) returns text language sql immutable parallel safe as $$
  select case when value is null then '-,' else octet_length(value)::text || ':' || value || ',' end
$$;

-- The only way in. Takes the place after the last record of the chain, waiting for whoever is taking one at this moment: the
-- lock is let go when their transaction ends, which is why acts call this last of all.
create function audit_append(
  chain uuid, at timestamptz, request_id uuid, actor text, person_id uuid, session_mark uuid, organisation_id uuid, parts text,
  kind text, route text, outcome text, case_id uuid, other_case_ids uuid[], draft_id uuid, cases int, act text, fact_seqs int[], break_glass_id uuid
) returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  last_seq bigint;
  last_hash bytea;
  written text;
begin
  perform pg_advisory_xact_lock(hashtextextended('golden-thread audit ' || chain::text, 0));
  select r.seq, r.hash into last_seq, last_hash from public.audit_record r where r.local_area_id = chain order by r.seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  written := audit_field('golden-thread audit 1') || audit_field(chain::text) || audit_field(last_seq::text)
    || audit_field(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || audit_field(request_id::text) || audit_field(actor)
    || audit_field(person_id::text) || audit_field(session_mark::text) || audit_field(organisation_id::text) || audit_field(parts)
    || audit_field(kind) || audit_field(route) || audit_field(outcome) || audit_field(case_id::text)
    || audit_field(array_to_string(other_case_ids, ',')) || audit_field(draft_id::text) || audit_field(cases::text) || audit_field(act)
    || audit_field(array_to_string(fact_seqs, ',')) || audit_field(break_glass_id::text) || audit_field(encode(last_hash, 'hex'));
  insert into public.audit_record values (
    chain, last_seq, at, request_id, actor, person_id, session_mark, organisation_id, parts, kind, route, outcome, case_id, other_case_ids,
    draft_id, cases, act, fact_seqs, break_glass_id, last_hash, sha256(convert_to(written, 'UTF8')));
  return last_seq;
end $$;
comment on function audit_append is 'Adds one record to the chain of an area and answers with its number';

-- What was written of openings until now goes into the chains, oldest first: one way of saying who looked.
do $$
declare
  o record;
begin
  for o in select * from case_opening order by opened_at loop
    perform audit_append(o.local_area_id, o.opened_at, gen_random_uuid(), 'person', o.person_id, null, null, '', 'read',
      left('opening ' || regexp_replace(regexp_replace(o.page, '^/[^/]+/', '/:area/'), '[0-9a-f]{8}-[0-9a-f-]{27}', ':id', 'g'), 160), 'done',
      o.case_id, '{}', null, 1, null, '{}', null);
  end loop;
end $$;
drop table case_opening;

-- The program's own role may look and append, and nothing else. (Where the role is made by a later migration, that one says the same.)
revoke all on function audit_append from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'golden_thread_app') then
    revoke all on audit_record from golden_thread_app;
    grant select on audit_record to golden_thread_app;
    grant execute on function audit_append to golden_thread_app;
  end if;
end $$;
