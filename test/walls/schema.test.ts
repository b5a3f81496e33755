import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { describeSchema } from '../../scripts/describe-schema.ts'
import type { FreshDatabase } from '../harness/database.ts'
import { freshDatabase } from '../harness/database.ts'
import { readSource } from './sources.ts'

describe('the database', () => {
  let fresh: FreshDatabase
  let client: Client
  before(async () => {
    fresh = await freshDatabase()
    client = new Client({ connectionString: fresh.connectionString })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await fresh.drop()
  })

  it('says of every table what it is for', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
      and coalesce(length(obj_description(oid, 'pg_class')), 0) < 15 order by 1`)
    assert.deepEqual(rows.map(({ name }) => name), [])
  })

  it('is what migrations/schema.txt says', async () => {
    assert.equal(await describeSchema(client), readSource('migrations/schema.txt'), 'run npm run db:types')
  })
})
