import assert from 'node:assert/strict'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database.ts'
import { openDatabase } from './database.ts'

type Library = {
  book: {
    id: string
    titleWords: string
    boughtOn: string | null
    lentAt: string | null
    lentOnAll: string[]
    returnedAtAll: string[]
    pages: number | null
    notes: unknown
  }
}
let library: FreshDatabase<Library>

before(async () => {
  library = await freshDatabase<Library>({ migrations: path.resolve(import.meta.dirname, '../../../test/harness/example-migrations') })
})
after(() => library.drop())

test('dates stay the day they are, moments come in UTC, counts as numbers, JSON keys untouched', async () => {
  await library.db
    .insertInto('book')
    .values({
      id: '00000000-0000-7000-8000-000000000001',
      titleWords: 'The Owl',
      boughtOn: '2026-03-29',
      lentAt: '2026-03-29T01:30:00.120Z',
      lentOnAll: ['2026-03-29', '2026-10-25'],
      returnedAtAll: ['2026-10-25T00:30:00.000Z'],
      pages: 9_007_199_254_740_991,
      notes: JSON.stringify({ snake_key: { camelKey: 1 } }),
    })
    .execute()
  assert.deepEqual(await library.db.selectFrom('book').selectAll().execute(), [
    {
      id: '00000000-0000-7000-8000-000000000001',
      shelfId: null,
      titleWords: 'The Owl',
      boughtOn: '2026-03-29',
      lentAt: '2026-03-29T01:30:00.120Z',
      lentOnAll: ['2026-03-29', '2026-10-25'],
      returnedAtAll: ['2026-10-25T00:30:00.000Z'],
      pages: 9_007_199_254_740_991,
      notes: { snake_key: { camelKey: 1 } },
    },
  ])
})

for (const [name, query, value] of [
  ['another session zone', sql<{ x: unknown }>`select timestamptz '2026-07-01 12:00:00.9999+05:30' as x`, '2026-07-01T06:30:00.999Z'],
  ['a count', sql<{ x: unknown }>`select count(*) as x from generate_series(1, 3)`, 3],
  ['nulls in arrays', sql<{ x: unknown }>`select array[null, date '2026-01-31'] as x`, [null, '2026-01-31']],
] as const) {
  for (const zone of ['UTC', 'Europe/London', 'Asia/Kolkata']) {
    test(`${name}, read in a session in ${zone}`, async () => {
      const rows = await library.db.transaction().execute(async (tx) => {
        await sql`select set_config('timezone', ${zone}, true)`.execute(tx)
        return (await query.execute(tx)).rows
      })
      assert.deepEqual(rows, [{ x: value }])
    })
  }
}

test('a number too large for JavaScript is a fault, never rounded', async () => {
  await assert.rejects(sql`select 9007199254740993::bigint as x`.execute(library.db), /too large/)
})

test('a connection cut by the server is told and replaced', async () => {
  const told: Error[] = []
  const db = openDatabase(library.connectionString, { max: 1, onLostConnection: (error) => told.push(error) })
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(library.db)
  while (told.length === 0) await sleep(5)
  assert.equal((await sql`select 1 as x`.execute(db)).rows.length, 1)
  await db.destroy()
})
