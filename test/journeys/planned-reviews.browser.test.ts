// Reviews are planned for everybody: a child who begins to be educated at home keeps a date and gains a convenor; a cohort is found, its settings are
// consulted together, and a plan that names the next school is counted as named in time.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { PlanVersionId, ReviewId } from '../../src/domain/ids.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aMaintainedCase, onCase } from '../builders/a-maintained-case.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const area = 'wendmere'

bothWays('planned reviews', { now: morningOf('2027-06-14') }, (scene) => {
  let moving: CaseKey
  let home: CaseKey
  let reviewId: ReviewId
  before(async () => {
    // In Year 6 from September 2027.
    moving = await anIssuedPlan(scene.hub, { bornOn: '2016-11-11' })
    home = await aMaintainedCase(scene.hub, { givenName: 'Elin', familyName: 'Rowe', parents: ['sinead'], bornOn: '2015-10-10', planOn: '2026-08-03' })
  })

  it('an officer records that a child is educated at home, and the school sees nothing any more', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.reviewRegister({ area }))
    assert.match(officer.words, /2 plans are in force/)
    await officer.get(paths.caseEducation(home))
    await officer.submit({ how: 'elective-home', ...dateIn('since', '2027-06-31') }, { button: 'Record' })
    expectRefused(officer, ['The first day must be a real date'], { kept: { 'how': 'elective-home', 'since-day': '31' } })
    await officer.submit(dateIn('since', '2027-06-07'), { button: 'Record' })
    await officer.get(paths.educatedOtherwise({ area }))
    assert.match(officer.words, /Elin Rowe .* Educated at home by the parents .* Hattie Greaves .* 2 August 2027/)
    expectClosed(await (await scene.cast.as('debra')).get(paths.caseOverview(home)), /Elin/)
  })

  it('somebody else convenes for the council, by name', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseConvenor(home))
    await officer.submit({ person: demoPersonId('meera') }, { button: 'Save' })
    assert.match(officer.words, /Elin Rowe .* Meera Chaudry/)
    const mother = await scene.cast.as('sinead')
    await mother.get(paths.caseTimeline(home))
    assert.match(mother.words, /Meera Chaudry arranges the next look at the plan/)
  })

  it('the cohort of the next year is found, with its days', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.transfers({ area }))
    assert.match(officer.words, /No cohort of this year yet/)
    await officer.submit({}, { button: 'Look for the cohort now' })
    await scene.hub.work()
    await officer.get(paths.transfers({ area }))
    assert.match(officer.words, /Move \(1\)/)
    await officer.follow('Rewan Tahsin')
    assert.match(officer.words, /Year 6 from September 2027, by date of birth: the last year of Larkfell Primary School/)
    assert.match(officer.words, /14 February 2028 .* before 15 February 2028; guidance says by 15 February 2028 .* 22 November 2027/)
  })

  it('its settings are consulted together once a review is under way, and each is asked by its own notice', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.consultMany({ area }, { year: 2028 }))
    assert.match(officer.words, /No child can be chosen now/)
    reviewId = scene.hub.house.newId<ReviewId>()
    await onCase(scene.hub, moving, (record) => record({ type: 'review-meeting-arranged', reviewId, meetingOn: plainDateOf('2027-06-28'), noInstitution: false }, '2027-06-14'))
    await officer.get(paths.transfers({ area }))
    await officer.follow('Consult settings for several children at once')
    await officer.submit({ children: [moving.caseId], settings: [demoOrganisationId('hallowcross')], withReports: 'yes' }, { button: 'Continue' })
    assert.match(officer.words, /1 notice for 1 child, to Hallowcross Academy/)
    await officer.submit({}, { button: 'Send 1 notice' })
    assert.match(officer.words, /1 child: 1 sent, 0 not sent, 0 waiting/)
    const asked = await scene.cast.as('idwal')
    await asked.get(paths.consultationInbox())
    assert.match(asked.words, /Rewan Tahsin/)
  })

  it('a plan that names the next school is counted as named in time, by itself', async () => {
    await onCase(scene.hub, moving, async (record, newId) => {
      await record({ type: 'review-meeting-held', reviewId, noInstitution: false }, '2027-06-14')
      await record({ type: 'review-decision-notified', reviewId, outcome: 'amend' }, '2027-06-14')
      await record({ type: 'amendment-notice-sent', reviewId, channel: 'hub' }, '2027-06-14')
      await record({ type: 'amended-final-issued', reviewId, versionId: newId<PlanVersionId>(), settingName: 'Hallowcross Academy' }, '2027-06-14')
    })
    await scene.hub.work()
    const manager = await scene.cast.as('meera')
    await manager.get(paths.transfers({ area }))
    assert.match(manager.words, /Named before the legal date: 1 of 1 child/)
    assert.match(manager.words, /Named in time/)
  })
})
