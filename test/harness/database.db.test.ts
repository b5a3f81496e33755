import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from './database.ts'

type Library = { shelf: { id: string; label: string } }
const migrations = path.join(import.meta.dirname, 'example-migrations')
let one: FreshDatabase<Library>
let other: FreshDatabase<Library>

before(async () => {
  one = await freshDatabase<Library>({ migrations })
  other = await freshDatabase<Library>({ migrations })
})
after(async () => {
  await one.drop()
  await other.drop()
})

test('a fresh database is migrated and has nobody else’s rows', async () => {
  await one.db.insertInto('shelf').values({ id: randomUUID(), label: 'fairy tales' }).execute()
  assert.equal((await one.db.selectFrom('shelf').selectAll().execute()).length, 1)
  assert.deepEqual(await other.db.selectFrom('shelf').selectAll().execute(), [])
})

test('the job queue is there too', async () => {
  const { rows } = await sql`select 1 from information_schema.schemata where schema_name = 'graphile_worker'`.execute(one.db)
  assert.equal(rows.length, 1)
})

test('a dropped database is gone', async () => {
  const brief = await freshDatabase<Library>({ migrations })
  await brief.drop()
  const name = new URL(brief.connectionString).pathname.slice(1)
  const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(one.db)
  assert.deepEqual(rows, [])
})
