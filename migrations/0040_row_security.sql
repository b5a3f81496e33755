-- The second lock: row-level security on everything that is about a child or a family. The first lock is each query's own predicate
-- (casebook/sight.ts), which is also what finds the rows by their index; this one holds when a query forgets it. The program comes as
-- golden_thread_app (the web, bound by who is looking) or golden_thread_worker (the system); neither owns anything here. Who is
-- looking, and what they may see, the functions of 0039 say. See docs/decisions/0014.

-- What somebody is told, or the program asks for them, of rows that they may not see.

-- Whoever may open a record in an emergency finds the one child of a birth and a name, and is told no more of the others than that.
create function hub_born_on_in_emergency(area uuid, day date)
  returns table (case_id uuid, child_id uuid, given_name text, preferred_name text, family_name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.id, n.id, n.given_name, n.preferred_name, n.family_name
    from child n join case_file c on c.local_area_id = n.local_area_id and c.child_id = n.id
    where n.local_area_id = area and n.born_on = day
      and exists (select 1 from part_of_role r where r.part = 'break-glass' and r.role = any ((select hub_roles())::text[]))
    order by c.opened_at desc limit 200 $$;
comment on function hub_born_on_in_emergency(uuid, date) is 'Children of an area born on a day, for those who may break the glass: the program compares the name that they typed';

create function hub_is_own_family(area uuid, child uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from relationship r where r.local_area_id = area and r.child_id = child and r.person_id = (select hub_person()))
      or exists (select 1 from child n where n.local_area_id = area and n.id = child and n.person_id = (select hub_person()))
      or exists (select 1 from case_party p join case_file c on c.local_area_id = p.local_area_id and c.id = p.case_id
        where c.local_area_id = area and c.child_id = child and p.person_id = (select hub_person()) and p.part in ('parent', 'young-person', 'representative')) $$;
comment on function hub_is_own_family(uuid, uuid) is 'Whether the viewer is of this child''s family, whatever they may see';

create function hub_case_number(area uuid, wanted uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.reference from case_file c where c.local_area_id = area and c.id = wanted
      and area = any ((select hub_areas_of('access-officer') || hub_council_areas())::uuid[]) $$;
comment on function hub_case_number(uuid, uuid) is 'A case''s number, and nothing of the child: for whoever looks after the record of who looked';

create function hub_sent_case(area uuid, draft uuid) returns table (reference text, received_on date)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.reference, c.received_on from request_draft d join case_file c on c.local_area_id = d.local_area_id and c.id = d.case_id
    where d.local_area_id = area and d.id = draft
      and (d.started_by = (select hub_person()) or (d.started_by is null and exists (select 1 from request_draft_browser b
        where b.local_area_id = d.local_area_id and b.request_draft_id = d.id and b.token_hash = (select hub_browser()) and b.ends_at > (select hub_now())))) $$;
comment on function hub_sent_case(uuid, uuid) is 'What somebody who sent a request is told of the case, though they may have no part in it: its reference and its day';

-- The families' pages of an area can be closed: whoever comes to one is told that they are, and nothing of why.
create function hub_live_locks(areas uuid[]) returns table (local_area_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select k.local_area_id, k.id from portal_lock k where k.released_at is null and k.local_area_id = any (areas) $$;
comment on function hub_live_locks(uuid[]) is 'Which of these areas'' families'' pages are closed now: asked of everybody, and it says no more';

create function hub_is_system() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select session_user = current_user or pg_has_role(session_user, 'golden_thread_worker', 'member') $$;
comment on function hub_is_system() is 'Whether the connection came as the worker or as the owner: asked by functions that look further than the viewer may';

create function hub_may_open(area uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select hub_is_system() or area = any (hub_council_areas()) or wanted = hub_opened('case', '*')
      or exists (select 1 from hub_cases() s where s.local_area_id = area and s.case_id = wanted) $$;
comment on function hub_may_open(uuid, uuid) is 'Whether the viewer has any part in this case, or the connection is the system''s';

-- What is about to be sent is looked through for other children, of whom the sender may see nothing. These answer whoever may open the
-- case that is written about, with the names to compare; a number, day or address that the text does not hold does not come back
-- (casebook/find-others.ts).
create function hub_own_family(area uuid, of_case uuid) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select case when count(*) > 0 then array_agg(distinct c.child_id) || array_remove(array_agg(distinct other.child_id), null) end
    from case_file c
    left join relationship mine on mine.local_area_id = c.local_area_id and mine.child_id = c.child_id
    left join relationship other on other.local_area_id = mine.local_area_id and other.person_id = mine.person_id
    where c.local_area_id = area and c.id = of_case and (select hub_may_open(area, of_case)) $$;
comment on function hub_own_family(uuid, uuid) is 'The child of a case and those with whom they share a parent or carer; null for whoever may not open it';

create function hub_other_children(area uuid, of_case uuid, names text[], upns text[], numbers text[], days date[])
  returns table (given_name text, preferred_name text, family_name text, born_on date, upn text, nhs_number text, is_of_this_family boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.given_name, c.preferred_name, c.family_name, case when c.born_on = any (days) then c.born_on end,
      case when c.upn = any (upns) then c.upn end, case when c.nhs_number = any (numbers) then c.nhs_number end, c.id = any (own.family)
    from (select hub_own_family(area, of_case) as family) own join child c on c.local_area_id = area
    where own.family is not null and c.id <> (select f.child_id from case_file f where f.local_area_id = area and f.id = of_case) and (
      (lower(c.family_name) = any (names) and (lower(c.given_name) = any (names) or lower(c.preferred_name) = any (names)))
      or c.upn = any (upns) or c.nhs_number = any (numbers)
      or (c.born_on = any (days) and (lower(c.family_name) = any (names) or lower(c.given_name) = any (names) or lower(c.preferred_name) = any (names))))
    limit 2000 $$;
comment on function hub_other_children(uuid, uuid, text[], text[], text[], date[]) is 'Other children of the area who are named, numbered or born on a day in a text: their names, and of their numbers and days what stands in it';

create function hub_other_adults(area uuid, of_case uuid, names text[]) returns table (full_name text, is_common boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct p.full_name, (select count(*) from person q where lower(q.full_name) = lower(p.full_name)) > 1
    from (select hub_own_family(area, of_case) as family) own join relationship r on r.local_area_id = area and r.child_id <> all (own.family) join person p on p.id = r.person_id
    where lower(p.full_name) = any (names)
      and not exists (select 1 from membership m where m.person_id = p.id and (m.to_on is null or m.to_on >= coalesce((select hub_today()), current_date)))
      and not exists (select 1 from case_party y where y.local_area_id = area and y.case_id = of_case and y.person_id = p.id)
      and not exists (select 1 from relationship mine where mine.person_id = p.id and mine.local_area_id = area and mine.child_id = any (own.family))
    limit 500 $$;
comment on function hub_other_adults(uuid, uuid, text[]) is 'Of the families of other children: whose whole names are among those asked about';

create function hub_other_addresses(area uuid, of_case uuid, codes text[], first_lines text[]) returns table (first_line text, postcode text, family_name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select case when trim(regexp_replace(lower(a.lines[1]), '[\s,.]+', ' ', 'g')) = any (first_lines) then a.lines[1] end, case when a.postcode = any (codes) then a.postcode end, c.family_name
    from (select hub_own_family(area, of_case) as family) own join child_address a on a.local_area_id = area and a.child_id <> all (own.family)
    join child c on c.local_area_id = a.local_area_id and c.id = a.child_id
    where a.postcode = any (codes) or lower(a.lines[1]) = any (first_lines)
    limit 500 $$;
comment on function hub_other_addresses(uuid, uuid, text[], text[]) is 'Of other children''s homes: the first line or postcode that was asked about, with the family''s name to compare';

create function hub_paragraphs_elsewhere(area uuid, of_case uuid, marks text[], most int) returns table (mark text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select m.mark from paragraph_mark m where m.local_area_id = area and m.mark = any (marks) and (select hub_may_open(area, of_case))
    group by m.mark having count(*) filter (where m.case_id <> of_case) between 1 and most and count(*) filter (where m.case_id = of_case) = 0 $$;
comment on function hub_paragraphs_elsewhere(uuid, uuid, text[], int) is 'Which of these marks stand in other cases and not in this one: says neither whose nor how many';

-- Which papers a reader gets as a copy hangs on rows that they may not read themselves: the demand, and the report behind a file. What
-- was removed is not in it.
create function hub_copies(area uuid, of_case uuid)
  returns table (id uuid, reader text, advice_id uuid, state text, copy_title text, copy_text text, copy_blocks jsonb, docx_sha256 text, pdf_sha256 text, author_person_id uuid, document_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select r.id, r.reader, r.advice_id, r.state, r.copy_title, r.copy_text, r.copy_blocks, r.docx_sha256, r.pdf_sha256, a.author_person_id, coalesce(r.document_id, a.document_id)
    from redaction r left join advice a on a.local_area_id = r.local_area_id and a.id = r.advice_id
    where r.local_area_id = area and r.case_id = of_case and r.state <> 'withdrawn' and (select hub_may_open(area, of_case)) $$;
comment on function hub_copies(uuid, uuid) is 'Every demand of a copy in a case, without the text that it is made from: a paper is held back by a demand that its reader may not read';

create function hub_people_on_cases() returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct p.person_id from case_party p where p.person_id is not null $$;
comment on function hub_people_on_cases() is 'Who has a part in some case, not whose: whom a demonstration offers to sign in as';

-- The queue belongs to the worker. Whoever acts may put work into it, by this and by nothing else.
create function hub_enqueue(job text, payload json, key text, begins timestamptz default now()) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform graphile_worker.add_job(job, payload => payload, job_key => key, run_at => begins, max_attempts => 10);
end $$;
comment on function hub_enqueue(text, json, text, timestamptz) is 'Queues work for the worker, in the transaction of the act that wants it; begun no earlier than the moment given';

-- A table and the condition under which a row is the viewer's. The worker sees all, and so does the owner (a server's owner need not be
-- a superuser, and what a migration changes must not pass it by unseen). Later migrations protect their own tables with these.

create function protect(named regclass, seen text, written text default null) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', named);
  execute format('alter table %s force row level security', named);
  execute format('create policy of_the_owner on %s to current_role using (true) with check (true)', named);
  execute format('create policy of_the_worker on %s to golden_thread_worker using (true) with check (true)', named);
  if written is null then
    execute format('create policy of_the_viewer on %s to golden_thread_app using (%s) with check (%2$s)', named, seen);
  else
    execute format('create policy of_the_viewer on %s for select to golden_thread_app using (%s)', named, seen);
    execute format('create policy of_the_viewer_to_add on %s for insert to golden_thread_app with check (%s)', named, written);
    execute format('create policy of_the_viewer_to_change on %s for update to golden_thread_app using (%s) with check (%2$s)', named, written);
    execute format('create policy of_the_viewer_to_remove on %s for delete to golden_thread_app using (%s)', named, written);
  end if;
end $$;
comment on function protect(regclass, text, text) is 'Forces row-level security on a table: which rows the web is shown, and which it may write where those are others. What somebody is shown because it is their own is not theirs to write';

create function of_the_council() returns text language sql immutable set search_path = pg_catalog, pg_temp
  as $$ select 'local_area_id = any ((select hub_council_areas())::uuid[])' $$;
create function of_a_case(kind text default null, key text default 'case_id') returns text language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select format('%s or (local_area_id = (select hub_opened(''case_area'', %L)) and %I = (select hub_opened(''case'', %2$L))) or (local_area_id, %3$I) in (select s.local_area_id, s.case_id from %s s)',
    of_the_council(), coalesce(kind, '*'), key, case when kind is null then 'hub_cases()' else format('hub_cases_for(%L)', kind) end) $$;
create function of_a_child(kind text default null, key text default 'child_id') returns text language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select format('%s or (local_area_id = (select hub_opened(''case_area'', %L)) and %I = (select hub_opened(''case_child'', %2$L))) or (local_area_id, %3$I) in (select s.local_area_id, s.child_id from %s s)',
    of_the_council(), coalesce(kind, '*'), key, case when kind is null then 'hub_children()' else format('hub_children_for(%L)', kind) end) $$;
create function of_a_plan(kind text) returns text language sql immutable set search_path = pg_catalog, public, pg_temp
  as $$ select format('%s or (local_area_id = (select hub_opened(''case_area'', %L)) and plan_id = (select hub_opened(''case_plan'', %2$L))) or (local_area_id, plan_id) in (select s.local_area_id, s.plan_id from hub_plans_for(%2$L) s)',
    of_the_council(), kind) $$;
create function of_a_row(named text, parent text, key text) returns text language sql immutable set search_path = pg_catalog, public, pg_temp
  as $$ select format('%s or exists (select 1 from %I up where up.local_area_id = %I.local_area_id and up.id = %3$I.%I)', of_the_council(), parent, named, key) $$;
comment on function of_a_case(text, text) is 'A condition for protect(): the council''s own rows, and those in the cases where the viewer may look at this kind of record (domain/access/sights.ts)';
comment on function of_a_child(text, text) is 'The same by the child''s cases';
comment on function of_a_plan(text) is 'The same by the plan''s case';
comment on function of_a_row(text, text, text) is 'Rows that hang on another row: whoever sees that one sees these';

-- What everybody with a part reads when they open a case, and what an act of theirs folds or decides by.
select protect('case_file', of_a_case(key => 'id'));
select protect('child', of_a_child(key => 'id'));
select protect('case_party', of_a_case() || ' or person_id = (select hub_person())', of_a_case());
select protect(t::regclass, of_a_case()) from unnest(array['fact', 'clock', 'advice_request', 'consultation', 'term_to_keep_out', 'plan', 'reminder', 'reminder_step']) t;
select protect('child_setting', of_a_child());

-- What only some parts look at.
select protect(t::regclass, of_a_case('panel')) from unnest(array['panel_item']) t;
select protect(t::regclass, of_a_case('checks')) from unnest(array['check_release', 'plan_check_run']) t;
select protect(t::regclass, of_a_case('rights')) from unnest(array['capacity_assessment', 'permission_said']) t;
select protect('possible_duplicate', of_a_case('family-details'));
select protect('request', of_a_case('request'));
select protect('family_advice_request', of_a_case('advice-list'));
select protect('wish', of_a_case('shared-draft'));
select protect(t::regclass, of_a_case('overview')) from unnest(array['decision', 'icb_agreement']) t;
select protect(t::regclass, of_a_child('overview')) from unnest(array['child_address', 'communication_need']) t;
select protect('relationship', of_a_child('overview') || ' or person_id = (select hub_person())', of_a_child('overview'));
-- A setting that was asked reads the reports that were chosen for it.
select protect('advice', given.seen || $$ or ((local_area_id, case_id) in (select s.local_area_id, s.case_id from hub_cases_for('own-consultation') s)
    and (local_area_id, id) in (select k.local_area_id, unnest(k.advice_ids) from consultation k where k.organisation_id = any ((select hub_organisations())::uuid[])))$$, given.seen)
  from (select of_a_case('own-advice') || $$ or (local_area_id, case_id) in (select s.local_area_id, s.case_id from hub_cases_for('all-advice') s)$$) given (seen);
select protect(t::regclass, of_a_row(t, 'advice', 'advice_id')) from unnest(array['advice_line', 'advice_file', 'advice_kept_save']) t;
select protect(t::regclass, of_a_plan('working-draft')) from unnest(array['plan_line', 'plan_line_link', 'plan_presence']) t;
select protect(t::regclass, of_a_row(t, 'plan_line', 'line_id')) from unnest(array['plan_line_revision', 'plan_line_source', 'kept_text']) t;
select protect(t::regclass, of_a_row(t, 'plan', 'plan_id')) from unnest(array['plan_version', 'proposal']) t;
select protect(t::regclass, of_a_case('deliveries') || $$ or person_id = (select hub_person()) or organisation_id = any ((select hub_organisations())::uuid[])$$, of_a_case('deliveries'))
  from unnest(array['delivery', 'delivery_left_out']) t;
select protect('delivery_receipt', of_a_row('delivery_receipt', 'delivery', 'delivery_id'));

-- What belongs to one member of a family: parents who live apart never see each other's words.
select protect('message', of_the_council() || $$ or (with_person_id = (select hub_person())
  and (local_area_id, case_id) in (select s.local_area_id, s.case_id from hub_cases_for('messages') s))$$);
-- Whoever acts sends to others what they may not read again themselves.
select protect('notice', of_the_council() || $$ or to_person_id = (select hub_person()) or composed_by = (select hub_person())
  or (to_person_id is null and to_organisation_id is null and (local_area_id, case_id) in (select s.local_area_id, s.case_id from hub_cases_for('letters') s))$$, of_a_case());
select protect('outgoing', of_the_council() || $$ or to_person_id = (select hub_person()) or queued_by = (select hub_person())
  or to_organisation_id = any ((select hub_organisations())::uuid[])$$, of_a_case() || ' or case_id is null');

-- Requests being written belong to whoever began them: by account, or by what a browser or a person has in their hand.
select protect('request_draft_browser', 'token_hash = (select hub_browser())');
select protect('request_draft', $$
  started_by = (select hub_person())
  or (started_by is null and (reference = (select hub_reference()) or exists (select 1 from request_draft_browser b
    where b.local_area_id = request_draft.local_area_id and b.request_draft_id = request_draft.id and b.ends_at > (select hub_now()))))$$);
select protect('document', of_a_case() || $$
  or (case_id is null and exists (select 1 from request_draft d where d.local_area_id = document.local_area_id and d.id = document.request_draft_id))$$);
select protect('request_return_try', 'reference = (select hub_reference())');

-- What is one's own.
select protect('digest', of_the_council() || ' or person_id = (select hub_person())', of_the_council());
select protect('submission', 'person_id is not distinct from (select hub_person())');

-- The record of who looked: the family of the case, the council, whoever looks after the record, and everybody what they did themselves.
-- It is written by the owner's function alone.
select protect('audit_record', of_a_case('access-record') || $$ or person_id = (select hub_person()) or local_area_id = any ((select hub_areas_of('access-officer'))::uuid[])
  or other_case_ids && (select coalesce(array_agg(s.case_id), '{}') from hub_cases_for('access-record') s)$$);
-- Opening one is what gives sight, so that it cannot ask for it: by its own person, and looked at again by whoever looks after the record.
select protect('break_glass', of_a_case('access-record') || $$ or person_id = (select hub_person()) or local_area_id = any ((select hub_areas_of('access-officer'))::uuid[])$$,
  of_the_council() || $$ or local_area_id = any ((select hub_areas_of('access-officer'))::uuid[])
  or (person_id = (select hub_person()) and exists (select 1 from part_of_role r where r.part = 'break-glass' and r.role = any ((select hub_roles())::text[])))$$);
select protect('break_glass_review', of_the_council() || $$ or local_area_id = any ((select hub_areas_of('access-officer'))::uuid[])$$);
select protect('unusual_access', of_the_council() || $$ or local_area_id = any ((select hub_areas_of('access-officer'))::uuid[])$$);

-- What waits before it leaves. Whoever sees a row that is held must see that it is: were these hidden from them, it would look as if it had left.
select protect('sending', of_a_case(), of_the_council());
select protect('sent_thing', of_a_row('sent_thing', 'sending', 'sending_id'), of_the_council());
-- A near miss is written down by whoever was stopped, and read by whoever decides.
select protect('sending_stop', of_the_council() || ' or person_id = (select hub_person())', of_a_case());
select protect(t::regclass, of_a_case()) from unnest(array['released_finding', 'paragraph_mark']) t;
select protect(t::regclass, of_the_council() || format(' or %I = (select hub_person()) or local_area_id = any ((select hub_areas_of(%L))::uuid[])', by_whom, 'access-officer'))
  from (values ('portal_report', 'reported_by'), ('portal_lock', 'locked_by')) k (t, by_whom);

-- Who is what to a child. What a court or the council keeps from somebody, and where each one's letters go, is read by every act that
-- writes to a family: an order that is hidden from whoever sends would be an order that is not kept.
select protect('restriction', of_a_child(), of_the_council());
select protect('restriction_change', of_the_council());
select protect(t::regclass, of_a_child()) from unnest(array['relationship_was', 'service_address']) t;
select protect('address_dispute', of_a_case());
select protect('sealed_address', of_a_child('sealed-address'), of_a_child('overview'));
select protect('sealed_address_reading', of_a_case('sealed-address'));
select protect('proxy', of_a_case() || ' or person_id = (select hub_person())', of_a_case());

-- Copies with words removed: the text they are made from is the council's (hub_copies has the rest).
select protect('redaction', of_a_case('copies'));
select protect('redaction_passage', of_a_row('redaction_passage', 'redaction', 'redaction_id'));
select protect('export_made', of_the_council() || ' or person_id = (select hub_person())', 'person_id = (select hub_person())');

-- Messages with links and codes are handed to the worker and read by nobody else, not even by whoever asked for them.
select protect('account_message', 'false', 'sent_at is null');
