-- Local accounts: how a person of the hub signs in without anybody else's sign-in service. An account stands outside areas, as the
-- person does. No account has one factor alone: what cannot be checked here (a passkey or a password is there) is done in one transaction.

create table account (
  person_id uuid primary key references person (id),
  email text not null,
  user_handle text not null unique,
  password_hash text,
  second_factor text check (second_factor in ('app', 'text', 'email')),
  app_key_sealed text,
  app_last_step bigint,
  phone_sealed text,
  wrong_codes int not null default 0,
  opened_at timestamptz not null,
  last_signed_in_at timestamptz,
  closed_at timestamptz,
  check (password_hash is null or second_factor is not null),
  check ((second_factor = 'app') = (app_key_sealed is not null)),
  check ((second_factor = 'text') = (phone_sealed is not null))
);
comment on table account is 'How a person signs in: the address they sign in with, a password with its second factor, or passkeys alone';
comment on column account.email is 'The sign-in name, in small letters; how the person is written to is person.email';
comment on column account.user_handle is 'What a passkey calls the person: random, so that it says nothing of them (WebAuthn 3, 14.6.1)';
comment on column account.password_hash is 'argon2id; null when there is none, or when it was made void because somebody who knew it kept guessing codes';
comment on column account.app_last_step is 'The time step of the last code taken from the app: it is never taken again (RFC 6238, 5.2)';
comment on column account.wrong_codes is 'Wrong codes after a right password; a right one takes off one';
comment on column account.closed_at is 'Nobody signs in with it from then on';
create unique index account_by_email on account (email);

create table passkey (
  id text primary key,
  person_id uuid not null references account (person_id),
  public_key text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  is_synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table passkey is 'A passkey of an account: the public half in base64url, and the counter that shows a copied one (WebAuthn 3, 6.1.1)';
create index passkey_by_person on passkey (person_id);

create table recovery_code (
  person_id uuid not null references account (person_id),
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table recovery_code is 'Codes shown once when the account was opened, each good for one sign-in; kept as hashes of 80 random bits';

create table invitation (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references person (id),
  email text not null,
  local_area_id uuid references local_area (id),
  case_id uuid,
  fact_kind text not null check (fact_kind in ('birth-date', 'code')),
  fact_hash text not null,
  wrong_facts int not null default 0,
  last_wrong_at timestamptz,
  invited_by uuid references person (id),
  invited_at timestamptz not null,
  ends_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (local_area_id, case_id) references case_file (local_area_id, id)
);
comment on table invitation is 'A link to open an account: bound to one address and one second fact that the message does not carry; 48 hours, once';
comment on column invitation.fact_hash is 'Hash of the second fact with the token of the link in it: a copy of this table is no help in guessing it';
comment on column invitation.invited_by is 'Null when the command of the installation made it';
create index invitation_by_person on invitation (person_id, invited_at);
create index invitation_by_case on invitation (local_area_id, case_id) where case_id is not null;

create table sign_in_step (
  token_hash text primary key,
  kind text not null check (kind in ('second-factor', 'recovery', 'set-up')),
  person_id uuid references person (id),
  data jsonb not null default '{}',
  tries int not null default 0,
  code_hash text,
  code_ends_at timestamptz,
  started_at timestamptz not null,
  ends_at timestamptz not null
);
comment on table sign_in_step is 'Half-way through: after the password and before the code; after the link in a message; while an account is set up';
comment on column sign_in_step.data is 'What was answered so far; keys and numbers in it are sealed';
create index sign_in_step_by_end on sign_in_step (ends_at);

create table used_challenge (
  challenge_hash text primary key,
  ends_at timestamptz not null
);
comment on table used_challenge is 'Challenges that a passkey has answered: each is answered once, until it would have ended anyway';

create table known_device (
  token_hash text primary key,
  person_id uuid not null references account (person_id),
  first_used_at timestamptz not null,
  last_used_at timestamptz not null
);
comment on table known_device is 'Browsers in which a person has signed in before: strangers'' wrong tries do not slow these down';
create index known_device_by_person on known_device (person_id);

create table slow_down (
  kind text not null,
  key_hash text not null,
  wrong int not null,
  last_wrong_at timestamptz not null,
  primary key (kind, key_hash)
);
comment on table slow_down is 'Wrong tries, by account, by browser, by network address: how long the next one waits is worked out from them';

create table account_message (
  id uuid primary key,
  sealed text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failure text
);
comment on table account_message is 'E-mails and texts with a link or a code in them: sealed until they are sent and empty afterwards, so that no colleague and no copy of the database can use one';
create index account_message_waiting on account_message (queued_at) where sent_at is null;
