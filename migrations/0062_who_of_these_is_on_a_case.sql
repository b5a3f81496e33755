-- The demonstration asks of those whom it offers, and of nobody else: the whole country was answered before.
drop function hub_people_on_cases();
create function hub_people_on_cases(people uuid[]) returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct p.person_id from case_party p where p.person_id = any (people) $$;
comment on function hub_people_on_cases(uuid[]) is 'Who of these has a part in some case, not whose: whom a demonstration offers to sign in as';
