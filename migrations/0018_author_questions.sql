-- A plan writer asks a report's author what the report does not say, and the author answers in the hub.

alter table advice_line add column answer text;
alter table advice_line add column answered_by uuid references person (id);
alter table advice_line add column answered_at timestamptz;
comment on column advice_line.answer is 'What its author answered to the question in disposition_reason; the ledger keeps every earlier question and answer';
