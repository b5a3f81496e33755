import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { recordStaffEvent } from './change-store.ts'
import { countOpenWork } from './staff-store.ts'

describe('the rows of who works where', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    await aCase(hub)
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      for (const at of ['larkfell', 'slt']) await recordStaffEvent(tx, demoOrganisationId(at), { personId: demoPersonId('debra'), what: 'confirmed' })
      await tx.db.insertInto('staffNotice').values({ key: 'review test', personId: null, toldAt: tx.now }).execute()
      await tx.db.insertInto('unusedWarning').values({ personId: demoPersonId('debra'), warnedOn: tx.today }).execute()
    })
  })
  after(() => hub.close())

  const as = async <T>(who: string, run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(await hub.occasion(who), run)
  const bodies = (tx: Tx): Promise<string[]> => tx.db.selectFrom('staffEvent').select('organisationId').execute().then((rows) => rows.map(({ organisationId }) => organisationId))

  it('are shown to the body’s own administrator, and to nobody else', async () => {
    assert.deepEqual(await as('maud', bodies), [demoOrganisationId('larkfell')])
    assert.deepEqual(await as('percival', bodies), [demoOrganisationId('slt')])
    for (const who of ['debra', 'gethin', 'winifred', 'hattie', 'shno']) assert.deepEqual(await as(who, bodies), [], who)
  })

  it('are added to by the council for a body of its area, which it is not shown, and by nobody of another body', async () => {
    await as('gethin', (tx) => recordStaffEvent(tx, demoOrganisationId('larkfell'), { personId: demoPersonId('maud'), what: 'added' }))
    for (const who of ['debra', 'percival', 'winifred']) {
      await assert.rejects(as(who, (tx) => recordStaffEvent(tx, demoOrganisationId('larkfell'), { personId: demoPersonId('maud'), what: 'added' })), /row-level security/)
    }
  })

  it('are never changed, and what the worker alone keeps is shown to nobody', async () => {
    await assert.rejects(as('maud', (tx) => sql`update staff_event set what = 'left'`.execute(tx.db)), /permission denied/)
    for (const table of ['staff_notice', 'unused_warning']) {
      const { rows } = await as('maud', (tx) => sql`select * from ${sql.table(table)}`.execute(tx.db))
      assert.deepEqual(rows, [], table)
    }
  })

  it('count somebody’s open work for their own administrator alone', async () => {
    const of = (who: string) => as(who, (tx) => countOpenWork(tx, demoPersonId('hattie'), demoOrganisationId('send-team')))
    assert.deepEqual(await of('gethin'), { advice: 0, cases: 1 })
    assert.deepEqual(await of('maud'), { advice: 0, cases: 0 })
    assert.deepEqual((await as('gethin', (tx) => sql`select id from case_file`.execute(tx.db))).rows, [], 'and no case is shown to them')
  })
})
