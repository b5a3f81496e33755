-- A body's own administrator looks after who works there: who came and went, who was confirmed, what is handed on, whose account is not
-- used. Bodies stand outside areas (a school has children of seven councils), so these rows belong to a body; of a child they say nothing.

-- What is there already is taken as confirmed today: the first review of an installation is due 90 days from now.
alter table membership add column confirmed_on date not null default current_date;
comment on column membership.confirmed_on is 'When an administrator last gave or confirmed it: it is looked at again 90 days later';
create index membership_by_confirmed on membership (confirmed_on) where to_on is null;

create table staff_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null references person (id),
  what text not null check (what in ('added', 'role-given', 'role-ended', 'leaving', 'staying', 'left', 'invited', 'confirmed', 'ended-unconfirmed', 'closed-unused')),
  role text,
  last_on date,
  review_id uuid,
  by_person_id uuid references person (id),
  at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table staff_event is 'What was done about who works at a body, by whom and when: only added to. By nobody: Golden Thread itself, at night, or the command of the installation';
create index staff_event_by_person on staff_event (person_id, at);

create function staff_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'staff events are only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger staff_event_stays before update or delete on staff_event for each statement execute function staff_event_stays();

create table leaving (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null references person (id),
  last_on date not null,
  hand_to_person_id uuid references person (id),
  decided_by uuid references person (id),
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  finished_at timestamptz,
  primary key (organisation_id, id)
);
comment on table leaving is 'Somebody leaves a body: their last day there, and who gets what they had in hand; null is the inbox of the body';
comment on column leaving.finished_at is 'When everything was handed on; until then the worker goes on with it';
create unique index leaving_once on leaving (organisation_id, person_id) where withdrawn_at is null and finished_at is null;

create table access_review (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  reviewed_by uuid not null references person (id),
  reviewed_at timestamptz not null,
  kept int not null,
  changed int not null,
  removed int not null,
  primary key (organisation_id, id)
);
comment on table access_review is 'One look at everybody who works at a body: what was said of each stands in staff_event';

create table staff_notice (
  key text primary key,
  person_id uuid references person (id),
  told_at timestamptz not null
);
comment on table staff_notice is 'What administrators, councils and staff were told about a review, each thing once: "review BODY DAY STEP PERSON"';

create table unused_warning (
  person_id uuid primary key references person (id),
  warned_on date not null
);
comment on table unused_warning is 'Whose account nobody uses, and when they were told that it will be closed';

-- Behind the second lock (0040): an administrator is shown the rows of their own body, and adds to those of a body of their council's area.
create function hub_bodies_of(wanted text) returns uuid[]
  language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
  as $$ select coalesce(array_agg(held.body), '{}') from unnest(hub_organisations(), hub_roles()) held (body, role) where held.role = wanted $$;
comment on function hub_bodies_of(text) is 'The bodies in which the viewer has this role';

create function hub_is_looking_after(organisation uuid) returns boolean
  language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
  as $$ select nullif(current_setting('hub.now', true), '') is null or organisation = any (hub_bodies_of('staff-administrator')) $$;
comment on function hub_is_looking_after(uuid) is 'Whether the viewer is the body''s administrator, or nobody looks: the program at work by itself';

-- An administrator sees no child and no row of a case. How much somebody has in hand, and how much waits at a body, they are told as
-- numbers by these two, which belong to the owner and pass row-level security (0040).

create function open_work_of(person uuid, organisation uuid, today date) returns table (kind text, items int)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select 'advice', count(*)::int from advice_request q
    where hub_is_looking_after($2) and q.asked_person_id = $1 and q.state in ('asked', 'received', 'returned') and q.kind not in ('parental', 'child-views')
      and (q.asked_organisation_id = $2 or (q.asked_organisation_id is null and not exists (
        select 1 from membership m where m.person_id = $1 and m.organisation_id <> $2 and m.role not in ('staff-administrator', 'access-officer')
          and m.from_on <= $3 and (m.to_on is null or m.to_on >= $3))))
    union all
    select 'cases', count(*)::int from case_file c join organisation o on o.id = $2 and o.kind = 'council' and o.local_area_id = c.local_area_id
    where hub_is_looking_after($2) and c.case_officer_id = $1 and c.stage not in ('closed', 'exported') $$;
comment on function open_work_of(uuid, uuid, date) is 'How many requests for advice and cases somebody has in hand at a body: numbers alone';

create function is_family(person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from relationship r where r.person_id = $1) or exists (select 1 from child c where c.person_id = $1)
      or exists (select 1 from case_party p where p.person_id = $1 and p.part in ('parent', 'young-person', 'representative', 'proxy')) $$;
comment on function is_family(uuid) is 'Whether somebody is family of any child, without saying of whom: their account stays when they leave a body';

create function waiting_at(organisation uuid) returns table (kind text, items int, since date)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select 'advice', count(*)::int, min(q.sent_on) from advice_request q
    where hub_is_looking_after($1) and q.asked_organisation_id = $1 and q.asked_person_id is null and q.state in ('asked', 'received', 'returned')
    union all
    select 'consultation', count(*)::int, min(k.sent_on) from consultation k where hub_is_looking_after($1) and k.organisation_id = $1 and k.answered_at is null and k.withdrawn_at is null
    union all
    select 'plan', count(*)::int, min((d.sent_at at time zone 'Europe/London')::date) from delivery d
    where hub_is_looking_after($1) and d.organisation_id = $1 and d.person_id is null and not d.by_post
      and not exists (select 1 from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id) $$;
comment on function waiting_at(uuid) is 'How much is sent to a body and taken on by nobody, and since when: numbers and a day alone';

select protect(t::regclass, of_own, of_own || ' or organisation_id in (select o.id from organisation o where o.local_area_id = any ((select hub_areas_of(''staff-administrator''))::uuid[]))')
  from unnest(array['staff_event', 'leaving', 'access_review']) t, (select 'organisation_id = any ((select hub_bodies_of(''staff-administrator''))::uuid[])') own (of_own);
-- The worker's alone.
select protect(t::regclass, 'false') from unnest(array['staff_notice', 'unused_warning']) t;
