-- The second lock: row-level security on everything that is about a child or a family. The first lock is each query's own predicate
-- (casebook/sight.ts), which is also what finds the rows by their index; this one holds when a query forgets it. The program comes as
-- golden_thread_app (the web, bound by who is looking) or golden_thread_worker (the system); neither owns anything here. Who is
-- looking is said at the beginning of each transaction (casebook/tx.ts). See docs/decisions/0014.

-- Who is looking. A setting that was never made is null, and one that was made in an earlier transaction of the connection is ''.

create function hub_person() returns uuid language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.person', true), '')::uuid $$;
create function hub_today() returns date language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.today', true), '')::date $$;
create function hub_now() returns timestamptz language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.now', true), '')::timestamptz $$;
create function hub_council_areas() returns uuid[] language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select coalesce(nullif(current_setting('hub.council_areas', true), ''), '{}')::uuid[] $$;
create function hub_organisations() returns uuid[] language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select coalesce(nullif(current_setting('hub.organisations', true), ''), '{}')::uuid[] $$;
create function hub_roles() returns text[] language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select coalesce(nullif(current_setting('hub.roles', true), ''), '{}')::text[] $$;
-- What somebody without an account has in their hand: the hash of their browser's cookie, or the reference they were given.
create function hub_browser() returns text language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.browser', true), '') $$;
create function hub_reference() returns text language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.reference', true), '') $$;
comment on function hub_organisations() is 'The bodies the viewer has a role in; hub_roles() has the role in each, at the same place';

-- What the code knows of roles, parts and sights, kept beside the record so that SQL decides from the same table: filled at each
-- `golden-thread migrate` from domain/access (casebook/access-rules.ts), and compared with it by a test.

create table part_of_role (
  role text not null,
  part text not null,
  primary key (role, part)
);
comment on table part_of_role is 'The parts that a role in an organisation can bring to a case; filled from the code at each migrate';

create table access_rule (
  part text not null,
  kind text not null,
  primary key (part, kind)
);
comment on table access_rule is 'What a row of case_party lets somebody look at, by the names of domain/access/sights.ts: the most it can give on any day; filled from the code at each migrate';

-- A request is made by somebody who has no part in the case that it opens. For the span in which the case is made, this one case is
-- theirs: only the functions below write here, only for a case that does not exist yet, and the row is gone before the
-- transaction ends.

create table case_founding (
  transaction text not null default pg_current_xact_id()::text primary key,
  local_area_id uuid not null,
  case_id uuid not null,
  child_id uuid not null
);
comment on table case_founding is 'The case that this very transaction is making: empty between transactions, and no role of the program may touch it';

create function hub_begin_founding(area uuid, new_case uuid, new_child uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from case_file c where c.id = new_case) or exists (select 1 from child c where c.id = new_child) then
    raise exception 'a case or child with this id exists already' using errcode = 'insufficient_privilege';
  end if;
  insert into case_founding (local_area_id, case_id, child_id) values (area, new_case, new_child);
end $$;
comment on function hub_begin_founding(uuid, uuid, uuid) is 'Opens to this transaction one case and one child that do not exist yet; called by casebook/tx.ts asTheHub alone';

create function hub_end_founding() returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$ delete from case_founding where transaction = pg_current_xact_id()::text $$;
comment on function hub_end_founding() is 'Ends the span of hub_begin_founding';

create function hub_children_like_founded(swapped date)
  returns table (case_id uuid, given_name text, family_name text, born_on date, upn text, nhs_number text, postcode text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select f.id, c.given_name, c.family_name, c.born_on, c.upn, c.nhs_number, a.postcode
    from case_founding g
    join child n on n.local_area_id = g.local_area_id and n.id = g.child_id
    left join child_address na on na.local_area_id = n.local_area_id and na.child_id = n.id and na.to_on is null
    join child c on c.local_area_id = g.local_area_id and c.id <> g.child_id
    join case_file f on f.local_area_id = c.local_area_id and f.child_id = c.id
    left join child_address a on a.local_area_id = c.local_area_id and a.child_id = c.id and a.to_on is null
    where g.transaction = pg_current_xact_id_if_assigned()::text
      and (c.born_on = n.born_on or c.born_on = swapped or c.upn = n.upn or c.nhs_number = n.nhs_number or a.postcode = na.postcode) $$;
comment on function hub_children_like_founded(date) is 'Children of the area that have something in common with the child whose case is being made: for the question whether the two are one, asked while a stranger holds the transaction';

-- Sight. Asked once in a statement, never for each row: the policies below put these into uncorrelated subqueries.

create function hub_parts() returns table (local_area_id uuid, case_id uuid, part text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200 as $$
    select p.local_area_id, p.case_id, p.part from case_party p
    where p.person_id = hub_person() and p.from_on <= hub_today() and (p.to_on is null or p.to_on >= hub_today())
    union all
    select p.local_area_id, p.case_id, p.part
    from unnest(hub_organisations(), hub_roles()) held (organisation_id, role)
    join part_of_role r on r.role = held.role
    join case_party p on p.organisation_id = held.organisation_id and p.part = r.part
    where p.from_on <= hub_today() and (p.to_on is null or p.to_on >= hub_today())
    union all
    select g.local_area_id, g.case_id, 'founder' from case_founding g where g.transaction = pg_current_xact_id_if_assigned()::text $$;
comment on function hub_parts() is 'The parts of the viewer today: by rows of their own, and by rows of a body in which their role can bring that part; the least that can be said without opening a case, so the most that any day gives';

create function hub_cases() returns table (local_area_id uuid, case_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200
  as $$ select distinct p.local_area_id, p.case_id from hub_parts() p $$;
comment on function hub_cases() is 'Cases of which the viewer may open something, beside those of their council';

create function hub_cases_for(wanted text) returns table (local_area_id uuid, case_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200 as $$
    select distinct p.local_area_id, p.case_id from hub_parts() p
    where p.part = 'founder' or exists (select 1 from access_rule a where a.part = p.part and a.kind = wanted) $$;
comment on function hub_cases_for(text) is 'The same for one kind of record, by its name in domain/access/sights.ts';

create function hub_children() returns table (local_area_id uuid, child_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200 as $$
    select distinct c.local_area_id, c.child_id from hub_cases() s join case_file c on c.local_area_id = s.local_area_id and c.id = s.case_id
    union
    select g.local_area_id, g.child_id from case_founding g where g.transaction = pg_current_xact_id_if_assigned()::text $$;
create function hub_children_for(wanted text) returns table (local_area_id uuid, child_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200 as $$
    select distinct c.local_area_id, c.child_id from hub_cases_for(wanted) s join case_file c on c.local_area_id = s.local_area_id and c.id = s.case_id
    union
    select g.local_area_id, g.child_id from case_founding g where g.transaction = pg_current_xact_id_if_assigned()::text $$;

create function hub_family_areas(person uuid) returns table (local_area_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct p.local_area_id from case_party p where p.person_id = person and p.part in ('parent', 'young-person', 'representative') $$;
comment on function hub_family_areas(uuid) is 'The areas in which somebody is family of a child: asked when they are recognised, before anything is shown to them';

create function hub_sent_case(area uuid, draft uuid) returns table (reference text, received_on date)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.reference, c.received_on from request_draft d join case_file c on c.local_area_id = d.local_area_id and c.id = d.case_id
    where d.local_area_id = area and d.id = draft
      and (d.started_by = hub_person() or (d.started_by is null and exists (select 1 from request_draft_browser b
        where b.local_area_id = d.local_area_id and b.request_draft_id = d.id and b.token_hash = hub_browser() and b.ends_at > hub_now()))) $$;
comment on function hub_sent_case(uuid, uuid) is 'What somebody who sent a request is told of the case, though they may have no part in it: its reference and its day';

-- The queue belongs to the worker. Whoever acts may put work into it, by this and by nothing else.
create function hub_enqueue(job text, payload json, key text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform graphile_worker.add_job(job, payload => payload, job_key => key, max_attempts => 10);
end $$;
comment on function hub_enqueue(text, json, text) is 'Queues work for the worker, in the transaction of the act that wants it';

-- A table and the condition under which a row is the viewer's. The worker sees all, the owner too (a server's owner need not be a
-- superuser, and what it migrates must not pass it by unseen). Later migrations protect their own tables with these three.

create function protect(named regclass, seen text) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', named);
  execute format('alter table %s force row level security', named);
  execute format('create policy of_the_owner on %s to current_role using (true) with check (true)', named);
  execute format('create policy of_the_worker on %s to golden_thread_worker using (true) with check (true)', named);
  execute format('create policy of_the_viewer on %s to golden_thread_app using (%s) with check (%s)', named, seen, seen);
end $$;
comment on function protect(regclass, text) is 'Forces row-level security on a table, with this condition for the web';

create function protect_by_case(named regclass, kind text default null, also text default 'false', key text default 'case_id') returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform protect(named, format('local_area_id = any ((select hub_council_areas())::uuid[]) or (local_area_id, %I) in (select s.local_area_id, s.case_id from %s s) or (%s)',
    key, case when kind is null then 'hub_cases()' else format('hub_cases_for(%L)', kind) end, also));
end $$;
comment on function protect_by_case(regclass, text, text, text) is 'Rows of a case: the council''s own, and those of whoever may look at this kind of record in that case';

create function protect_by_child(named regclass, kind text default null, also text default 'false', key text default 'child_id') returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform protect(named, format('local_area_id = any ((select hub_council_areas())::uuid[]) or (local_area_id, %I) in (select s.local_area_id, s.child_id from %s s) or (%s)',
    key, case when kind is null then 'hub_children()' else format('hub_children_for(%L)', kind) end, also));
end $$;
comment on function protect_by_child(regclass, text, text, text) is 'Rows of a child: by the child''s cases';

create function protect_by_parent(named regclass, parent regclass, key text) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform protect(named, format('local_area_id = any ((select hub_council_areas())::uuid[]) or exists (select 1 from %s up where up.local_area_id = %s.local_area_id and up.id = %s.%I)', parent, named, named, key));
end $$;
comment on function protect_by_parent(regclass, regclass, text) is 'Rows of a row: whoever sees that one sees these';

-- The case and what stands in it.
select protect_by_case('case_file', key => 'id');
select protect_by_case(t) from unnest(array[
  'fact', 'clock', 'plan', 'advice_request', 'term_to_keep_out', 'delivery', 'delivery_left_out', 'consultation', 'wish', 'decision', 'icb_agreement',
  'family_advice_request', 'request', 'reminder', 'reminder_step', 'panel_item', 'possible_duplicate', 'check_release', 'plan_check_run', 'capacity_assessment', 'permission_said', 'advice',
  'notice', 'outgoing', 'message', 'case_opening'
]::regclass[]) t;

select protect_by_case('case_party', also => 'person_id = (select hub_person())');

-- The child.
select protect_by_child('child', key => 'id');
select protect_by_child(t) from unnest(array['child_address', 'relationship', 'communication_need', 'child_setting']::regclass[]) t;

-- What hangs on a plan, a line, a report, a delivery.
select protect_by_parent(t, 'plan', 'plan_id') from unnest(array['plan_line', 'plan_line_link', 'plan_presence', 'plan_version', 'proposal']::regclass[]) t;
select protect_by_parent(t, 'plan_line', 'line_id') from unnest(array['plan_line_revision', 'plan_line_source', 'kept_text']::regclass[]) t;
select protect_by_parent(t, 'advice', 'advice_id') from unnest(array['advice_line', 'advice_file', 'advice_kept_save']::regclass[]) t;
select protect_by_parent('delivery_receipt', 'delivery', 'delivery_id');

-- Requests being written belong to whoever began them: by account, or by what a browser or a person has in their hand.
select protect('request_draft_browser', 'token_hash = (select hub_browser())');
select protect('request_draft', $$
  started_by = (select hub_person())
  or (started_by is null and (reference = (select hub_reference()) or exists (select 1 from request_draft_browser b
    where b.local_area_id = request_draft.local_area_id and b.request_draft_id = request_draft.id and b.ends_at > (select hub_now()))))$$);
select protect_by_case('document', also => $$case_id is null and exists (select 1 from request_draft d where d.local_area_id = document.local_area_id and d.id = document.request_draft_id)$$);
select protect('request_return_try', 'reference = (select hub_reference())');

-- What is one's own.
select protect('digest', 'person_id = (select hub_person()) or local_area_id = any ((select hub_council_areas())::uuid[])');
select protect('submission', 'person_id is not distinct from (select hub_person())');
