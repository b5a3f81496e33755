import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database.ts'
import { migrate, readMigrations } from './migrate.ts'

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

for (const [name, text, fault] of [
  ['0002_again.sql', 'select 1;', /there is a number 0002 already/],
  ['0003-hyphen.sql', 'select 1;', /not named like/],
  ['0003_commits.sql', 'create table x (id int);\n  COMMIT;\n', /ends a transaction/],
] as const) {
  test(`${name} is refused`, () => {
    write(name, text)
    assert.throws(() => readMigrations(directory), fault)
  })
}
