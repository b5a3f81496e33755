-- One review of a plan from its planning to the report (Children and Families Act 2014, s.44; SEND Regulations 2014, regs 18 to 21): where
-- and with whom it is held, who is invited, what each gives, what was noted at the meeting, and the report as it was sent. That and when
-- these happened are facts; here is what they say.

create table review_arrangement (
  local_area_id uuid not null,
  review_id uuid not null,
  case_id uuid not null,
  organisation_id uuid references organisation (id),
  version_id uuid not null,
  how text not null check (how in ('in-person', 'online', 'both')),
  place text not null,
  starts text not null,
  note text,
  needs jsonb not null default '{}',
  arranged_by uuid not null references person (id),
  arranged_at timestamptz not null,
  primary key (local_area_id, review_id),
  foreign key (local_area_id, case_id) references case_file (local_area_id, id),
  foreign key (local_area_id, version_id) references plan_version (local_area_id, id)
);
comment on table review_arrangement is 'A review of a plan that is arranged here: who convenes it, where, and which version of the plan it is of';
comment on column review_arrangement.organisation_id is 'The setting that arranges and holds it; absent where the council does (regs 20(1), 21)';
comment on column review_arrangement.starts is 'The time of day, as typed: "2pm"';
comment on column review_arrangement.needs is 'In or beyond Year 9: for each side of adult life, whether somebody is needed for it in the room';
create index review_arrangement_by_case on review_arrangement (local_area_id, case_id);

create table review_invitation (
  local_area_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  case_id uuid not null,
  part text not null check (part in ('young-person', 'child', 'parent', 'setting', 'officer', 'health', 'social-care', 'adviser', 'other')),
  person_id uuid references person (id),
  organisation_id uuid references organisation (id),
  name text not null,
  pathway text,
  line_ids uuid[] not null default '{}',
  needs text,
  sent_at timestamptz,
  coming text check (coming in ('yes', 'no', 'words')),
  answer_words text,
  answered_at timestamptz,
  papers_at timestamptz,
  attended text check (attended in ('came', 'online', 'words', 'no')),
  taken_off_at timestamptz,
  primary key (local_area_id, id),
  foreign key (local_area_id, review_id) references review_arrangement (local_area_id, review_id)
);
comment on table review_invitation is 'Somebody invited to a review: a person, a body, or a name of somebody without an account, whom whoever convenes reaches another way';
comment on column review_invitation.line_ids is 'The lines of the plan that they are asked about, worked out when they were put on the list';
comment on column review_invitation.needs is 'An interpreter or another format, as it was on record when they were invited';
comment on column review_invitation.papers_at is 'When the papers first went to them; nobody has papers before that';
create index review_invitation_by_review on review_invitation (local_area_id, review_id);
create index review_invitation_by_person on review_invitation (person_id) where taken_off_at is null;

create table review_contribution (
  local_area_id uuid not null,
  invitation_id uuid not null,
  review_id uuid not null,
  case_id uuid not null,
  family_person_id uuid references person (id),
  content jsonb not null,
  version integer not null default 1,
  saved_by uuid not null references person (id),
  saved_at timestamptz not null,
  channel text not null default 'hub',
  given_at timestamptz,
  given_by uuid references person (id),
  proposals jsonb not null default '[]',
  circulated_at timestamptz,
  aside jsonb not null default '[]',
  primary key (local_area_id, invitation_id),
  foreign key (local_area_id, invitation_id) references review_invitation (local_area_id, id)
);
comment on table review_contribution is 'What one invitee gives to a review: theirs alone until it is given, then the convenor''s and the council''s, and with the papers everybody''s who may read it';
comment on column review_contribution.family_person_id is 'Whose words of the family they are: parents who live apart never see each other''s';
comment on column review_contribution.proposals is 'The proposals that came of it, with the line of each';
comment on column review_contribution.aside is 'Saves that came after somebody else''s: kept beside what stands, so that nothing typed is lost';
create index review_contribution_by_review on review_contribution (local_area_id, review_id);

create table review_report (
  local_area_id uuid not null,
  review_id uuid not null,
  case_id uuid not null,
  note jsonb not null default '{}',
  draft jsonb not null default '{}',
  version integer not null default 1,
  saved_by uuid not null references person (id),
  saved_at timestamptz not null,
  sent jsonb,
  sha256 text,
  sent_at timestamptz,
  sent_by uuid references person (id),
  primary key (local_area_id, review_id),
  foreign key (local_area_id, review_id) references review_arrangement (local_area_id, review_id),
  check ((sent is null) = (sent_at is null))
);
comment on table review_report is 'What was noted at a review meeting and the report of it: being written, then frozen as it was sent, from which each reader''s copy is made';

create table review_grade (
  local_area_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  case_id uuid not null,
  child_voice text not null check (child_voice in ('good', 'some', 'none')),
  specificity text not null check (specificity in ('good', 'some', 'none')),
  words text not null,
  graded_by uuid not null references person (id),
  graded_at timestamptz not null,
  primary key (local_area_id, id),
  foreign key (local_area_id, review_id) references review_report (local_area_id, review_id)
);
comment on table review_grade is 'How the council found the report of a review, for whoever wrote it to read: the latest counts';

select protect(t::regclass, of_a_case('reviews')) from unnest(array['review_arrangement', 'review_invitation', 'review_report']) t;
-- A grade is between the council and whoever convened: the family reads the report, not how it was found.
select protect('review_grade', of_a_case('reviews'), of_the_council());
select protect('review_contribution', format($$(%s) and (%s or family_person_id is null or family_person_id = (select hub_person()) or cardinality((select hub_organisations())::uuid[]) > 0)$$, of_a_case('reviews'), of_the_council()));
