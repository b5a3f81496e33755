-- Two people on one draft: how each revision came about and for whom, and a clash whole until it is settled.

alter table plan_line_revision add column how text not null default 'saved'
  check (how in ('saved', 'autosaved', 'removed', 'restored', 'resolved', 'moved'));
comment on column plan_line_revision.how is 'How it came about; moved: only its place among the others changed';
alter table plan_line_revision add column for_organisation_id uuid references organisation (id);
comment on column plan_line_revision.for_organisation_id is 'The body for which its author wrote: two organisations write one draft';

-- Nothing wrote to kept_text before this migration, so the new columns need no value for old rows.
alter table kept_text add column clash_no int not null;
comment on column kept_text.clash_no is 'Rows of one clash on a line share it: somebody who goes on typing adds to the same clash';
alter table kept_text add column section text not null;
alter table kept_text add column is_removed boolean not null default false;
alter table kept_text add column how text not null
  check (how in ('saved', 'autosaved', 'removed', 'restored', 'resolved'));
alter table kept_text add column settled_by uuid references person (id);
alter table kept_text add column settled_n int;
comment on column kept_text.settled_n is 'The revision that stood once the clash was settled';
create index kept_text_by_line on kept_text (local_area_id, line_id, clash_no);
