import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { expectRefused } from '../../../test/journeys/steps/refused.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { findPlansToEnd } from './end-plans.ts'

const answers = { outcome: 'cease', ground: 'no-longer-necessary', met: 'yes', outOfEducation: 'no', code: '2', reasons: 'Rewan’s needs are met by what Larkfell gives every pupil.' }

// It is 14 September 2026. A notice of that day can be appealed until 5 pm on Monday 16 November: two months end on a Saturday.
describe('ending a plan', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aMaintainedCase(hub, { bornOn: '2012-05-01' })
  })
  after(() => hub.close())

  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const stageOf = async (ofCase: CaseKey) => (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', ofCase.caseId as never).executeTakeFirstOrThrow()).stage
  const clockOf = (ofCase: CaseKey, clockId: string) => hub.fresh.db.selectFrom('clock').select(['dueOn', 'metOn']).where('caseId', '=', ofCase.caseId as never).where('clockId', '=', clockId).executeTakeFirst()


  const consult = async (ofCase: CaseKey): Promise<void> => {
    const officer = await at('hattie', paths.ceasingConsulted(ofCase))
    await officer.submit({ family: 'yes', familySaid: 'We want to keep the plan.', setting: 'yes', settingSaid: 'It is not needed.', ...dateIn('on', '2026-09-14') })
    assert.equal(officer.heading, 'Ending the plan', officer.errors.join())
  }
  const decide = async (ofCase: CaseKey, more: Record<string, string> = {}): Promise<Visitor> => {
    const manager = await at('meera', paths.decideCeasing(ofCase))
    await manager.submit({ ...answers, ...more })
    await manager.submit({}, { button: 'Decide and send' })
    assert.equal(manager.heading, 'Ending the plan', manager.errors.join())
    return manager
  }

  /** A plan whose end was decided on 14 September 2026, as the acts leave it. */
  const toEnd = async (): Promise<CaseKey> => {
    const ofCase = await aMaintainedCase(hub, { bornOn: '2012-05-01' })
    await onCase(hub, ofCase, async (record) => {
      await record({ type: 'ceasing-considered', ceasingId: ofCase.caseId, ground: 'no-longer-necessary' }, '2026-08-03')
      await record({ type: 'ceasing-consulted', ceasingId: ofCase.caseId, family: 'answered', setting: 'none' }, '2026-08-24')
      await record({ type: 'cease-notified', ceasingId: ofCase.caseId, ground: 'no-longer-necessary', code: 2, noticeId: 'n' }, '2026-09-14')
    })
    return ofCase
  }

  it('begins by telling the family and the setting, and asks a reason', async () => {
    const officer = await at('hattie', paths.considerCeasing(key))
    await officer.submit({ why: 'No longer needed.' })
    expectRefused(officer, ['Select the ground'], { kept: { why: 'No longer needed.' } })
    await officer.submit({ ground: 'no-longer-necessary' })
    assert.equal(officer.heading, 'Check the letters before they go')
    assert.match(officer.words, /We have not decided/)
    assert.match(officer.words, /All the help in the plan must still be given/)
    assert.match(officer.words, /by 29 September 2026/)
    await officer.submit({}, { button: 'Change something' })
    assert.deepEqual(officer.fieldsOf(officer.form()).get('why'), ['No longer needed.'])
    await officer.submit({})
    await officer.submit({}, { button: 'Send the letters' })
    assert.match(officer.words, /Considered on 14 September 2026/)
    // Nothing has changed for anybody.
    assert.equal(await stageOf(key), 'maintained')
    assert.match((await at('shno', paths.caseLetters(key))).words, /We are thinking about ending the plan/)
    await officer.get(paths.considerCeasing(key))
    await officer.submit({ ground: 'no-longer-necessary', why: 'Again.' })
    await officer.submit({}, { button: 'Send the letters' })
    expectRefused(officer, ['Ending this plan is being considered already'], { kept: { why: 'Again.' } })
  })

  it('is decided only after both were consulted, on a ground that the answers bear', async () => {
    const manager = await at('meera', paths.decideCeasing(key))
    assert.match(manager.words, /the only decision that can be taken is to keep the plan/)
    await manager.submit(answers)
    assert.deepEqual(manager.errors, ['First record what the family and the setting said: they must be consulted before a decision to end the plan'])
    const officer = await at('hattie', paths.ceasingConsulted(key))
    await officer.submit({ family: 'yes', setting: 'none', ...dateIn('on', '2026-09-13') })
    expectRefused(officer, ['Enter what the family said'], { kept: { setting: 'none' } })
    await officer.submit({ familySaid: 'We want to keep it.' })
    assert.deepEqual(officer.errors, ['The day must be 14 September 2026 or later: that was when they were asked'])
    await consult(key)
    await manager.get(paths.decideCeasing(key))
    assert.match(manager.words, /The family said We want to keep the plan\./)
    await manager.submit({ ...answers, met: 'no', outOfEducation: 'yes', code: '4' })
    assert.deepEqual(manager.errors, [
      'Keep the plan: it may end on this ground only if its provision is no longer required', 'Under 18, work or not wishing to go on is no reason to end a plan',
      'Under 18, being out of education or training is no reason to end a plan. Review it, and amend it so that they can return',
    ])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('reasons'), [answers.reasons])
    assert.equal((await at('hattie', paths.decideCeasing(key))).status, 403)
  })

  it('keeps the plan in force until nobody can appeal, and says so to everybody', async () => {
    const manager = await decide(key)
    assert.match(manager.words, /It stays in force at least until the end of 16 November 2026/)
    assert.equal(await stageOf(key), 'maintained')
    assert.equal((await clockOf(key, 'CE-02'))?.dueOn, '2026-11-16')
    const mother = await at('shno', paths.caseOverview(key))
    assert.match(mother.words, /We have decided to end the plan, but it has not ended\. All the help in the plan must still be given/)
    await mother.get(paths.disagreements(key))
    assert.match(mother.words, /You can appeal our decision to end the plan/)
    assert.match(mother.words, /Contact the mediation adviser by 14 November 2026/)
    assert.match(mother.words, /it must have it by 5pm on 16 November 2026 \(in 63 days\)/)
    const senco = await at('debra', paths.caseOverview(key))
    if (senco.status === 200) assert.match(senco.words, /All provision in it must still be made/)
    const officer = await at('hattie', paths.endPlan(key))
    assert.match(officer.words, /It may end on 17 November 2026 or later/)
    assert.equal(officer.root.querySelector('main form'), null)
    // The letter of 4.2, whole.
    await officer.get(paths.caseLetters(key))
    assert.match(officer.words, /We have decided to end the plan/)
  })

  it('ends on the day after the last, once the Tribunal was asked, and can be put back', async () => {
    hub.setNow('2026-11-17T09:00:00.000Z')
    const officer = await at('hattie', paths.endPlan(key))
    await officer.submit({ ...dateIn('on', '2026-11-16') })
    expectRefused(officer, ['Confirm that nobody can appeal any more'], { kept: { 'on-day': '16' } })
    await officer.submit({ asked: ['yes'] })
    assert.deepEqual(officer.errors, ['The plan must be kept until the time to appeal is over. It may end on 17 November 2026 or later'])
    await officer.submit(dateIn('on', '2026-11-17'))
    assert.match(officer.words, /The plan ended on 17 November 2026: special educational needs are met without a plan \(SEN2 code 2\)/)
    assert.equal(await stageOf(key), 'closed')
    // The council and the family go on reading; who worked on it does not.
    assert.equal((await at('shno', paths.caseOverview(key))).status, 200)
    const manager = await at('meera', paths.restorePlan(key))
    await manager.submit({ because: 'appeal-in-time' })
    expectRefused(manager, ['Enter what happened'], { kept: { because: 'appeal-in-time' } })
    await manager.submit({ reason: 'The Tribunal received an appeal on 16 November.' })
    assert.equal(await stageOf(key), 'maintained')
    assert.equal((await clockOf(key, 'CE-02'))?.metOn, null)
  })

  it('is ended by the worker when word of an appeal would have come', async () => {
    const third = await toEnd()
    hub.setNow('2026-12-07T06:00:00.000Z')
    await findPlansToEnd.run(await hub.occasion('system'), {})
    await hub.work()
    assert.equal(await stageOf(third), 'maintained')
    hub.setNow('2026-12-09T06:00:00.000Z')
    await findPlansToEnd.run(await hub.occasion('system'), {})
    await hub.work()
    assert.equal(await stageOf(third), 'closed')
  })

  it('does not end while an appeal is with the Tribunal, and ends at once when it is dismissed', async () => {
    const other = await toEnd()
    hub.setNow('2027-01-20T09:00:00.000Z')
    const officer = await at('hattie', paths.appealStep({ ...other, step: 'lodged' }))
    await officer.submit({ about: ['cease'], ...dateIn('on', '2026-11-09') })
    assert.equal(officer.heading, 'Disagreements and appeals', officer.errors.join())
    await officer.get(paths.endPlan(other))
    assert.match(officer.words, /An appeal is with the Tribunal/)
    await findPlansToEnd.run(await hub.occasion('system'), {})
    await hub.work()
    assert.equal(await stageOf(other), 'maintained')
    await officer.get(paths.appealStep({ ...other, step: 'decided' }))
    await officer.submit({ result: 'dismissed', ...dateIn('on', '2027-01-19') })
    await officer.get(paths.recordOrder(other))
    await officer.submit({ kind: 'dismiss-cease', ...dateIn('on', '2027-01-19') })
    assert.equal((await clockOf(other, 'CE-04'))?.dueOn, '2027-01-19')
    await officer.get(paths.endPlan(other))
    await officer.submit({ asked: ['yes'], ...dateIn('on', '2027-01-19') })
    assert.match(officer.words, /The plan ended on 19 January 2027/, officer.errors.join())
    assert.equal(await stageOf(other), 'closed')
  })

  it('needs no decision for death, leaving England or age, and age is 25', async () => {
    const fifth = await aMaintainedCase(hub, { bornOn: '2012-05-01' })
    const manager = await at('meera', paths.endPlanWithoutDecision(fifth))
    await manager.submit({ because: 'age', ...dateIn('on', '2026-11-14') })
    expectRefused(manager, ['The young person is 25 on 1 May 2037. The plan cannot end by age before'], { kept: { because: 'age' } })
    await manager.submit({ because: 'left-england' })
    assert.match(manager.words, /The plan ended on 14 November 2026: left England \(SEN2 code 7\)/)
    assert.equal(await stageOf(fifth), 'closed')
  })

  it('is the council’s: the family, the school and another council see none of its work', async () => {
    for (const [who, status] of [['shno', 403], ['debra', 403], ['aled', 404]] as const) assert.equal((await at(who, paths.ceasing(key))).status, status, who)
    assert.equal((await at('tom', paths.ceasing(key))).status, 200)
    assert.equal((await at('tom', paths.considerCeasing(key))).status, 403)
  })
})

describe('a decision to end a plan that is still held', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ recallMinutes: 10 })
    key = await aMaintainedCase(hub, { bornOn: '2012-05-01' })
    await onCase(hub, key, async (record) => {
      await record({ type: 'ceasing-considered', ceasingId: key.caseId, ground: 'no-longer-necessary' }, '2026-08-03')
      await record({ type: 'ceasing-consulted', ceasingId: key.caseId, family: 'answered', setting: 'none' }, '2026-08-24')
    })
  })
  after(() => hub.close())

  it('is taken back before the letters leave: nothing was decided', async () => {
    const manager = await (await hub.as('meera')).get(paths.decideCeasing(key))
    await manager.submit(answers)
    await manager.submit({}, { button: 'Decide and send' })
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.caseOverview(key))).words, /We have decided to end the plan/)
    await manager.submit({}, { button: 'Take it back' })
    assert.doesNotMatch(manager.words, /Decided to end/)
    await manager.get(paths.ceasing(key))
    assert.ok(manager.hasLink('Decide whether to end the plan'))
    assert.deepEqual(await hub.fresh.db.selectFrom('clock').select('clockId').where('caseId', '=', key.caseId as never).where('clockId', 'in', ['CE-02', 'APP-01']).where('startedOn', '=', '2026-09-14' as never).execute(), [])
  })
})
