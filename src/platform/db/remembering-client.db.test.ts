// What a connection remembers of its statements: they get a name when they come often, and are read anew when a table has changed.

import assert from 'node:assert/strict'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { sql, type Kysely } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database.ts'
import { transactionWith } from './begin-with.ts'
import { openDatabase } from './database.ts'
import { isPassing } from './passing-fault.ts'
import { isOutdated } from './remembering-client.ts'

type Library = { book: { id: string } }
let library: FreshDatabase<Library>
let db: Kysely<Library>

before(async () => {
  library = await freshDatabase<Library>({ migrations: path.resolve(import.meta.dirname, '../../../test/harness/example-migrations') })
  db = openDatabase<Library>(library.connectionString, { max: 1, allowExitOnIdle: true })
})
after(async () => { await db.destroy(); await library.drop() })

const booksAfter = (id: string): Promise<unknown[]> => db.selectFrom('book').selectAll().where('id', '>', id).execute()
const nobody = '00000000-0000-7000-8000-00000000000'
/** What the one connection has names for. */
const named = async (like: string): Promise<number> => (await sql<{ statement: string }>`select statement from pg_prepared_statements where statement like ${like}`.execute(db)).rows.length

test('a statement that comes often is read once, and one that comes seldom is not kept', async () => {
  for (let n = 0; n < 9; n += 1) await booksAfter(`${nobody}${n}`)
  await db.selectFrom('book').select('id').where('id', '=', `${nobody}1`).execute()
  for (let n = 0; n < 9; n += 1) await sql`with all_of_them as (select id from book where id > ${`${nobody}${n}`}) select count(*) from all_of_them`.execute(db)
  assert.equal(await named('select * from "book" where "id" >%'), 1)
  assert.equal(await named('select "id" from "book"%'), 0)
  assert.equal(await named('with %'), 0, 'what gathers a list is planned for its values')
})

test('transactions that say the same as they begin, many at one moment, begin all the same', async () => {
  for (let n = 0; n < 9; n += 1) {
    const said = await transactionWith(db, { 'library.reader': 'nobody' }, async (tx) => (await sql<{ reader: string }>`select current_setting('library.reader') as reader`.execute(tx)).rows)
    assert.deepEqual(said, [{ reader: 'nobody' }])
  }
  assert.equal(await named('begin%'), 0)
})

test('when a table has changed, the next asking is told to come again, and is then answered by a connection that reads anew', async () => {
  for (let n = 0; n < 9; n += 1) await booksAfter(`${nobody}${n}`)
  await sql`alter table book add column shelf text`.execute(library.db)
  const fault = await booksAfter(`${nobody}1`).then(() => undefined, (error: unknown) => error)
  assert.ok(isOutdated(fault) && isPassing(fault), String(fault))
  assert.deepEqual(await booksAfter(`${nobody}1`), [])
})

test('in a transaction too, which is undone and leaves nothing broken behind', async () => {
  for (let n = 0; n < 9; n += 1) await booksAfter(`${nobody}${n}`)
  await sql`alter table book add column room text`.execute(library.db)
  await assert.rejects(db.transaction().execute((tx) => tx.selectFrom('book').selectAll().where('id', '>', `${nobody}1`).execute()), isPassing)
  assert.deepEqual(await booksAfter(`${nobody}1`), [])
})
