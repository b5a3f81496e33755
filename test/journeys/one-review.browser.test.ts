// A review by its last lawful days: arranged so that the decision still falls inside the year, and every step after it on the last day that
// the law leaves, from the invitations to the amended final plan. (CFA 2014 s.44; SEND Regulations 2014, regs 20, 22.)

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import type { ReviewKey } from '../builders/an-arranged-review.ts'
import { invitationOf } from '../builders/an-arranged-review.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'
import { commentOn } from './steps/share.ts'
import { arrangeReview, dutiesOfReview, fieldOfLine, givePart, recordMeeting, restAsItShouldBe, sendInvitations, sendPapersRound, sendReport } from './steps/review.ts'

const therapy = '45 minutes once a week'
const twice = 'A speech and language therapist will work with Rewan alone for 30 minutes twice a week, for 20 weeks a year.'

// The plan is of 12 January 2027, so its year ends on 11 January 2028, and the last meeting that leaves four weeks for the decision is on 14 December.
bothWays('one review by its last lawful days', { now: morningOf('2027-01-12') }, (scene) => {
  let plan: CaseKey
  let key: ReviewKey
  before(async () => {
    plan = await anIssuedPlan(scene.hub)
    scene.hub.setNow(morningOf('2027-11-02'))
  })

  it('the school sets the day', async () => {
    key = await arrangeReview(await scene.cast.as('debra'), plan, '2027-12-14')
  })

  it('two weeks before, on the last day, everybody is invited', async () => {
    scene.hub.setNow(morningOf('2027-11-30'))
    await sendInvitations(await scene.cast.as('debra'), key)
  })

  it('the mother says what she thinks, from her home page', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseOverview(plan))
    await mother.follow('Tell us what you think, for the next meeting about the plan')
    await mother.submit({ [`coming-${await invitationOf(scene.hub, key, 'Shno')}`]: 'yes' }, { button: 'Send my answer' })
    await mother.follow('Tell us what you think')
    await givePart(mother, { 'view-well': 'He sings at home now.', 'view-should-change': 'Two short sessions would be better for him than one long one.' })
  })

  it('the therapist answers three lines, and proposes new words for one', async () => {
    const therapist = await scene.cast.as('callum')
    await therapist.get(paths.home())
    assert.match(therapist.words, /Reviews you are asked about/)
    await therapist.follow('Rewan Tahsin')
    assert.equal(therapist.heading, 'Your part for the review')
    const [outcome, help] = [fieldOfLine(therapist, 'retell an event'), fieldOfLine(therapist, therapy)]
    await givePart(therapist, {
      [outcome]: 'some', [help]: 'changed', [help.replace('answer', 'text')]: twice, [help.replace('answer', 'minutes')]: '30', [help.replace('answer', 'times')]: '2',
      [help.replace('answer', 'words')]: 'He tires after half an hour.',
    })
  })

  it('the school gives the child’s part and its own, and sends the papers round the same day', async () => {
    const school = await scene.cast.as('debra')
    await school.get(paths.reviewContribute({ ...key, invitationId: await invitationOf(scene.hub, key, 'Rewan Tahsin') }))
    await givePart(school, { how: ['pictures'], helper: 'Debra, his SENCO', 'view-like': '“Maths good. Cubes.”' })
    await school.get(paths.reviewContribute({ ...key, invitationId: await invitationOf(scene.hub, key, 'Larkfell') }))
    await givePart(school, { [fieldOfLine(school, 'understands two key words')]: 'still-right', [fieldOfLine(school, 'retell an event')]: 'good', 'view-progress': 'He joins in at carpet time.' })
    await sendPapersRound(school, key)
  })

  it('the meeting is held, and what was said is written down', async () => {
    scene.hub.setNow(morningOf('2027-12-14'))
    await recordMeeting(await scene.cast.as('debra'), key, {
      [`came-${await invitationOf(scene.hub, key, 'Shno')}`]: 'came', [`came-${await invitationOf(scene.hub, key, 'Callum')}`]: 'online', childPart: 'for-part', agreed: 'Therapy in two short sessions.',
    })
  })

  it('the report goes on the last day of its two weeks, most of it written already', async () => {
    scene.hub.setNow(morningOf('2027-12-28'))
    const school = await scene.cast.as('debra')
    await school.get(paths.reviewWriteReport(key))
    await school.submit(restAsItShouldBe(school), { button: 'Send the report' })
    expectRefused(school, ['Say whether you recommend this change'])
    await sendReport(school, { [school.root.querySelector('input[name^="agrees-"]')?.getAttribute('name') ?? '']: 'yes' })
    const mother = await scene.cast.as('shno')
    await mother.get(paths.reviewReport(key))
    assert.match(mother.words, /30 minutes twice a week.*This report recommends it too/)
  })

  it('the council decides on the last day of the four weeks, from the page of the review', async () => {
    scene.hub.setNow(morningOf('2028-01-11'))
    const manager = await scene.cast.as('meera')
    await manager.get(paths.review(key))
    await manager.follow('From the report to the decision')
    await manager.submit({ [manager.root.querySelector('input[name^="decision-"]')?.getAttribute('name') ?? '']: 'accept', outcome: 'amend' }, { button: 'Decide and send' })
    assert.equal(manager.heading, 'After the amendment notice', manager.errors.join())
  })

  it('the mother answers on the fifteenth day', async () => {
    scene.hub.setNow(morningOf('2028-01-25'))
    const mother = await scene.cast.as('shno')
    await mother.get(paths.amendmentNotice(key))
    assert.match(mother.words, /by the end of Tuesday 25 January 2028.*added: twice/)
    await commentOn(mother, plan, 'F', { kind: 'comment', comment: 'Not on Fridays, please: he swims then.' })
    assert.match(mother.words, /Not on Fridays/)
  })

  it('the amended plan goes eight weeks after the notice and twelve after the meeting', async () => {
    scene.hub.setNow(morningOf('2028-03-07'))
    const manager = await scene.cast.as('meera')
    await manager.get(paths.amendment(key))
    const asked = manager.root.querySelector('input[name^="decision-"]')?.getAttribute('name') ?? ''
    await manager.submit({ [asked]: 'answer', [asked.replace('decision', 'reason')]: 'The days are agreed each term with the school.' }, { button: 'Keep the answers' })
    await manager.get(paths.issueAmended(key))
    await manager.submit()
    assert.equal(manager.heading, 'Read everything before the plan goes', manager.errors.join())
    await manager.submit({}, { button: 'Issue the amended plan' })
    assert.match(manager.words, /The amended plan is issued/, manager.errors.join())
  })

  it('every clock of it was met on its last day, and none was late', async () => {
    const duties = await dutiesOfReview(await scene.cast.as('hattie'), plan)
    const met = duties.filter(({ standing }) => standing.startsWith('Done '))
    assert.equal(met.length, 7, JSON.stringify(duties))
    for (const { what, lastDay, standing } of met) assert.equal(standing, `Done ${lastDay}`, what)
    assert.ok(duties.some(({ standing }) => standing === 'The time was left'))
    const late = await scene.hub.fresh.db.selectFrom('clock').select('clockId').where('caseId', '=', plan.caseId as never).where('about', '=', key.reviewId).where('wasLate', '=', true).execute()
    assert.deepEqual(late, [])
    const year = await scene.hub.fresh.db.selectFrom('clock').select(['dueOn', 'metOn']).where('caseId', '=', plan.caseId as never).where('clockId', '=', 'REV-01').executeTakeFirst()
    assert.deepEqual(year, { dueOn: '2028-01-11', metOn: '2028-01-11' })
  })
})
