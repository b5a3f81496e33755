-- Papers: uploads wait until a scanner has found them clean, copies with words removed for one reader, and a line for each file
-- of rows that somebody took out of the hub.

alter table document add column scan_state text not null default 'waiting' check (scan_state in ('waiting', 'clean', 'infected', 'failed'));
alter table document add column scanned_at timestamptz;
alter table document add column scanned_by text;
alter table document add column scan_words text;
comment on column document.scan_state is 'Nobody opens a file that is not clean, whoever sent it: waiting for the scanner, infected (its bytes are gone), or failed: the scanner will not look at it';
comment on column document.scanned_by is 'Which scanner said so';
comment on column document.scan_words is 'The name of what was found, or why the scanner would not look';
create index document_waiting_for_scan on document (uploaded_at) where scan_state = 'waiting';

create table redaction (
  local_area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  advice_id uuid,
  document_id uuid,
  reader text not null,
  reader_name text not null,
  why text not null,
  title text not null,
  source_text text not null,
  source_blocks jsonb not null,
  state text not null check (state in ('marking', 'checking', 'released', 'withdrawn')),
  demanded_by uuid not null references person (id),
  demanded_at timestamptz not null,
  marked_by uuid references person (id),
  marked_at timestamptz,
  returned_words text,
  released_by uuid references person (id),
  released_at timestamptz,
  copy_text text,
  copy_blocks jsonb,
  copy_sha256 text,
  copy_title text,
  pdf_sha256 text,
  docx_sha256 text,
  primary key (local_area_id, id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  foreign key (local_area_id, advice_id) references advice (local_area_id, id),
  foreign key (local_area_id, document_id) references document (local_area_id, id),
  check ((advice_id is null) <> (document_id is null)),
  check (released_by is null or released_by <> marked_by),
  check (state <> 'released' or (released_by is not null and copy_text is not null))
);
comment on table redaction is 'A report or document that some reader gets only as a copy with words removed; until the copy is released that reader has nothing of it';
comment on column redaction.reader is 'person:<id>, part:<part>, or everybody: all but the council''s team and whoever wrote or sent it';
comment on column redaction.source_text is 'The kept text that the passages point into, as it was when the copy was begun';
comment on column redaction.copy_text is 'What the reader gets: made without the removed words, never painted over';
comment on column redaction.copy_sha256 is 'SHA-256 of the copy as the second person read it';
create index redaction_by_case on redaction (local_area_id, case_id);
-- One copy under way or in force for each reader and thing.
create unique index redaction_of_advice_for_reader on redaction (local_area_id, advice_id, reader) where state <> 'withdrawn' and advice_id is not null;
create unique index redaction_of_document_for_reader on redaction (local_area_id, document_id, reader) where state <> 'withdrawn' and document_id is not null;

create table redaction_passage (
  local_area_id uuid not null,
  redaction_id uuid not null,
  passage_start int not null,
  passage_end int not null,
  reason text not null,
  found_as text not null,
  choice text check (choice in ('remove', 'keep')),
  chosen_by uuid references person (id),
  primary key (local_area_id, redaction_id, passage_start, passage_end),
  foreign key (local_area_id, redaction_id) references redaction (local_area_id, id),
  check (passage_end > passage_start)
);
comment on table redaction_passage is 'Words in a report that may have to be removed for a reader, why, and what a person chose; UTF-16 offsets into source_text';

create table export_made (
  local_area_id uuid not null,
  id uuid not null,
  export text not null,
  purpose text not null,
  purpose_words text,
  person_id uuid not null references person (id),
  made_at timestamptz not null,
  row_count int not null,
  sha256 text not null,
  primary key (local_area_id, id)
);
comment on table export_made is 'Rows taken out of the hub as a file: which, by whom, for what, how many, and the hash of the file';
