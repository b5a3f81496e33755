import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../test/builders/a-case.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import { addDays } from '../domain/calendar/plain-date.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { Fact } from '../domain/case-file/facts.ts'
import type { AdviceRequestId, ConsultationId, PlanVersionId, RequestId } from '../domain/ids.ts'
import { adviceDueOn } from '../domain/timeline/advice-due-on.ts'
import { consultationReplyDueOn } from '../domain/timeline/consultation-reply-due-on.ts'
import { correctFact } from '../features/case-overview/correct-fact/correct-fact.ts'
import { demoOrganisationId, demoPersonId } from '../features/demo/seed-world.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile, CaseKey } from './open-case-file.ts'
import { openCaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'
import { inTransaction } from './tx.ts'

describe('days of facts that tables keep too', () => {
  let hub: Hub
  let key: CaseKey
  let today: PlainDate
  before(async () => {
    hub = await aHub()
    today = hub.house.clock.today()
    key = await aCase(hub, { at: 'assessing' })
  })
  after(() => hub.close())

  const onCase = async <T>(run: (tx: Tx, caseFile: CaseFile) => Promise<T>): Promise<T> =>
    inTransaction(await hub.occasion('hattie'), async (tx) => run(tx, await openCaseFile(tx, key, { lock: true })))
  /** Records the fact as of today, and an officer then says that it was some days earlier. */
  async function corrected(fact: Fact, daysEarlier: number, setUp: (tx: Tx, at: { localAreaId: CaseFile['localAreaId']; caseId: CaseFile['id']; caseFile: CaseFile }) => Promise<unknown>): Promise<PlainDate> {
    const seq = await onCase(async (tx, caseFile) => {
      await setUp(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id, caseFile })
      return (await recordFact(tx, caseFile, fact)).seq
    })
    const day = addDays(today, -daysEarlier)
    const done = await correctFact(await hub.occasion('hattie'), key, { seq, happenedOn: day, reason: 'It was written down late' })
    assert.ok(done.ok, JSON.stringify(done))
    return day
  }

  it('move when it was asked for and had: the six weeks run from there', async () => {
    const id = hub.house.newId<AdviceRequestId>()
    const row = () => hub.fresh.db.selectFrom('adviceRequest').select(['sentOn', 'receivedOn', 'dueOn']).where('id', '=', id).executeTakeFirstOrThrow()
    const asked = await corrected({ type: 'advice-asked', adviceRequestId: id, item: 'd', of: 'Dr Imogen Petrie' }, 9, (tx, at) =>
      tx.db.insertInto('adviceRequest').values({ localAreaId: at.localAreaId, id, caseId: at.caseId, item: 'd', kind: 'psychological', askedPersonId: demoPersonId('imogen'), sentOn: today, dueOn: adviceDueOn(today), state: 'asked' }).execute())
    assert.deepEqual(await row(), { sentOn: asked, receivedOn: null, dueOn: adviceDueOn(asked) })
    const had = await corrected({ type: 'advice-request-received', adviceRequestId: id, by: 'Dr Imogen Petrie' }, 6, (tx) =>
      tx.db.updateTable('adviceRequest').set({ receivedOn: today, dueOn: adviceDueOn(today), state: 'received' }).where('id', '=', id).execute())
    assert.deepEqual(await row(), { sentOn: asked, receivedOn: had, dueOn: adviceDueOn(had) })
  })

  it('move the day of a request, its row and the case’s own', async () => {
    const other = await aCase(hub, { givenName: 'Orla', familyName: 'Rowe', parents: ['sinead'] })
    const { requestId, seq, localAreaId } = await inTransaction(await hub.occasion('hattie'), async (tx) => {
      const caseFile = await openCaseFile(tx, other, { lock: true })
      const [first] = caseFile.facts
      assert.ok(first?.type === 'request-received')
      await tx.db.insertInto('request').values({
        localAreaId: caseFile.localAreaId, id: first.requestId, caseId: caseFile.id, madeBy: 'parent', madeByName: 'Sinead Rowe', channel: 'hub', receivedOn: first.happenedOn, answers: '{}',
      }).execute()
      return { requestId: first.requestId, seq: first.seq, localAreaId: caseFile.localAreaId }
    })
    const day = addDays(today, -4)
    await correctFact(await hub.occasion('hattie'), other, { seq, happenedOn: day, reason: 'The letter lay in another office' })
    const row = await hub.fresh.db.selectFrom('request').select('receivedOn').where('localAreaId', '=', localAreaId).where('id', '=', requestId satisfies RequestId).executeTakeFirstOrThrow()
    const own = await hub.fresh.db.selectFrom('caseFile').select('receivedOn').where('id', '=', other.caseId as never).executeTakeFirstOrThrow()
    assert.deepEqual([row.receivedOn, own.receivedOn], [day, day])
  })

  it('move a consultation with the day on which its answer is due, by post two working days on', async () => {
    for (const byPost of [false, true]) {
      const id = hub.house.newId<ConsultationId>()
      const organisationId = demoOrganisationId(byPost ? 'fernside' : 'hallowcross')
      const receivedOn = byPost ? addDays(today, 2) : today
      const day = await corrected({ type: 'setting-consulted', consultationId: id, organisationId, name: 'A school' }, 5, (tx, at) =>
        tx.db.insertInto('consultation').values({
          localAreaId: at.localAreaId, id, caseId: at.caseId, organisationId, versionId: hub.house.newId<PlanVersionId>(),
          sentOn: today, receivedOn, dueOn: consultationReplyDueOn(receivedOn),
        }).execute())
      const row = await hub.fresh.db.selectFrom('consultation').select(['sentOn', 'receivedOn', 'dueOn']).where('id', '=', id).executeTakeFirstOrThrow()
      // Five days before Monday 14 September is Wednesday the 9th; posted, it is there on Friday the 11th.
      assert.deepEqual(row, { sentOn: day, receivedOn: byPost ? '2026-09-11' : day, dueOn: consultationReplyDueOn(byPost ? '2026-09-11' as PlainDate : day) })
    }
  })

  it('move a decision, a panel, a letter, an agreement and a home', async () => {
    const noticeId = hub.house.newId<string>()
    const decided = await corrected({ type: 'panel-advised', question: 'issue', advice: 'Issue a plan' }, 3, async (tx, at) => {
      await tx.db.insertInto('panelItem').values({ localAreaId: at.localAreaId, id: hub.house.newId<string>(), caseId: at.caseId, question: 'issue', panelOn: today, members: [], advice: 'Issue a plan', reasons: 'x', recordedBy: demoPersonId('hattie'), recordedAt: tx.now }).execute()
    })
    assert.deepEqual((await hub.fresh.db.selectFrom('panelItem').select('panelOn').where('caseId', '=', key.caseId as never).execute()).map(({ panelOn }) => panelOn), [decided])
    const sent = await corrected({ type: 'letter-sent', noticeId, kind: 'will-assess', to: 'Shno Tahsin' }, 2, (tx, at) =>
      tx.db.insertInto('notice').values({ localAreaId: at.localAreaId, id: noticeId, caseId: at.caseId, kind: 'will-assess', title: 'We will assess', content: '[]', composedAt: tx.now, sentOn: today, toName: 'Shno Tahsin' }).execute())
    assert.equal((await hub.fresh.db.selectFrom('notice').select('sentOn').where('id', '=', noticeId).executeTakeFirstOrThrow()).sentOn, sent)
    const made = await corrected({ type: 'assessment-decided', outcome: 'assess', noticeId }, 4, (tx, at) =>
      tx.db.insertInto('decision').values({ localAreaId: at.localAreaId, id: hub.house.newId<string>(), caseId: at.caseId, question: 'assess', outcome: 'assess', decidedOn: today, decidedBy: demoPersonId('meera'), testAnswers: '{}', reasons: 'x', noticeId }).execute())
    assert.equal((await hub.fresh.db.selectFrom('decision').select('decidedOn').where('noticeId', '=', noticeId).executeTakeFirstOrThrow()).decidedOn, made)
    const agreed = await corrected({ type: 'health-body-agreed', agreedBy: 'Dr Obuya' }, 1, (tx, at) =>
      tx.db.insertInto('icbAgreement').values({ localAreaId: at.localAreaId, id: hub.house.newId<string>(), caseId: at.caseId, agreedBy: 'Dr Obuya', agreedOn: today, recordedBy: demoPersonId('hattie'), recordedAt: tx.now }).execute())
    assert.equal((await hub.fresh.db.selectFrom('icbAgreement').select('agreedOn').where('agreedBy', '=', 'Dr Obuya').executeTakeFirstOrThrow()).agreedOn, agreed)
    const home = { household: 'mother', isConfidential: false, lines: ['1 Mill Lane'] }
    const moved = await corrected({ type: 'address-changed', household: 'mother' }, 7, async (tx, { localAreaId, caseFile }) => {
      const child = { localAreaId, childId: caseFile.child.id }
      await tx.db.insertInto('childAddress').values([
        { ...child, ...home, id: hub.house.newId<string>(), fromOn: addDays(today, -400), toOn: addDays(today, -1) },
        { ...child, ...home, id: hub.house.newId<string>(), fromOn: today },
      ]).execute()
    })
    const homes = await hub.fresh.db.selectFrom('childAddress').select(['fromOn', 'toOn']).where('household', '=', 'mother').orderBy('fromOn').execute()
    assert.deepEqual(homes, [{ fromOn: addDays(today, -400), toOn: addDays(moved, -1) }, { fromOn: moved, toOn: null }])
  })

  it('stay when only the reason is put right, and when the correction is refused', async () => {
    const noticeId = hub.house.newId<string>()
    const seq = await onCase(async (tx, caseFile) => {
      await tx.db.insertInto('notice').values({ localAreaId: caseFile.localAreaId, id: noticeId, caseId: caseFile.id, kind: 'will-assess', title: 'x', content: '[]', composedAt: tx.now, sentOn: addDays(today, -30), toName: 'Shno Tahsin' }).execute()
      return (await recordFact(tx, caseFile, { type: 'letter-sent', noticeId, kind: 'will-assess', to: 'Shno Tahsin' })).seq
    })
    const sentOn = async () => (await hub.fresh.db.selectFrom('notice').select('sentOn').where('id', '=', noticeId).executeTakeFirstOrThrow()).sentOn
    assert.equal((await correctFact(await hub.occasion('hattie'), key, { seq, happenedOn: addDays(today, 1), reason: 'tomorrow' })).ok, false)
    await correctFact(await hub.occasion('hattie'), key, { seq, happenedOn: today, reason: 'other words' })
    assert.equal(await sentOn(), addDays(today, -30))
  })
})
