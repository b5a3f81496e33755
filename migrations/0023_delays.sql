-- Honesty about delay is read from the ledger itself: what was told, the excuses claimed, and those withdrawn. A list finds them
-- by these and not through every fact of an area.

create index fact_delay_explained on fact (local_area_id, case_id, happened_on) where type = 'delay-explained';
comment on index fact_delay_explained is 'What a family was told of a limit, for the officer''s list and the counts of delay';
create index fact_excuse on fact (local_area_id, case_id) where type in ('excuse-claimed', 'excuse-withdrawn');
comment on index fact_excuse is 'Excuses of the law that were claimed or withdrawn';
create index fact_corrections on fact (local_area_id, case_id, corrects_seq) where corrects_seq is not null;
comment on index fact_corrections is 'Whether a fact still stands, without reading the whole ledger';
create index clock_excused on clock (local_area_id, due_on) where excused_by is not null and met_on is null and overtaken_by is null;
comment on index clock_excused is 'Limits that an excuse disapplies and that are still owed: as soon as practicable';
