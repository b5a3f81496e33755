import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PlanId } from '../../domain/ids.ts'
import { demoOrganisationId } from '../../features/demo/seed-world.ts'
import { system } from '../signing-in/viewer.ts'
import type { Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'
import { listNamedSettings, nameInPlan, putNamedSettingRight, unnameInPlan } from './named-settings.ts'

const day = plainDateOf

describe('what section I names, for the national return', () => {
  let hub: Hub
  let key: { readonly localAreaId: LocalAreaId; readonly planId: PlanId }
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    const { caseId } = await aMaintainedCase(hub, { givenName: 'Nadir', familyName: 'Named' })
    key = await planOf(caseId)
  })
  after(() => hub.close())
  const planOf = async (caseId: string) => {
    const { localAreaId, id } = await hub.fresh.db.selectFrom('plan').select(['localAreaId', 'id']).where('caseId', '=', caseId as CaseId).executeTakeFirstOrThrow()
    return { localAreaId, planId: id }
  }
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction({ house: hub.house, viewer: system, page: 'test' }, work)
  const rows = async () => (await run((tx) => listNamedSettings(tx, key))).map(({ where, fromOn, toOn, senUnit }) => ['code' in where ? `${where.code} ${where.other ?? ''}`.trim() : where.name, fromOn, toOn, senUnit])

  it('is written when a plan is issued', async () => {
    const issued = await planOf((await anIssuedPlan(hub)).caseId)
    const [row, ...more] = await run((tx) => listNamedSettings(tx, issued))
    assert.ok(row !== undefined && more.length === 0)
    assert.deepEqual(['organisationId' in row.where, row.toOn, row.rank], [true, undefined, 1])
  })

  it('is an organisation, or a type in words, or education arranged by the council; another ends the one before', async () => {
    await run((tx) => nameInPlan(tx, key, { settingType: 'Special school' }, day('2025-03-03')))
    await run((tx) => nameInPlan(tx, key, { settingId: demoOrganisationId('larkfell'), settingName: 'Larkfell Primary School', settingType: 'Primary school' }, day('2025-09-01')))
    assert.deepEqual(await rows(), [['Larkfell Primary School', '2025-09-01', undefined, undefined], ['OTH Type of setting: Special school', '2025-03-03', '2025-08-31', false]])
  })

  it('keeps what was said of the place where a plan goes on naming it, and begins anew where it does not', async () => {
    const [row] = await run((tx) => listNamedSettings(tx, key))
    assert.ok(row)
    await run((tx) => putNamedSettingRight(tx, key, row.id, { ...row, senUnit: true, resourced: false }, row.fromOn))
    await run((tx) => nameInPlan(tx, key, { settingId: demoOrganisationId('larkfell'), settingName: 'Larkfell Primary School' }, day('2026-03-02')))
    await run((tx) => nameInPlan(tx, key, { settingType: 'Anything' }, day('2026-03-03'), { isKept: true }))
    assert.deepEqual((await rows())[0], ['Larkfell Primary School', '2025-09-01', undefined, true])
    await run((tx) => nameInPlan(tx, key, {}, day('2026-09-01')))
    assert.deepEqual((await rows()).slice(0, 2), [['OLA', '2026-09-01', undefined, false], ['Larkfell Primary School', '2025-09-01', '2026-08-31', true]])
  })

  it('goes back to what it was when an issue is taken back before it left', async () => {
    await run((tx) => unnameInPlan(tx, key, day('2026-09-01')))
    assert.deepEqual((await rows())[0], ['Larkfell Primary School', '2025-09-01', undefined, true])
  })
})
