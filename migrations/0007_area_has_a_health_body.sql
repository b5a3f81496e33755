-- The health body responsible for commissioning in an area: told of requests, asked to agree section G, sent every final plan.

alter table local_area add column icb_organisation_id uuid references organisation (id);
comment on column local_area.icb_organisation_id is 'The integrated care board (the responsible commissioning body)';
alter table local_area add column social_care_organisation_id uuid references organisation (id);
comment on column local_area.social_care_organisation_id is 'The council''s social care service, told of requests and asked for advice under reg 6(1)(e)';
