-- Overdue work and rates are counted by the clock and its days, of every case of an area: by index, never by going through them.

create index clock_of_area_by_due on clock (local_area_id, clock_id, due_on);
comment on index clock_of_area_by_due is 'Overdue work, and rates by legal day';
create index clock_of_area_by_met on clock (local_area_id, clock_id, met_on) where met_on is not null;
comment on index clock_of_area_by_met is 'Rates by the day of completion';
