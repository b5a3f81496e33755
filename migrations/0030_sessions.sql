-- Sessions as a person can see and end them, the accounts elsewhere by which people sign in, what was typed when a session ended,
-- and how long a council's staff may stay away.

-- Everybody signs in once more: of the sessions so far it is not known how they began.
delete from session;

alter table session
  add column id uuid not null unique,
  add column kind text not null check (kind in ('administrator', 'staff', 'family')),
  add column method text not null check (method in ('demo', 'passkey', 'password', 'recovery', 'outside')),
  add column proven_at timestamptz not null,
  add column second_factor_at timestamptz,
  add column device text not null default '',
  add column is_shared_computer boolean not null default false,
  add column chosen_organisation_id uuid references organisation (id),
  add column chosen_local_area_id uuid references local_area (id),
  add column provider text,
  add column provider_subject text,
  add column provider_session text,
  add column provider_token text,
  add column ended_at timestamptz,
  add column ended_because text check (ended_because in ('idle', 'limit', 'elsewhere', 'provider', 'account', 'role-ended', 'password'));
comment on table session is 'Signed-in sessions; only a hash of the token is kept. An ended one stays for a day, so that its last page can say why';
comment on column session.kind is 'Kind of user when the token was made: when they become a stricter kind, the token is made anew';
comment on column session.proven_at is 'When the person last proved who they are; sensitive acts ask for it again after some minutes';
comment on column session.second_factor_at is 'When a second factor was proven, here or at the provider';
comment on column session.device is 'Browser and system in words, for the person''s own list of sessions';
comment on column session.chosen_organisation_id is 'For which of their organisations they work just now: lists are narrowed to it, and facts are recorded for it; null is all';
comment on column session.chosen_local_area_id is 'To which area lists are narrowed; null is all';
comment on column session.provider is 'Name in the settings of the provider that they signed in with';
comment on column session.provider_session is 'The provider''s own id of its session (sid): it may tell us that this one is over';
comment on column session.provider_token is 'The id token, sealed: the provider asks for it to sign them out there';
create index session_by_person on session (person_id);
create index session_by_provider on session (provider, provider_subject) where provider is not null;

create table outside_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id),
  provider text not null,
  bound_at timestamptz not null,
  bound_how text not null check (bound_how in ('invitation', 'administrator', 'invited-email')),
  bound_by uuid references person (id),
  last_used_at timestamptz,
  ended_at timestamptz,
  primary key (issuer, subject)
);
comment on table outside_identity is 'The account elsewhere by which a person signs in: bound by an invitation or an administrator, never by itself';
comment on column outside_identity.subject is 'What the provider calls this person for good: its sub, or the claim that its settings name';
create index outside_identity_by_person on outside_identity (person_id);

create table waiting_identity (
  code_hash text primary key,
  issuer text not null,
  subject text not null,
  provider text not null,
  told_name text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null
);
comment on table waiting_identity is 'Somebody signed in at a provider and nobody here is bound to them: the code that they read to their administrator';
comment on column waiting_identity.told_name is 'Name or e-mail as the provider tells it, so that the administrator sees whom they bind';

create table logout_token_seen (
  issuer text not null,
  token_id text not null,
  seen_at timestamptz not null,
  primary key (issuer, token_id)
);
comment on table logout_token_seen is 'Tokens by which a provider said that a session is over: each counts once';

create table kept_typing (
  person_id uuid not null references person (id),
  id uuid not null,
  page text not null,
  sealed text not null,
  kept_at timestamptz not null,
  primary key (person_id, id)
);
comment on table kept_typing is 'What somebody had typed when their session ended, sealed: given back when the same person signs in, and gone after a week';

create table session_limit (
  local_area_id uuid primary key references local_area (id),
  staff_idle_minutes int not null check (staff_idle_minutes between 15 and 60),
  changed_at timestamptz not null,
  changed_by uuid not null references person (id)
);
comment on table session_limit is 'After how many minutes without a page an area signs its staff out; 30 where nothing is said';

create index case_party_by_organisation_area on case_party (organisation_id, local_area_id);
