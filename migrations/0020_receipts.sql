-- Who opened a delivered plan: each person for themselves. A service's copy that one of its people opened was not opened by all.

create table delivery_receipt (
  local_area_id uuid not null,
  delivery_id uuid not null,
  person_id uuid not null references person (id),
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (local_area_id, delivery_id, person_id),
  foreign key (local_area_id, delivery_id) references delivery (local_area_id, id)
);
comment on table delivery_receipt is 'A person opened a plan that was delivered to them or to their service, and said that they have it';
create index delivery_receipt_by_person on delivery_receipt (person_id);

insert into delivery_receipt (local_area_id, delivery_id, person_id, opened_at, acknowledged_at)
  select local_area_id, id, opened_by, opened_at, case when acknowledged_by = opened_by then acknowledged_at end
  from delivery where opened_by is not null and opened_at is not null;
insert into delivery_receipt (local_area_id, delivery_id, person_id, opened_at, acknowledged_at)
  select local_area_id, id, acknowledged_by, acknowledged_at, acknowledged_at
  from delivery where acknowledged_by is not null and acknowledged_at is not null
  on conflict (local_area_id, delivery_id, person_id) do nothing;

alter table delivery drop column opened_at, drop column opened_by, drop column acknowledged_at, drop column acknowledged_by;
