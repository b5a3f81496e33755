// A child educated at home is reviewed like any other: the date and the convenor stay when the school goes, and the council arranges, holds and
// reports the review itself. (CFA 2014 s.44; SEND Regulations 2014, reg 21.)

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { ReviewKey } from '../builders/an-arranged-review.ts'
import { invitationOf } from '../builders/an-arranged-review.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed } from './steps/refused.ts'
import { arrangeReview, dutiesOfReview, fieldOfLine, givePart, recordMeeting, restAsItShouldBe, sendInvitations, sendPapersRound, sendReport } from './steps/review.ts'

const area = 'wendmere'

bothWays('a review of a child educated at home', { now: morningOf('2027-01-12') }, (scene) => {
  let plan: CaseKey
  let key: ReviewKey
  before(async () => {
    plan = await anIssuedPlan(scene.hub)
    scene.hub.setNow(morningOf('2027-09-06'))
  })

  const isPlanned = async (who: string, when: RegExp): Promise<void> => {
    const officer = await scene.cast.again('hattie')
    await officer.get(paths.educatedOtherwise({ area }))
    assert.match(officer.words, new RegExp(`Rewan Tahsin .* Educated at home by the parents .* ${who} .* ${when.source}`))
    assert.doesNotMatch(officer.words, /Nobody yet/)
  }

  it('leaves school, and is not a day without a next date and somebody who convenes', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseEducation(plan))
    await officer.submit({ how: 'elective-home', ...dateIn('since', '2027-09-06') }, { button: 'Record' })
    await isPlanned('Hattie Greaves', /11 January 2028/)
    await officer.get(paths.caseConvenor(plan))
    await officer.submit({ person: demoPersonId('meera') }, { button: 'Save' })
    await isPlanned('Meera Chaudry', /11 January 2028/)
    expectClosed(await (await scene.cast.again('debra')).get(paths.caseReviews(plan)), /Rewan/)
  })

  it('is invited by the council: no school is on the list', async () => {
    const convenor = await scene.cast.as('meera')
    key = await arrangeReview(convenor, plan, '2027-11-16', { starts: '10am', how: 'both', place: 'The library in Wendmere, or by video' })
    assert.doesNotMatch(convenor.root.querySelector('table')?.textContent ?? '', /Larkfell/)
    assert.doesNotMatch(convenor.words, /The law also names/)
    await sendInvitations(convenor, key)
    await isPlanned('Meera Chaudry', /16 November 2027/)
  })

  it('the parents, who teach him, give their part; the therapist gives hers', async () => {
    scene.hub.setNow(morningOf('2027-10-20'))
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseOverview(plan))
    await mother.follow('Tell us what you think, for the next meeting about the plan')
    assert.match(mother.words, /Who sets it up Wendmere Council/)
    await mother.follow('Tell us what you think')
    await givePart(mother, { 'view-well': 'We read together each morning.', 'view-should-change': 'The therapist could come to us.' })
    const therapist = await scene.cast.as('callum')
    await therapist.get(paths.home())
    await therapist.follow('Rewan Tahsin')
    const help = fieldOfLine(therapist, '45 minutes once a week')
    await givePart(therapist, { [help]: 'not-delivered', [help.replace('answer', 'words')]: 'He was seen at school, and no place at home is agreed yet.' })
  })

  it('the convenor writes down the child’s part, and sends the papers round', async () => {
    scene.hub.setNow(morningOf('2027-11-02'))
    const convenor = await scene.cast.as('meera')
    await convenor.get(paths.reviewContribute({ ...key, invitationId: await invitationOf(scene.hub, key, 'Rewan Tahsin') }))
    await givePart(convenor, { how: ['talked'], helper: 'His mother, at home', 'view-like': '“Bees.”' })
    await sendPapersRound(convenor, key)
  })

  it('the council holds the meeting and writes the report', async () => {
    scene.hub.setNow(morningOf('2027-11-16'))
    const convenor = await scene.cast.as('meera')
    await recordMeeting(convenor, key, { [`came-${await invitationOf(scene.hub, key, 'Shno')}`]: 'came', childPart: 'by-what-they-made', agreed: 'Therapy at home, on Tuesdays.' })
    await sendReport(convenor, restAsItShouldBe(convenor))
  })

  it('the council decides, and the next year begins with a date and the same convenor', async () => {
    scene.hub.setNow(morningOf('2027-12-10'))
    const manager = await scene.cast.as('meera')
    await manager.get(paths.review(key))
    await manager.follow('From the report to the decision')
    await manager.submit({ outcome: 'maintain', reasons: 'The plan fits. The health body finds a place for the therapy at home.' }, { button: 'Decide and send' })
    assert.equal(manager.heading, 'Reviews and amendments of this plan', manager.errors.join())
    await isPlanned('Meera Chaudry', /9 December 2028/)
    const duties = await dutiesOfReview(await scene.cast.as('hattie'), plan)
    const ours = duties.filter(({ what }) => what.includes('nobody but the council can'))
    assert.deepEqual(ours.map(({ standing }) => standing), ['Done 2 November 2027', 'Done 6 September 2027', 'Done 16 November 2027'])
    assert.ok(!duties.some(({ standing }) => standing.includes('late')), JSON.stringify(duties))
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseTimeline(plan))
    assert.match(mother.words, /Meera Chaudry arranges the next look at the plan/)
  })
})
