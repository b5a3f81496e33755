-- What a case waits for next, folded from its facts beside the tracks, so that lists can be ordered and filtered by it.

alter table case_file add column next_step text;
alter table case_file add column next_due_on date;
alter table case_file add column next_holder text;
comment on column case_file.next_step is 'Cache: the step of the timeline that the case waits for; null when nothing is owed';
comment on column case_file.next_due_on is 'Cache: the last day for that step; late means that it is before today, which is worked out when read';
comment on column case_file.next_holder is 'Cache: council, family, advisers or setting: whose turn it is';
create index case_file_by_due on case_file (local_area_id, next_due_on);
create index case_file_by_reference on case_file (lower(reference));
create index child_by_upn on child (upn) where upn is not null;
create index child_by_birth_date on child (born_on);
create index message_by_thread on message (local_area_id, case_id, with_person_id, sent_at);
create index outgoing_by_person on outgoing (to_person_id);
