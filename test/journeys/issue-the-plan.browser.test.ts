// Step 10: the final plan is issued and delivered: read as a web page, a PDF, a Word file and one page, said to have arrived,
// and asked after where nobody opened it.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoOrganisationId } from '../../src/features/demo/seed-world.ts'
import { chaseUnopenedPlans } from '../../src/features/issue/deliveries/chase.ts'
import { paths } from '../../src/paths.ts'
import { aPlanToIssue } from '../builders/a-plan-to-issue.ts'
import { textOf } from '../harness/page-reader.ts'
import { wordsInDocx, wordsInPdf } from '../harness/words-in-files.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { openLetter } from './steps/decide.ts'
import { openAndAcknowledge } from './steps/issue.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const issue = { to: '/plan/issue', button: 'Issue the final plan' }

bothWays('issuing the final plan', { now: morningOf('2027-01-12') }, (scene) => {
  let key: CaseKey
  before(async () => { key = (await aPlanToIssue(scene.hub, { consulted: ['larkfell', 'fernside'], askedFor: 'fernside' })).key })

  it('is a manager’s to do, and not while the family has time', async () => {
    const officer = await scene.cast.as('hattie')
    expectClosed(await officer.get(paths.issueFinal(key)), /Rewan/)
    const early = await aPlanToIssue(scene.hub, { windowLastDay: '2027-01-12' })
    const manager = await scene.cast.as('meera')
    await manager.get(paths.issueFinal(early.key))
    await manager.submit({ placement: 'setting', settingId: demoOrganisationId('larkfell') }, { button: 'Read everything before it goes' })
    assert.match(manager.text, /Runs until the end of 12 January 2027/)
    await manager.submit({ considered: 'yes' }, issue)
    assert.equal(manager.status, 422)
    assert.match(manager.errors.join(), /time to answer has not ended/)
  })

  it('asks for section I, for the ground where the family’s school is not named, and that all was read', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.issueFinal(key))
    await manager.submit({ letterReasons: 'No taxi, because he lives next door.' }, { button: 'Read everything before it goes' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.fieldsOf(manager.form()).get('letterReasons'), ['No taxi, because he lives next door.'])
    await manager.submit({ placement: 'setting', settingId: demoOrganisationId('larkfell') }, { button: 'Read everything before it goes' })
    expectRefused(manager, ['Select the legal ground for not naming Fernside School', 'Enter the reasons for not naming Fernside School'], { kept: { letterReasons: 'No taxi, because he lives next door.' } })
    await manager.submit({ ground: 'unsuitable', groundReasons: 'It is for older children.' }, { button: 'Read everything before it goes' })
    assert.equal(manager.heading, 'Read everything before the plan goes')
    assert.match(manager.text, /No fault in law holds the plan/)
    assert.match(manager.text, /5pm on 12 March 2027/)
    await manager.submit({}, issue)
    assert.equal(manager.status, 422)
    await manager.submit({ considered: 'yes' }, issue)
    assert.deepEqual(manager.errors, [])
    assert.equal(manager.heading, 'Who has the final plan')
    await manager.get(paths.issueFinal(key))
    assert.ok(manager.root.querySelector('main form [name="placement"]') === null, 'it is issued once')
  })

  it('is read by the mother as a page, a PDF, a Word file and one page, and she says that she has it', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.home())
    await mother.get(paths.finalPlan(key))
    assert.match(mother.text, /must get the appeal by 5pm on 12 March 2027/)
    assert.match(mother.text, /Meets need B1; helps outcome E1/)
    const promise = /A speech and language therapist will work with Rewan alone for 45 minutes once a week/
    const pdf = await mother.download(paths.finalPlanPdf(key))
    assert.match((await wordsInPdf(pdf.bytes)).join(' '), promise)
    const word = await mother.download(paths.finalPlanWord(key))
    assert.match((await wordsInDocx(word.bytes)).join(' '), promise)
    for (const { name } of [pdf, word]) assert.doesNotMatch(name, /Rewan|Tahsin/)
    await mother.get(paths.finalPlan(key, { size: 'large' }))
    assert.ok(mother.root.querySelector('.printed-document--large'))
    await mother.get(paths.finalPlanSummary(key))
    assert.match(mother.text, /What matters to me/)
    const onePage = await mother.download(paths.finalPlanSummary(key, { as: 'pdf' }))
    assert.match((await wordsInPdf(onePage.bytes)).join(' '), /What matters to me/)
    await openAndAcknowledge(mother, key)
    await openLetter(mother, key)
    assert.match(mother.text, /You asked for Fernside School.*It is for older children/)
    await mother.get(paths.deliveries(key))
    assert.match(mother.text, /Shno Tahsin.*Confirmed/)
    assert.doesNotMatch(mother.text, /Hoshang/)
  })

  it('comes to those who deliver it, with the lines that name them', async () => {
    const therapist = await scene.cast.as('callum')
    await therapist.get(paths.planInbox())
    assert.match(therapist.text, /F1 A speech and language therapist will work with Rewan alone/)
    await therapist.follow('Rewan Tahsin')
    assert.doesNotMatch(therapist.text, /Fernside|older children/)
    await openAndAcknowledge(therapist, key)
    const school = await scene.cast.as('debra')
    await school.get(paths.planInbox())
    await openAndAcknowledge(school, key)
  })

  it('is out of sight of the setting that was asked and not named, and of strangers', async () => {
    const head = await scene.cast.as('odette')
    expectClosed(await head.get(paths.finalPlan(key)), /Rewan/)
    await head.get(paths.consultationInbox())
    assert.doesNotMatch(head.text, /Rewan/)
    const stranger = await scene.cast.as('kerry')
    expectClosed(await stranger.get(paths.finalPlan(key)), /Rewan/)
  })

  it('is asked after when nobody opened it, by itself and by an officer', async () => {
    scene.hub.setNow('2027-01-17T07:00:00.000Z')
    await chaseUnopenedPlans.run(await scene.hub.occasion('system'), {})
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.deliveries(key))
    const cardOf = (name: string) => officer.root.querySelectorAll('.govuk-summary-card').find((card) => card.textContent.includes(name))
    assert.match(cardOf('Hoshang Tahsin')?.textContent ?? '', /Not opened.*Chased 1 time, last on 17 January 2027/s)
    assert.match(cardOf('Shno Tahsin')?.textContent ?? '', /Confirmed/)
    assert.doesNotMatch(cardOf('Callum Dreyfus-Webb')?.textContent ?? '', /Chased/)
    const again = officer.root.querySelectorAll('main button').map(textOf).find((text) => text.startsWith('Ask again now (Hoshang Tahsin')) ?? assert.fail('nobody can be asked')
    await officer.submit({}, { to: '/deliveries', button: again })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /Chased 2 times/)
  })
})
