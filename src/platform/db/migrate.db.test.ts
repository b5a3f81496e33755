import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database.ts'
import { migrate, readMigrations, refuseDatabaseBehind } from './migrate.ts'

const example = path.resolve(import.meta.dirname, '../../../test/harness/example-migrations')
let directory: string
let library: FreshDatabase<object>

before(async () => {
  library = await freshDatabase<object>({ migrations: example })
})
after(() => library.drop())
beforeEach((context) => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'gt-migrations-'))
  cpSync(example, directory, { recursive: true })
  if ('after' in context) context.after(() => rmSync(directory, { recursive: true }))
})

const write = (name: string, text: string): void => writeFileSync(path.join(directory, name), text)
const run = (): Promise<string[]> => migrate({ connectionString: library.connectionString, directory })
const hasTable = async (name: string): Promise<boolean> =>
  (await sql`select 1 from information_schema.tables where table_name = ${name}`.execute(library.db)).rows.length === 1

test('what has run does not run again', async () => assert.deepEqual(await run(), []))

test('a file that fails leaves nothing of itself, says where, and can be put right', async () => {
  write('0003_pamphlet.sql', 'create table pamphlet (id int);\nselect * from nowhere;')
  await assert.rejects(run(), /0003_pamphlet\.sql failed at line 2/)
  assert.equal(await hasTable('pamphlet'), false)
})

test('two starts at once run a new file once', async () => {
  const own = await freshDatabase<object>({ migrations: example })
  write('0003_map.sql', 'select pg_sleep(0.1); create table map (id int);')
  const both = await Promise.all([1, 2, 3].map(() => migrate({ connectionString: own.connectionString, directory })))
  assert.deepEqual(both.flat(), ['0003_map.sql'])
  await own.drop()
})

test('a file changed after it ran is refused before anything new runs', async () => {
  write('0002_book_by_shelf.sql', 'select 2;')
  write('0003_globe.sql', 'create table globe (id int);')
  await assert.rejects(run(), /0002_book_by_shelf\.sql was changed after it ran/)
  assert.equal(await hasTable('globe'), false)
})

test('other line ends are not a change', async () => {
  write('0002_book_by_shelf.sql', 'create index book_by_shelf on book (shelf_id);\r\n')
  assert.deepEqual(await run(), [])
})

test('a database newer than the program is refused', async () => {
  rmSync(path.join(directory, '0002_book_by_shelf.sql'))
  await assert.rejects(run(), /newer than this program/)
})

test('numbers may leave gaps, but a file that comes before one that ran is refused', async () => {
  const own = await freshDatabase<object>({ migrations: example })
  write('0009_later.sql', 'create table later (id int);')
  const runOwn = (): Promise<string[]> => migrate({ connectionString: own.connectionString, directory })
  assert.deepEqual(await runOwn(), ['0009_later.sql'])
  write('0005_between.sql', 'create table between_two (id int);')
  await assert.rejects(runOwn(), /0005_between\.sql comes before it/)
  await own.drop()
})

const open = async (connectionString: string): Promise<Client> => {
  const client = new Client({ connectionString })
  await client.connect()
  return client
}

test('a file that finds its table held gives up, with nothing done, and runs when the table is free', async () => {
  const own = await freshDatabase<object>({ migrations: example })
  write('0003_sheets.sql', 'create table leaflet (id int); alter table book add column sheets int;')
  const reader = await open(own.connectionString)
  await reader.query('begin; lock table book in access share mode')
  await assert.rejects(migrate({ connectionString: own.connectionString, directory, tries: 1 }), /held by others .* Nothing of it was done/)
  assert.deepEqual((await sql`select 1 from information_schema.tables where table_name = 'leaflet'`.execute(own.db)).rows, [])
  const later = migrate({ connectionString: own.connectionString, directory })
  await reader.query('commit')
  assert.deepEqual(await later, ['0003_sheets.sql'])
  await reader.end()
  await own.drop()
})

test('an index outside a transaction is made beside what others write, and anew when it was left half made', async () => {
  const own = await freshDatabase<object>({ migrations: example })
  write('0003_book_by_pages.sql', '-- outside a transaction\n-- Two are never as thick.\ncreate unique index concurrently book_by_pages on book (pages);\ndrop index concurrently if exists book_by_shelf;\n')
  const isWhole = async (): Promise<boolean | undefined> => (await sql<{ isWhole: boolean }>`select indisvalid as "isWhole" from pg_index where indexrelid = to_regclass('book_by_pages')`.execute(own.db)).rows[0]?.isWhole
  const runOwn = (): Promise<string[]> => migrate({ connectionString: own.connectionString, directory })
  await sql`insert into book (id, title_words, pages) select gen_random_uuid(), 'Atlas', 1 from generate_series(1, 2)`.execute(own.db)
  await assert.rejects(runOwn(), /0003_book_by_pages\.sql failed at the index book_by_pages: .*could not create unique index/)
  assert.equal(await isWhole(), false, 'half made')
  await sql`delete from book`.execute(own.db)
  const writer = await open(own.connectionString)
  await writer.query('begin; lock table book in row share mode')
  const made = Promise.all([runOwn(), runOwn()])
  await sql`insert into book (id, title_words, pages) values (gen_random_uuid(), 'Atlas', 2)`.execute(own.db)
  await writer.query('commit')
  await writer.end()
  assert.deepEqual((await made).flat(), ['0003_book_by_pages.sql'])
  assert.equal(await isWhole(), true)
  assert.deepEqual((await sql`select 1 from pg_class where relname = 'book_by_shelf'`.execute(own.db)).rows, [])
  await own.drop()
})

test('a program does not start on tables older than it, and does on newer ones', async () => {
  const own = await freshDatabase<object>({ migrations: example })
  await refuseDatabaseBehind(own.asWeb, example)
  write('0003_globe.sql', 'create table globe (id int);')
  await assert.rejects(refuseDatabaseBehind(own.asWorker, directory), /has not been through migrations\/0003_globe\.sql yet: run golden-thread migrate/)
  await migrate({ connectionString: own.connectionString, directory })
  await refuseDatabaseBehind(own.asWeb, example)
  await own.drop()
})

for (const [name, text, fault] of [
  ['0002_again.sql', 'select 1;', /there is a number 0002 already/],
  ['0003-hyphen.sql', 'select 1;', /not named like/],
  ['0003_outside.sql', '-- outside a transaction\ncreate index concurrently a on book (id);\nupdate book set id = id;', /stands only .* not: update book/],
  ['0003_commits.sql', 'create table x (id int);\n  COMMIT;\n', /ends a transaction/],
] as const) {
  test(`${name} is refused`, () => {
    write(name, text)
    assert.throws(() => readMigrations(directory), fault)
  })
}
