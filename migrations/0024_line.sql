-- The next step on the case row is read from the clocks, and so can differ from what was kept before: every case is folded again
-- when `migrate` looks for cases whose clocks are behind their facts (docs/decisions/0009).

update case_file set clocks_seq = null where clocks_seq is not null;
