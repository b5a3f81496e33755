-- What the family asked for, apart from why; and how it reached the council.

alter table wish add column because text;
alter table wish add column channel text not null default 'hub';
alter table wish add column meeting_on date;
comment on column wish.words is 'The setting, the format or the meeting that was asked for, by name; the reason stands in because';
comment on column wish.because is 'Why, in the family''s words; for a meeting, who should come and what helps';
comment on column wish.channel is 'How it was asked: in the hub, or told to staff by phone, letter or interpreter';
comment on column wish.meeting_on is 'The day of the meeting that the council offered in answer';
comment on column consultation.received_on is 'The day the setting has it: the same day online or by e-mail, the second working day by post';
alter table proposal add column because text;
comment on column proposal.because is 'Why a change is asked for; nobody has to say';
create unique index consultation_open on consultation (local_area_id, case_id, organisation_id) where withdrawn_at is null;
create index wish_by_case on wish (local_area_id, case_id);
