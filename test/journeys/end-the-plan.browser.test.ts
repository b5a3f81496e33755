// A plan that the council ends: consulted, decided, kept to the last day on which anybody can appeal, and ended on the day after.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { aMaintainedCase } from '../builders/a-maintained-case.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

// Told on Monday 14 September, two months end on Saturday 14 November: the Tribunal must have it on Monday 16 November.
bothWays('ending a plan', { now: morningOf('2026-08-24') }, (scene) => {
  let key: CaseKey
  before(async () => { key = await aMaintainedCase(scene.hub, { bornOn: '2012-05-01' }) })

  it('begins with a question to the family and the school, and with nothing else', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.ceasing(key))
    await officer.follow('Consider ending the plan')
    await officer.submit({ ground: 'no-longer-necessary', why: 'The school says that what is in section F is no longer needed.' })
    await officer.submit({}, { button: 'Send the letters' })
    assert.match(officer.words, /Considered on 24 August 2026/)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseOverview(key))
    assert.doesNotMatch(mother.words, /decided to end/)
  })

  it('is decided by somebody who may, after both were heard', async () => {
    scene.hub.setNow(morningOf('2026-09-14'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.ceasingConsulted(key))
    await officer.submit({ family: 'yes', familySaid: 'We want to keep the plan.', setting: 'yes', settingSaid: 'It is not needed.', ...dateIn('on', '2026-09-10') })
    assert.match(officer.words, /We want to keep the plan\./, officer.errors.join())
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decideCeasing(key))
    await manager.submit({ outcome: 'cease', ground: 'no-longer-necessary', met: 'yes', outOfEducation: 'no', code: '2', reasons: 'What Larkfell gives every pupil is enough now.' })
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.words, /at least until the end of 16 November 2026/, manager.errors.join())
  })

  it('leaves the family its plan, its help and every day to appeal', async () => {
    scene.hub.setNow(morningOf('2026-11-16'))
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseOverview(key))
    assert.match(mother.words, /All the help in the plan must still be given/)
    await mother.get(paths.disagreements(key))
    assert.match(mother.words, /it must have it by 5pm on 16 November 2026 \(today\)/)
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.endPlan(key))
    assert.match(officer.words, /It may end on 17 November 2026 or later/)
  })

  it('ends on the day after, and the school sees the case no more', async () => {
    scene.hub.setNow(morningOf('2026-11-17'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.endPlan(key))
    await officer.submit(dateIn('on', '2026-11-16'))
    expectRefused(officer, ['Confirm that nobody can appeal any more'], { kept: { 'on-day': '16' } })
    await officer.submit({ asked: ['yes'], ...dateIn('on', '2026-11-17') })
    assert.match(officer.words, /The plan ended on 17 November 2026/, officer.errors.join())
    const senco = await scene.cast.as('debra')
    await senco.get(paths.caseOverview(key))
    expectClosed(senco, /Tahsin/)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseTimeline(key))
    assert.match(mother.words, /The plan ended\. The time to appeal was over/)
  })
})
