-- Lists of today's work, of delays and of what is overdue look for open limits by their day. Of the open clocks of an area three in four are no limits: windows that
-- stay open when their time is over, duties and floors. With these in the index a list read four rows to show one.
create index clock_open_limits on clock (local_area_id, due_on) where is_open and nature = 'limit';
