-- A young person who holds the rights and has no account of their own is reminded on paper: the row then names neither a person nor a body.

alter table reminder drop constraint reminder_check1;
alter table reminder add constraint reminder_of_one check (person_id is null or organisation_id is null);
comment on column reminder.recipient_id is 'The person or the organisation, whichever of the two columns is filled; the child''s own id where the young person has no account';
