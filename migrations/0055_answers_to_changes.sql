-- The answer to "something has changed" can be taken back like anything else that staff send, and one that makes it a request for a new
-- assessment knows which (CFA 2014 s.44(2), (3)).

alter table sent_thing drop constraint sent_thing_kind_check;
alter table sent_thing add constraint sent_thing_kind_check
  check (kind in ('letter', 'message', 'part', 'advice-request', 'consultation', 'delivery', 'plan-version', 'change-answer'));

alter table change_said add column answer_id uuid;
comment on column change_said.answer_id is 'Of the answer that stands: what waits before it leaves is known by it. Another one each time it is answered';
alter table change_said add column reassessment_id uuid;
comment on column change_said.reassessment_id is 'The new assessment that the answer asks about, or begins';

-- A bulk sending takes reports along, chosen child by child, and knows what it opened: what was taken back was not sent.
alter table bulk_consultation_item add column advice_ids uuid[] not null default '{}';
comment on column bulk_consultation_item.advice_ids is 'Reports that the settings read with the plan';
alter table bulk_consultation_item add column consultation_ids uuid[] not null default '{}';
comment on column bulk_consultation_item.consultation_ids is 'What the act opened, one for each setting';
