// Step 6: whether to issue a plan, both ways it can end, each with the letter as the family reads it.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { bothWays } from './both-ways.ts'
import { askForAdvice } from './steps/advice.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { decideToIssue, openLetter } from './steps/decide.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

bothWays('deciding on a plan', { now: morningOf('2026-12-01') }, (scene) => {
  let key: CaseKey
  before(async () => { key = await aCase(scene.hub, { at: 'assessing', receivedOn: '2026-09-14' }) })
  const anotherCase = (): Promise<CaseKey> => aCase(scene.hub, { at: 'assessing', receivedOn: '2026-09-14', givenName: 'Sorcha', familyName: 'Rowe', parents: ['sinead'] })

  it('is for a manager with the power to decide, after the assessment has begun', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.decidePlan(key))
    assert.equal(officer.status, 403)
    await officer.get(paths.recordPanel({ ...key, question: 'issue' }))
    await officer.submit({ ...dateIn('panelOn', '2026-11-30'), members: 'Meera Chaudry, SEND manager\nDr Imogen Petrie, psychologist', advice: 'issue', reasons: 'The advice agrees.' })
    assert.deepEqual(officer.errors, [])
    const early = await aCase(scene.hub)
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decidePlan(early))
    assert.match(manager.text, /Rewan Tahsin/)
    assert.ok(manager.root.querySelector('main form [name="isNecessary"]') === null, 'nothing to answer before the assessment')
  })

  it('to issue: what is missing is said, the letter is read before it goes, and the parents get it', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decidePlan(key))
    assert.match(manager.text, /Panel of 30 November 2026/)
    await manager.submit({ reasons: 'It is necessary.' })
    assert.equal(manager.errors.length, 2)
    expectRefused(manager, [/plan/i, 'Enter what the assessment found'], { kept: { reasons: 'It is necessary.' } })
    await decideToIssue(manager, key, { found: 'Rewan needs more than his school can give from what it has.', reasons: 'A plan is necessary for him.' })
    const mother = await scene.cast.as('shno')
    await openLetter(mother, key)
    assert.match(mother.text, /Rewan needs more than his school can give/)
    assert.doesNotMatch(mother.text, /Hoshang/)
  })

  it('is decided once', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decidePlan(key))
    assert.ok(manager.root.querySelector('main form [name="isNecessary"]') === null)
  })

  it('not to issue waits for the advice that was asked for', async () => {
    const waiting = await anotherCase()
    await askForAdvice(await scene.hub.as('hattie'), waiting, [{ item: 'd', kind: 'psychological', person: 'Dr Imogen Petrie' }])
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decidePlan(waiting))
    assert.match(manager.text, /Advice is still outstanding from/)
    await manager.submit({ isNecessary: 'no', reasons: 'School can meet her needs.', outcomeOfAssessment: 'Her nursery has what she needs.' })
    await manager.submit({}, { button: 'Decide and send' })
    assert.equal(manager.status, 422)
    assert.match(manager.errors.join(), /cannot be refused while advice is outstanding/)
  })

  it('not to issue: the letter holds the reasons, the appeal, mediation and where advice is', async () => {
    const refused = await anotherCase()
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decidePlan(refused))
    await manager.submit({ isNecessary: 'no', reasons: 'Her nursery can meet her needs from what it has.', outcomeOfAssessment: 'Sorcha speaks well for her age in two languages.' })
    assert.equal(manager.heading, 'Check the letter before you decide')
    assert.match(manager.text, /Tarn Bridge Mediation/)
    await manager.submit({}, { button: 'Decide and send' })
    assert.deepEqual(manager.errors, [])
    const mother = await scene.cast.as('sinead')
    await mother.get(paths.caseOverview(refused))
    await openLetter(mother, refused)
    for (const words of [/Her nursery can meet her needs from what it has/, /Sorcha speaks well for her age/, /Tarn Bridge Mediation/, /Wendmere SENDIASS/, /appeal/i, /two months/i]) assert.match(mother.text, words)
    const stranger = await scene.cast.as('kerry')
    expectClosed(await stranger.get(mother.url), /Sorcha/)
  })
})
