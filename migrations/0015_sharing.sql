-- A consulted setting is shown chosen reports beside the draft.

alter table consultation add column advice_ids uuid[] not null default '{}';
comment on column consultation.advice_ids is 'Reports chosen to go with the draft: the setting reads these and no others';
