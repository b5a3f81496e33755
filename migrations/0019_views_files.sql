-- Drawings, photographs, recordings and films that a family gives as its views: many children say more with them than in words.
-- CFA 2014 s.19 (views, wishes and feelings); SEND Code 2015, 1.6 and 9.21.

create table advice_file (
  local_area_id uuid not null,
  advice_id uuid not null,
  document_id uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (local_area_id, advice_id, document_id),
  foreign key (local_area_id, advice_id) references advice (local_area_id, id),
  foreign key (local_area_id, document_id) references document (local_area_id, id)
);
comment on table advice_file is 'Pictures, sound and film that are part of views: shown with them, to whoever may read the views';
comment on column advice_file.removed_at is 'Taken out again by whoever was writing, before the views were sent';
