-- Tables of a made-up library, to test migrations, values and the harness without knowing the product.

create table shelf (
  id uuid primary key,
  label text not null unique
);
comment on table shelf is 'A shelf';

create table book (
  id uuid primary key,
  shelf_id uuid references shelf (id),
  title_words text not null,
  bought_on date,
  lent_at timestamptz,
  lent_on_all date[] not null default '{}',
  returned_at_all timestamptz[] not null default '{}',
  pages bigint,
  notes jsonb not null default '{}'
);
comment on table book is 'A book';
