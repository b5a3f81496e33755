import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { Fact } from '../../domain/case-file/facts.ts'
import type { AdviceRequestId, CaseId } from '../../domain/ids.ts'
import { demoAreaId, demoOrganisationId } from '../../features/demo/seed-world.ts'
import { refusedFactsIn } from './keep-clocks.ts'
import { recordFact } from '../ledger.ts'
import type { CaseFile, CaseKey } from '../open-case-file.ts'
import { openCaseFile } from '../open-case-file.ts'
import { rebuildTracks } from '../rebuild-tracks.ts'
import type { Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'

describe('the clocks that are kept of a case', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const onCase = async <T>(key: CaseKey, run: (tx: Tx, caseFile: CaseFile) => Promise<T>): Promise<T> =>
    inTransaction(await hub.occasion('hattie'), async (tx) => run(tx, await openCaseFile(tx, key, { lock: true })))
  const record = (key: CaseKey, fact: Fact, happenedOn: string, corrects?: number) => onCase(key, (tx, caseFile) =>
    recordFact(tx, caseFile, fact, { happenedOn: plainDateOf(happenedOn), ...(corrects === undefined ? {} : { corrects }) }))
  const clockOf = async (key: CaseKey, clockId: string) => hub.fresh.db.selectFrom('clock').selectAll()
    .where('caseId', '=', key.caseId as CaseId).where('clockId', '=', clockId).executeTakeFirst()
  const refusedOf = async (key: CaseKey) => refusedFactsIn((await hub.fresh.db.selectFrom('caseFile').select('clocksRefused').where('id', '=', key.caseId as CaseId).executeTakeFirstOrThrow()).clocksRefused)

  it('are there when the act is done, each with its legal date beside its target', async () => {
    const key = await aCase(hub, { receivedOn: '2026-08-03' })
    const final = await clockOf(key, 'ASMT-10')
    assert.deepEqual([final?.dueOn, final?.targetOn, final?.standing, final?.owedBy, final?.isOpen], ['2026-12-21', '2026-12-21', 'law', 'council', true])
    await record(key, { type: 'assessment-decided', outcome: 'not-assess', noticeId: hub.house.newId() }, '2026-09-14')
    assert.deepEqual([(await clockOf(key, 'ASMT-02'))?.metOn, (await clockOf(key, 'ASMT-02'))?.wasLate], ['2026-09-14', false])
    assert.deepEqual([(await clockOf(key, 'ASMT-10'))?.overtakenOn, (await clockOf(key, 'ASMT-10'))?.isOpen], ['2026-09-14', false])
  })

  it('know who was asked, also when that is written down after the fact', async () => {
    const key = await aCase(hub, { at: 'assessing' })
    const adviceRequestId = hub.house.newId<AdviceRequestId>()
    await onCase(key, async (tx, caseFile) => {
      await recordFact(tx, caseFile, { type: 'advice-asked', adviceRequestId, item: 'c', of: 'Therapy' })
      await tx.db.insertInto('adviceRequest').values({
        localAreaId: caseFile.localAreaId, id: adviceRequestId, caseId: caseFile.id, item: 'c', kind: 'therapy', askedOrganisationId: demoOrganisationId('larkfell'), sentOn: tx.today, state: 'asked',
      }).execute()
    })
    const advice = await clockOf(key, 'ASMT-05')
    assert.deepEqual([advice?.about, advice?.owedBy, advice?.owedOrganisationId, advice?.dueOn], [adviceRequestId, 'advisers', demoOrganisationId('larkfell'), '2026-10-26'])
  })

  it('follow the targets of their area from the day on which they hold', async () => {
    const localAreaId = demoAreaId('wendmere')
    await hub.fresh.db.insertInto('clockTarget').values([
      { localAreaId, clockId: 'ASMT-10', fromOn: plainDateOf('2026-05-01'), kind: 'days-after-start', count: 126, recordedAt: hub.house.clock.now() },
      { localAreaId, clockId: 'ASMT-10', fromOn: plainDateOf('2026-07-01'), kind: 'days-before', count: 28, recordedAt: hub.house.clock.now() },
    ]).execute()
    const targets = await Promise.all(['2026-04-01', '2026-05-01', '2026-08-03'].map(async (receivedOn) => (await clockOf(await aCase(hub, { receivedOn }), 'ASMT-10'))?.targetOn))
    assert.deepEqual(targets, ['2026-08-19', '2026-09-04', '2026-11-23'])
    await hub.fresh.db.deleteFrom('clockTarget').execute()
    await rebuildTracks(await hub.occasion('system'), { repair: true })
  })

  it('keep a breach that a correction would clear', async () => {
    const key = await aCase(hub, { receivedOn: '2026-06-01' })
    const { requestId } = await onCase(key, (_tx, { facts }) => Promise.resolve(facts[0] as Extract<Fact, { type: 'request-received' }>))
    await record(key, { type: 'request-received', requestId, madeBy: 'parent', channel: 'email' }, '2026-09-01', 1)
    const decision = await clockOf(key, 'ASMT-02')
    assert.deepEqual([decision?.dueOn, decision?.wasLate, decision?.lateBeforeCorrection], ['2026-10-13', false, true])
  })

  it('lose no fact that contradicts another: the last good ones stay, and the case says why until the fact is put right', async () => {
    const key = await aCase(hub, { receivedOn: '2026-09-01' })
    const stood = await clockOf(key, 'ASMT-10')
    const decided = await record(key, { type: 'assessment-decided', outcome: 'assess', noticeId: hub.house.newId() }, '2026-08-20')
    const [refusal, ...others] = await refusedOf(key)
    assert.deepEqual([refusal?.kind, refusal?.seq, others.length], ['before-what-it-answers', decided.seq, 0])
    assert.match(refusal?.why ?? '', /20 August 2026/)
    assert.deepEqual(await clockOf(key, 'ASMT-10'), stood)
    const found = await rebuildTracks(await hub.occasion('system'), { repair: false })
    assert.deepEqual([found.different, found.refused.length], [[], 1])
    await record(key, { type: 'assessment-decided', outcome: 'assess', noticeId: decided.type === 'assessment-decided' ? decided.noticeId : '' }, '2026-09-10', decided.seq)
    assert.deepEqual(await refusedOf(key), [])
    assert.equal((await clockOf(key, 'ASMT-02'))?.metOn, '2026-09-10')
  })

  it('are undone with an act that is undone', async () => {
    const key = await aCase(hub)
    await assert.rejects(onCase(key, async (tx, caseFile) => {
      await recordFact(tx, caseFile, { type: 'moved-out-of-area', to: 'Tarn Valley' })
      throw new Error('undone')
    }))
    assert.equal((await clockOf(key, 'ASMT-10'))?.isOpen, true)
  })
})
