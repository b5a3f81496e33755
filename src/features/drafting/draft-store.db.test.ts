// What is read round a draft, on a real database: one statement each, and each says what the rows say.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft, rewrite } from '../../../test/builders/a-small-draft.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { statementsOf } from '../../../test/harness/statements.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { planIdOf, readPlanContent } from '../../casebook/plan/plan-content.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { LineId, PlanId, ProposalId } from '../../domain/ids.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { enterDraft, readLineWork } from './draft-store.ts'

const now = '2026-09-14T09:00:00.000Z'

describe('what is read round a draft', () => {
  let hub: Hub
  let key: CaseKey
  let view: LineId, need: LineId, outcome: LineId, provision: LineId
  before(async () => {
    hub = await aHub({ now })
    key = await aCase(hub, { at: 'drafting' })
    const ids = await aDraft(hub, key)
    ;[view, need, outcome, provision] = ids as [LineId, LineId, LineId, LineId]
  })
  after(() => hub.close())

  const as = async <T>(who: string, run: (tx: Tx, caseFile: CaseFile, planId: PlanId) => Promise<T>): Promise<T> =>
    inTransaction(await hub.occasion(who), async (tx) => {
      const caseFile = await openCaseFile(tx, key)
      return run(tx, caseFile, await planIdOf(tx, caseFile))
    })

  it('knows who else has it open, on which line and from where, for a minute', async () => {
    const alone = await as('tom', (tx, caseFile, planId) => enterDraft(tx, caseFile, need).then((entered) => ({ ...entered, wanted: planId })))
    assert.deepEqual([alone.planId, alone.present], [alone.wanted, []])
    const { present: [tom, ...others] } = await as('hattie', (tx, caseFile) => enterDraft(tx, caseFile, undefined))
    assert.deepEqual([tom?.personId, tom?.lineId, others], [demoPersonId('tom'), need, []])
    assert.ok(tom?.organisation !== undefined)
    // He turns to another page of the draft, and she is there too.
    const again = await as('tom', (tx, caseFile) => enterDraft(tx, caseFile, undefined))
    assert.deepEqual(again.present.map(({ personId, lineId }) => [personId, lineId]), [[demoPersonId('hattie'), undefined]])
    hub.setNow('2026-09-14T09:01:01.000Z')
    assert.deepEqual((await as('hattie', (tx, caseFile) => enterDraft(tx, caseFile, undefined))).present, [])
    hub.setNow(now)
  })

  it('is not found before there is a plan', async () => {
    const early = await aCase(hub, { at: 'considering' })
    await assert.rejects(inTransaction(await hub.occasion('hattie'), async (tx) => enterDraft(tx, await openCaseFile(tx, early), undefined)), NotFound)
  })

  it('says who changed each line, what was taken out and what waits, on no line too', async () => {
    hub.setNow('2026-09-14T09:05:00.000Z')
    await rewrite(hub, key, need, 'She cannot follow long instructions.')
    await rewrite(hub, key, view)
    await as('tom', async (tx, { localAreaId }, planId) => {
      for (const [lineId, decidedAt] of [[need, null], [need, null], [null, null], [outcome, tx.now]] as const) {
        await tx.db.insertInto('proposal').values({ localAreaId, id: tx.newId<ProposalId>(), planId, lineId, kind: 'comment', text: 'Is this so?', authorId: demoPersonId('shno'), madeAt: tx.now, decidedAt, ...(decidedAt === null ? {} : { decision: 'accepted', decidedBy: demoPersonId('tom') }) }).execute()
      }
    })
    const work = await as('hattie', (tx, caseFile, planId) => readLineWork(tx, caseFile, planId))
    assert.deepEqual(work.proposals, new Map<LineId | undefined, number>([[need, 2], [undefined, 1]]))
    // The clock of a test goes on by itself.
    const toTheMinute = (at: string | undefined): string | undefined => at?.slice(0, 16)
    assert.deepEqual(work.removed.map(({ lineId, section, text, at }) => [lineId, section, text, toTheMinute(at)]), [[view, 'A', 'I like drawing horses.', '2026-09-14T09:05']])
    assert.deepEqual([toTheMinute(work.changes.get(need)?.at), toTheMinute(work.changes.get(outcome)?.at)], ['2026-09-14T09:05', toTheMinute(now)])
    assert.equal(work.changes.size, 4)
    hub.setNow(now)
  })

  it('reads sources and links in the order in which they were added, and none to a line that is out', async () => {
    await as('tom', async (tx, { localAreaId }, planId) => {
      const at = (second: number) => `2026-09-14T09:00:0${second}.000Z` as typeof tx.now
      const by = { addedBy: demoPersonId('tom') }
      for (const [from, to, kind, second] of [[provision, need, 'meets', 2], [outcome, need, 'meets', 1], [provision, outcome, 'serves', 3], [provision, view, 'meets', 4]] as const) {
        await tx.db.insertInto('planLineLink').values({ localAreaId, id: tx.newId<string>(), planId, fromLineId: from, toLineId: to, kind, ...by, addedAt: at(second) }).execute()
      }
      for (const [saidBy, second] of [['her teacher', 2], ['her mother', 1]] as const) {
        await tx.db.insertInto('planLineSource').values({ localAreaId, id: tx.newId<string>(), lineId: need, saidBy, ...by, addedAt: at(second) }).execute()
      }
    })
    const content = await as('hattie', (tx, caseFile, planId) => readPlanContent(tx, caseFile, planId))
    assert.deepEqual(content.links, [{ from: outcome, to: need, kind: 'meets' }, { from: provision, to: need, kind: 'meets' }, { from: provision, to: outcome, kind: 'serves' }])
    assert.deepEqual(content.lines.find(({ id }) => id === need)?.sources, [{ kind: 'said', by: 'her mother', on: '2026-09-14' }, { kind: 'said', by: 'her teacher', on: '2026-09-14' }])
  })

  it('is one statement each', async () => {
    await as('hattie', async (tx, caseFile, planId) => {
      for (const ask of [() => enterDraft(tx, caseFile, undefined), () => readLineWork(tx, caseFile, planId), () => readPlanContent(tx, caseFile, planId)]) assert.equal((await statementsOf(ask)).length, 1)
    })
  })
})
