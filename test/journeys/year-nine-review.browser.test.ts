// The first review that looks at adult life: nobody is forgotten who should be in the room, no agency leaves a side of it out, the report cannot go
// without aspirations and the four pathways, and it begins with the child's own words. (CFA 2014 s.19; SEND Regulations 2014, reg 20(6).)

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import type { ReviewKey } from '../builders/an-arranged-review.ts'
import { invitationOf } from '../builders/an-arranged-review.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { textOf } from '../harness/page-reader.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'
import { arrangeReview, givePart, recordMeeting, restAsItShouldBe, sendInvitations, sendPapersRound, sendReport } from './steps/review.ts'

const needs = { 'need-employment': 'yes', 'need-independent-living': 'yes', 'need-community': 'no', 'need-health': 'no' }
const hopes = '“To grow things. To live near Mum.”'
const pathways = { 'path-employment': 'A taster day at the college.', 'path-independent-living': 'Bus training from Easter.', 'path-community': 'Youth club.', 'path-health': 'A health check each year from 14.' }

/** The value of somebody in the list of services, by words of it. */
const optionFor = (reader: PageReader, words: string): string => reader.root.querySelectorAll('select[name=who] option').find((one) => textOf(one).includes(words))?.getAttribute('value') ?? ''

// Thirteen in February 2027: the plan is of Year 8, and its first review is in Year 9.
bothWays('a review in Year 9', { now: morningOf('2027-01-12') }, (scene) => {
  let plan: CaseKey
  let key: ReviewKey
  before(async () => {
    plan = await anIssuedPlan(scene.hub, { bornOn: '2014-02-23', setting: 'hallowcross', consulted: ['hallowcross'] })
    scene.hub.setNow(morningOf('2027-10-12'))
  })

  it('is not sent out before it is said who adult life needs in the room', async () => {
    const school = await scene.cast.as('idwal')
    key = await arrangeReview(school, plan, '2027-11-16')
    await school.submit({ 'need-employment': 'yes', 'need-community': 'no', 'need-health': 'no' }, { button: 'Send the invitations' })
    expectRefused(school, ['Add who is needed for: work and learning, or say no', 'Say whether somebody is needed for: living independently'])
    await school.submit({ who: optionFor(school, 'Delphine Marsh-Oyelowo'), pathway: 'independent-living' }, { button: 'Add to the list' })
    await school.submit({ name: 'Mr Piers Amory, Wendmere College', pathway: 'employment' }, { button: 'Add to the list' })
    assert.match(school.words, /Mr Piers Amory/, school.errors.join())
    await sendInvitations(school, key, needs)
  })

  it('the social worker finds it on her list, and looks at all four sides of adult life', async () => {
    const worker = await scene.cast.as('delphine')
    await worker.get(paths.home())
    assert.match(worker.words, /Reviews you are asked about/)
    await worker.follow('Rewan Tahsin')
    await worker.submit({ 'path-independent-living': 'Travel training, and a visit to supported flats in Year 11.', 'path-none-health': 'yes', 'path-none-employment': 'yes' }, { button: 'Send my part' })
    expectRefused(worker, ['Write something about: friends, relationships and community, or say that you have nothing to add'], { kept: { 'path-none-health': 'yes' } })
    await givePart(worker, { 'path-community': 'She can name two youth clubs.' })
  })

  it('the child’s own part is theirs, in their words, and kept from whom they choose', async () => {
    const school = await scene.cast.as('idwal')
    await school.get(paths.reviewContribute({ ...key, invitationId: await invitationOf(scene.hub, key, 'Rewan Tahsin') }))
    await givePart(school, { how: ['talked', 'pictures'], helper: 'Miss Tull, his tutor', 'view-like': '“The allotment.”', 'view-future': hopes, notFor: [await invitationOf(scene.hub, key, 'Hoshang')] })
    await school.get(paths.reviewContribute({ ...key, invitationId: await invitationOf(scene.hub, key, 'Piers Amory') }))
    await givePart(school, { channel: 'phone', 'path-employment': 'Two taster days in May.', 'path-none-independent-living': 'yes', 'path-none-community': 'yes', 'path-none-health': 'yes' }, 'Record their part')
    await sendPapersRound(school, key)
    const father = await scene.cast.as('hoshang')
    await father.get(paths.reviewPapers(key))
    assert.match(father.words, /Two taster days/)
    assert.doesNotMatch(father.words, /To grow things/)
  })

  it('the report begins with what he hopes for, and does not go without the four sides', async () => {
    scene.hub.setNow(morningOf('2027-11-17'))
    const school = await scene.cast.as('idwal')
    await recordMeeting(school, key, { [`came-${await invitationOf(scene.hub, key, 'Delphine')}`]: 'came', childPart: 'in-the-room', childWords: hopes })
    assert.equal(textOf(school.root.querySelector('textarea[name=aspirations]')), hopes)
    assert.match(school.root.querySelector('textarea[name=path-employment]')?.textContent ?? '', /Two taster days in May/)
    await school.submit({ ...restAsItShouldBe(school), 'aspirations': '', 'path-health': '' }, { button: 'Send the report' })
    expectRefused(school, ['Write what the young person wants for their life', 'Write what was said about: being as healthy as possible'])
    await sendReport(school, { aspirations: hopes, ...pathways })
  })

  it('everybody reads the same about adult life, and the law’s clock of it is met', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.reviewReport(key))
    assert.match(mother.words, /Getting ready for adult life.*To live near Mum.*Bus training from Easter.*Delphine Marsh-Oyelowo:.*supported flats/s)
    const clock = await scene.hub.fresh.db.selectFrom('clock').select(['metOn', 'wasLate']).where('about', '=', key.reviewId).where('clockId', '=', 'REV-15').executeTakeFirst()
    assert.deepEqual(clock, { metOn: '2027-11-16', wasLate: false })
  })
})
