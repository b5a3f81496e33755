// What is due is found by the index of open clocks, a batch at a time, also inside a country.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { explain, manyOpenClocks, statementsOf } from '../../../test/harness/statements.ts'
import { batchSize } from '../../casebook/in-batches.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { Tx } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { demoAreaId } from '../demo/seed-world.ts'
import { listReminded } from './list/list-store.ts'
import type { DueCase } from './reminder-store.ts'
import { listDueCases } from './reminder-store.ts'

describe('finding what is due among many cases', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2027-01-18T10:00:00.000Z' })
    await manyOpenClocks(hub, demoAreaId('wendmere'), { cases: 3000, clockId: 'ASMT-05', from: '2026-06-01', days: 1000 })
    for (let n = 0; n < 6; n += 1) {
      const id = hub.house.newId<never>()
      await hub.fresh.db.insertInto('localArea').values({ id, code: `other-${n}`, name: `Other ${n}`, councilName: `Other ${n} Council` }).execute()
      await manyOpenClocks(hub, id, { cases: 3000, clockId: 'ASMT-05', from: '2026-06-01', days: 1000 })
    }
    await sql`analyze`.execute(hub.fresh.db)
  })
  after(() => hub.close())

  const read = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction({ house: hub.house, viewer: system, page: 'test' }, run)

  it('gives each case once, in batches, and none before its first step', async () => {
    const found: DueCase[] = []
    for (;;) {
      const batch = await read((tx) => listDueCases(tx, found.at(-1)))
      found.push(...batch)
      if (batch.length < batchSize) break
    }
    assert.equal(new Set(found.map(({ caseId }) => caseId)).size, found.length)
    const { count } = (await sql<{ count: number }>`select count(*)::int as count from clock where due_on between '2027-01-18' and '2027-02-01'`.execute(hub.fresh.db)).rows[0] ?? { count: 0 }
    assert.equal(found.length, count)
    assert.ok(count > batchSize)
  })

  it('goes by the index of open clocks, and the list of what was reminded by its own', async () => {
    const statements = await statementsOf(() => read(async (tx) => {
      await listDueCases(tx, undefined)
      await listReminded(tx, { limit: 50, offset: 0 })
    }))
    const due = statements.find(({ text }) => text.includes('reminder_step')) ?? assert.fail('nothing looked for what is due')
    const plan = await explain(hub, due)
    assert.match(plan, /clock_open_by_due/)
    for (const table of ['clock', 'case_file', 'child']) assert.doesNotMatch(plan, new RegExp(`Seq Scan on ${table}\\b`), plan)
  })
})
