// The list of work says of all cases at once what the rule says of one: compared case by case.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { listFamilyOnCase } from '../../casebook/sending/family-addressees.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { Fact } from '../../domain/case-file/facts.ts'
import { rightsToDo, rightsWork } from '../../domain/rights/rights-to-do.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { rightsItems } from './rights-items-store.ts'

const day = plainDateOf
const shno = demoPersonId('shno')
type Dated = readonly [on: string, fact: Fact]
const notice: Dated = ['2026-09-01', { type: 'rights-notice-given', rightsOn: day('2027-06-26'), timing: 'inside' }]
const given: Dated = ['2027-04-01', { type: 'permission-given', permissionId: 'p', parentId: shno, name: 'Shno Tahsin', parts: ['plan'], by: 'young-person' }]
const found = (on: string, decision: string, changes: Partial<Fact & { type: 'capacity-found' }> = {}): Dated =>
  [on, { type: 'capacity-found', hasCapacity: false, decision, assessmentId: 'a', reviewOn: day('2027-12-01'), ...changes }]

const cases: readonly { readonly what: string; readonly born: string; readonly facts: readonly Dated[] }[] = [
  { what: 'a child far from the day', born: '2012-02-02', facts: [] },
  { what: 'nobody told', born: '2010-09-01', facts: [] },
  { what: 'told', born: '2011-08-31', facts: [notice] },
  { what: 'told, one parent settled', born: '2010-10-10', facts: [notice, given] },
  { what: 'a doubt', born: '2010-10-10', facts: [notice, given, ['2027-02-01', { type: 'capacity-doubted', decision: 'appeal' }]] },
  { what: 'a doubt that was answered', born: '2010-10-10', facts: [notice, given, ['2027-02-01', { type: 'capacity-doubted', decision: 'appeal' }], found('2027-02-10', 'appeal', { hasCapacity: true })] },
  { what: 'a doubt of another decision than was assessed', born: '2010-10-10', facts: [notice, given, ['2027-02-01', { type: 'capacity-doubted', decision: 'appeal' }], found('2027-02-10', 'draft')] },
  { what: 'parents who stand in', born: '2010-10-10', facts: [notice, found('2027-02-10', 'sharing')] },
  { what: 'parents who stood in, until it was found otherwise', born: '2010-10-10', facts: [notice, found('2027-02-10', 'sharing'), found('2027-03-10', 'sharing', { hasCapacity: true })] },
  { what: 'a deputy', born: '2010-10-10', facts: [notice, found('2027-02-10', 'sharing', { standIn: { name: 'A', as: 'deputy' } })] },
  { what: 'a young person for years', born: '2006-05-05', facts: [] },
]

describe('the rights on the list of work', () => {
  let hub: Hub
  const keys: CaseKey[] = []
  before(async () => {
    hub = await aHub({ now: '2026-09-01T09:00:00.000Z' })
    for (const { born, facts } of cases) {
      const key = await aCase(hub, { bornOn: born, parents: ['shno'] })
      keys.push(key)
      await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
        const caseFile = await openCaseFile(tx, key, { lock: true })
        for (const [on, fact] of facts) await recordFact(tx, caseFile, fact, { happenedOn: day(on) })
      })
    }
  })
  after(() => hub.close())

  const bySql = async (today: PlainDate, { caseId }: CaseKey): Promise<string> => {
    const { rows } = await sql<{ case_id: string; what: string; count: number; caseId: string }>`
      select i.case_id, i.what, i.count from (${rightsItems({ today }, sql`any(${[demoAreaId('wendmere')]}::uuid[])`)}) i (local_area_id, case_id, rank, kind, on_day, what, about_id, count, chased_at)
      where i.case_id = ${caseId}`.execute(hub.fresh.db)
    return rows.map(({ what, count }) => `${what} of ${count}`).join()
  }
  const byRule = async (today: PlainDate, key: CaseKey): Promise<string> => inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const { rights, ...caseFile } = await openCaseFile(tx, key)
    const family = await listFamilyOnCase(tx, { ...caseFile, rights })
    const toDo = rightsToDo(rights, { hasYoungPerson: false, parents: family.map(({ to }) => ({ personId: to.personId ?? '', name: to.name })) }, today)
    // The list counts each kind once, whoever it is about.
    const kinds = rightsWork.filter((one) => toDo.some(({ what }) => what === one))
    return kinds.length === 0 ? '' : `${kinds[0]} of ${kinds.length}`
  })

  for (const today of ['2027-01-15', '2027-05-20', '2027-06-25', '2027-06-26', '2027-11-15', '2027-12-01', '2028-07-01'].map(day)) {
    it(`is what the rule says of each case on ${today}`, async () => {
      for (const [index, { what }] of cases.entries()) {
        const key = keys[index]
        assert.ok(key !== undefined)
        const expected = await byRule(today, key)
        assert.equal(await bySql(today, key), expected, what)
      }
    })
  }
})
