// A server whose owner is no superuser, as a council's is: everything is made, the owner sees what it keeps, the web what it is shown.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { prepareDatabase } from '../../prepare-database.ts'
import type { FreshDatabase } from '../../../test/harness/database.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { urlAs } from './roles.ts'

const directory = path.resolve(import.meta.dirname, '../../../migrations')

describe('a database whose owner is no superuser', () => {
  const name = `gt_test_owned_${process.pid}_${randomBytes(3).toString('hex')}`
  let fresh: FreshDatabase
  let admin: Client
  const ownersUrl = (): string => {
    const url = new URL(fresh.connectionString)
    url.username = name
    url.pathname = `/${name}`
    return url.href
  }
  const ask = async <T>(url: string, statement: string): Promise<T[]> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      const results: unknown = await client.query(statement)
      return (Array.isArray(results) ? results.at(-1) as { rows: T[] } : results as { rows: T[] }).rows
    } finally {
      await client.end()
    }
  }
  before(async () => {
    fresh = await freshDatabase()
    admin = new Client({ connectionString: fresh.connectionString })
    await admin.connect()
    const password = decodeURIComponent(new URL(fresh.connectionString).password)
    await admin.query(`create role ${escapeIdentifier(name)} login nosuperuser nobypassrls nocreaterole${password === '' ? '' : ` password ${escapeLiteral(password)}`}`)
    await admin.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(name)}`)
  })
  after(async () => {
    await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
    await admin.query(`drop role if exists ${escapeIdentifier(name)}`)
    await admin.end()
    await fresh.drop()
  })

  it('is made, and made again without a change', async () => {
    assert.ok((await prepareDatabase({ connectionString: ownersUrl(), directory })).length > 20)
    assert.deepEqual(await prepareDatabase({ connectionString: ownersUrl(), directory }), [])
  })

  it('shows the owner and the worker what is kept, and the web what is in sight', async () => {
    const [area, child, file, person] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004']
    await ask(urlAs(ownersUrl(), 'worker'), `
      insert into local_area (id, code, name, council_name) values ('${area}', 'a', 'A', 'A Council');
      insert into person (id, full_name, created_at) values ('${person}', 'Somebody', now());
      insert into child (local_area_id, id, given_name, family_name, born_on) values ('${area}', '${child}', 'A', 'Child', '2018-01-01');
      insert into case_file (local_area_id, id, child_id, reference, opened_at, stage) values ('${area}', '${file}', '${child}', 'A-1', now(), 'considering');
      insert into case_party (local_area_id, id, case_id, person_id, part, basis, from_on) values ('${area}', '${file}', '${file}', '${person}', 'parent', 'x', '2024-01-01');
      select graphile_worker.add_job('x')`)
    const count = 'select count(*)::int as n from child'
    assert.deepEqual(await ask(ownersUrl(), count), [{ n: 1 }])
    assert.deepEqual(await ask(urlAs(ownersUrl(), 'web'), count), [{ n: 0 }])
    assert.deepEqual(await ask(urlAs(ownersUrl(), 'web'), `begin; select set_config('hub.person', '${person}', true), set_config('hub.today', '2026-01-01', true); ${count}`), [{ n: 1 }])
    assert.deepEqual(await ask(urlAs(ownersUrl(), 'web'), `begin; select hub_enqueue('y', '{}', null); select 1 as n`), [{ n: 1 }])
  })
})
