-- What the second lock knows (0040 closes the tables with it): who is looking, which was said at the beginning of the transaction
-- (casebook/tx.ts), what roles and parts can see, which is filled from the code, and the viewer's parts, cases, children and plans. See
-- docs/decisions/0014.

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
create function hub_role_areas() returns uuid[] language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select coalesce(nullif(current_setting('hub.role_areas', true), ''), '{}')::uuid[] $$;
-- What somebody without an account has in their hand: the hash of their browser's cookie, or the reference they were given.
create function hub_browser() returns text language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.browser', true), '') $$;
create function hub_reference() returns text language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.reference', true), '') $$;
comment on function hub_organisations() is 'The bodies the viewer has a role in; hub_roles() has the role in each, and hub_role_areas() the area of a council''s, at the same place';

create function hub_areas_of(wanted text) returns uuid[]
  language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
  as $$ select coalesce(array_agg(held.area) filter (where held.area is not null), '{}') from unnest(hub_roles(), hub_role_areas()) held (role, area) where held.role = wanted $$;
comment on function hub_areas_of(text) is 'The areas in which the viewer has this role, whether or not it opens cases';

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

-- Sight. Asked once in a statement, never for each row: the policies below put these into uncorrelated subqueries, and so do these with who
-- is looking (a stable function in a condition is called for every row).

create function hub_consents() returns table (local_area_id uuid, case_id uuid, part text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 1 as $$
    select distinct x.local_area_id, x.case_id, given.part from proxy x cross join lateral (select 'proxy' as part union all select 'proxy-' || scope from unnest(x.scopes) scope) given
    where x.person_id = (select hub_person()) and x.from_on <= (select hub_today()) and x.to_on >= (select hub_today()) and x.ended_at is null $$;
comment on function hub_consents() is 'For whom the viewer acts today by a family member''s consent, and the parts that it names: a row of case_party alone gives nothing';

create function hub_party_parts() returns table (local_area_id uuid, case_id uuid, part text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200 as $$
    select p.local_area_id, p.case_id, p.part from case_party p
    where p.person_id = (select hub_person()) and p.from_on <= (select hub_today()) and (p.to_on is null or p.to_on >= (select hub_today()))
      and (p.part in ('parent', 'young-person', 'representative')
        or (p.organisation_id is null and p.part in (select r.part from part_of_role r where r.role = any ((select hub_roles())::text[]))))
    union all
    select p.local_area_id, p.case_id, p.part
    from unnest(hub_organisations(), hub_roles()) held (organisation_id, role)
    join part_of_role r on r.role = held.role
    join case_party p on p.organisation_id = held.organisation_id and p.part = r.part and (p.person_id is null or p.person_id = (select hub_person()))
    where p.from_on <= (select hub_today()) and (p.to_on is null or p.to_on >= (select hub_today()))
    union all
    select p.local_area_id, p.case_id, c.part from hub_consents() c join case_party p on p.local_area_id = c.local_area_id and p.case_id = c.case_id
    where p.person_id = (select hub_person()) and p.part = 'proxy' and p.from_on <= (select hub_today()) and (p.to_on is null or p.to_on >= (select hub_today()))
    union all
    select g.local_area_id, g.case_id, 'founder' from case_founding g where g.transaction = pg_current_xact_id_if_assigned()::text $$;
comment on function hub_party_parts() is 'The parts of the viewer today: a family''s by rows of their own, anybody else''s by rows of their own or their body''s where a role they hold (there) brings that part; who acts for a family member has what a live consent names. The least that can be said without opening a case, so the most that any day gives';

create function hub_emergencies() returns table (local_area_id uuid, case_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 1 as $$
    select g.local_area_id, g.case_id from break_glass g
    where g.person_id = (select hub_person()) and g.opened_at <= (select hub_now()) and g.ends_at > (select hub_now()) and g.ended_at is null
      and exists (select 1 from part_of_role r where r.part = 'break-glass' and r.role = any ((select hub_roles())::text[])) $$;
comment on function hub_emergencies() is 'Cases that the viewer has open in an emergency; the right goes with the role, at once';

create index restriction_by_person on restriction (person_id) where person_id is not null;
create function hub_kept_from() returns table (local_area_id uuid, case_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 1 as $$
    select c.local_area_id, c.id from restriction r join case_file c on c.local_area_id = r.local_area_id and c.child_id = r.child_id
    where r.person_id = (select hub_person()) and 'may-not-see-record' = any(r.effects)
      and r.from_on <= (select hub_today()) and (r.to_on is null or r.to_on >= (select hub_today())) $$;
comment on function hub_kept_from() is 'Cases whose record a court order or the council keeps from the viewer today, whatever part they have in them';

create function hub_parts() returns table (local_area_id uuid, case_id uuid, part text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200 as $$
    select h.local_area_id, h.case_id, h.part from (select * from hub_party_parts() union all select e.local_area_id, e.case_id, 'break-glass' from hub_emergencies() e) h
    where (h.local_area_id, h.case_id) not in (select k.local_area_id, k.case_id from hub_kept_from() k) $$;
comment on function hub_parts() is 'Every part that the viewer has today, in an emergency too, but in no case that is kept from them';

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

create function hub_plans_for(wanted text) returns table (local_area_id uuid, plan_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 200
  as $$ select p.local_area_id, p.id from hub_cases_for(wanted) s join plan p on p.local_area_id = s.local_area_id and p.case_id = s.case_id $$;

create function hub_family_areas(person uuid) returns table (local_area_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct p.local_area_id from case_party p where p.person_id = person and p.part in ('parent', 'young-person', 'representative', 'proxy') $$;
comment on function hub_family_areas(uuid) is 'The areas in which somebody is family of a child: asked when they are recognised, before anything is shown to them';

-- One case, opened: whoever works for a body with thousands of cases asks for one, and the thousands need not be gathered for each
-- statement about it. What stands here was found by the rows of this one case, and holds to the end of the transaction.
create function hub_open_case(area_code text, wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  opened record;
  kinds text[];
begin
  select c.local_area_id, c.id, c.child_id, (select p.id from plan p where p.local_area_id = c.local_area_id and p.case_id = c.id) as plan_id into opened
    from case_file c join local_area a on a.id = c.local_area_id where c.id = wanted and a.code = area_code;
  if not found or exists (select 1 from hub_kept_from() k where k.local_area_id = opened.local_area_id and k.case_id = opened.id) then return; end if;
  select array_agg(distinct k.kind) into kinds
    from case_party p
    cross join lateral (select p.part where p.part <> 'proxy' union all select c.part from hub_consents() c where p.part = 'proxy' and c.local_area_id = p.local_area_id and c.case_id = p.case_id) held
    cross join lateral (select '*' as kind union all select r.kind from access_rule r where r.part = held.part) k
    where p.local_area_id = opened.local_area_id and p.case_id = opened.id
      and p.from_on <= (select hub_today()) and (p.to_on is null or p.to_on >= (select hub_today()))
      and ((p.person_id = (select hub_person()) and p.part in ('parent', 'young-person', 'representative', 'proxy'))
        or (p.person_id = (select hub_person()) and p.organisation_id is null and p.part in (select r.part from part_of_role r where r.role = any ((select hub_roles())::text[])))
        or ((p.person_id is null or p.person_id = (select hub_person())) and exists (
          select 1 from unnest(hub_organisations(), hub_roles()) at (organisation_id, role) join part_of_role r on r.role = at.role
          where at.organisation_id = p.organisation_id and r.part = p.part)));
  if kinds is null then return; end if;
  perform set_config('hub.case_area', opened.local_area_id::text, true), set_config('hub.case', opened.id::text, true), set_config('hub.case_child', opened.child_id::text, true),
    set_config('hub.case_plan', coalesce(opened.plan_id::text, ''), true), set_config('hub.case_kinds', kinds::text, true);
end $$;
comment on function hub_open_case(text, uuid) is 'Notes for this transaction that the viewer has a part in a case, and what kinds of record it lets them look at';

create function hub_opened(what text, wanted text) returns uuid language sql stable parallel safe set search_path = pg_catalog, pg_temp
  as $$ select nullif(current_setting('hub.' || what, true), '')::uuid where wanted = any (nullif(current_setting('hub.case_kinds', true), '')::text[]) $$;
comment on function hub_opened(text, text) is 'The case that was opened, its area, child or plan, where the viewer may look at this kind of record in it';

create function hub_areas_met(body uuid) returns table (local_area_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    (select p.local_area_id from case_party p where p.organisation_id = body order by p.local_area_id limit 1)
    union
    (select p.local_area_id from case_party p where p.organisation_id = body order by p.local_area_id desc limit 1) $$;
comment on function hub_areas_met(uuid) is 'The first and the last area with whose children a body has to do: asked when somebody of it is recognised, before anything is shown to them';
