import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewKey } from '../../../test/builders/an-arranged-review.ts'
import { anInvitedReview, invitationOf } from '../../../test/builders/an-arranged-review.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { expectClosed, expectRefused } from '../../../test/journeys/steps/refused.ts'
import { fieldOfLine, givePart, recordMeeting, restAsItShouldBe, sendPapersRound, sendReport } from '../../../test/journeys/steps/review.ts'
import { addDays, plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const twice = 'A speech and language therapist will work with Rewan alone for 30 minutes twice a week, for 20 weeks a year.'

// Each step goes on from the one before.
describe('a part that was sent', () => {
  let hub: Hub
  let key: ReviewKey
  let part: string
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anInvitedReview(hub)
    part = paths.reviewContribute({ ...key, invitationId: await invitationOf(hub, key, 'Callum') })
  })
  after(() => hub.close())

  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const proposals = () => hub.fresh.db.selectFrom('proposal').select(['id', 'text', 'because', 'decision']).where('reviewId', '=', key.reviewId).execute()

  it('is changed by who sent it, with what it said before kept, and its proposal says what it says now', async () => {
    const therapist = await at('callum', part)
    const help = fieldOfLine(therapist, '45 minutes once a week')
    const wanted = { [help]: 'changed', [help.replace('answer', 'text')]: twice, [help.replace('answer', 'words')]: 'He tires.' }
    await givePart(therapist, { ...wanted, 'view-advice': 'Nothing else.' })
    const [first] = await proposals()
    hub.setNow('2027-01-12T10:05:00.000Z')
    await therapist.get(part)
    await therapist.follow('Change what was sent')
    await therapist.submit({}, { button: 'Send the change' })
    expectRefused(therapist, ['Nothing is different from what you sent before'])
    await therapist.submit({ 'view-advice': 'He uses signs at home now.' }, { button: 'Send the change' })
    assert.match(therapist.words, /Your change has been sent/, therapist.errors.join())
    assert.deepEqual((await proposals()).map(({ id }) => id), [first?.id], 'what was proposed in the same words stays')
    await therapist.get(part)
    await therapist.follow('Change what was sent')
    await therapist.submit({ [help.replace('answer', 'words')]: 'He tires after half an hour.' }, { button: 'Send the change' })
    const now = await proposals()
    assert.deepEqual(now.map(({ because }) => because), ['He tires after half an hour.'])
    assert.notEqual(now[0]?.id, first?.id)
    await therapist.get(part)
    assert.match(therapist.words, /Given 12 January 2027 at 10am, by Callum Dreyfus-Webb\. Changed 12 January 2027 at 10:05am.*He uses signs at home now.*What it said until.*Nothing else\./s)
    assert.equal((await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', key.caseId as never).where('type', '=', 'review-contribution-changed').execute()).length, 2)
  })

  it('is nobody else’s to change, and two pages of it do not write over each other', async () => {
    const senco = await at('debra', part)
    assert.ok(!senco.hasLink('Change what was sent'))
    const { status } = await at('imogen', part)
    assert.equal(status, 404)
    const [one, two] = [await at('callum', `${part}?change=yes`), await at('callum', `${part}?change=yes`)]
    await one.submit({ 'view-advice': 'Signs, and a book of pictures.' }, { button: 'Send the change' })
    await two.submit({ 'view-advice': 'Signs, and a song.' }, { button: 'Send the change' })
    assert.match(two.errors.join(), /Nothing was overwritten/)
    assert.match(two.words, /a book of pictures/)
    assert.match(two.body, /Signs, and a song\./)
  })

  it('is read by the others as it was sent round, until it is sent round again', async () => {
    await sendPapersRound(await at('debra', paths.review(key)), key)
    hub.setNow('2027-01-14T10:00:00.000Z')
    await (await at('callum', `${part}?change=yes`)).submit({ 'view-advice': 'A new device comes in March.' }, { button: 'Send the change' })
    assert.match((await at('imogen', paths.reviewPapers(key))).words, /a book of pictures/)
    assert.doesNotMatch((await at('imogen', paths.reviewPapers(key))).words, /new device|He uses signs at home/)
    const senco = await at('debra', paths.reviewPapers(key))
    assert.match(senco.words, /A new device comes in March.*What it said until/s)
    await senco.submit({}, { button: 'Send round what is new' })
    assert.match((await at('imogen', paths.reviewPapers(key))).words, /A new device comes in March/)
    assert.doesNotMatch((await at('imogen', paths.reviewPapers(key))).words, /a book of pictures/)
  })

  it('stays as it is once the report is sent, and the page says what to do instead', async () => {
    hub.setNow('2027-03-10T09:00:00.000Z')
    const senco = await at('debra', paths.review(key))
    await recordMeeting(senco, key, { childPart: 'for-part' })
    const open = await at('callum', `${part}?change=yes`)
    await sendReport(senco, { ...restAsItShouldBe(senco), [senco.root.querySelector('input[name^="agrees-"]')?.getAttribute('name') ?? '']: 'yes' })
    await open.submit({ 'view-advice': 'Too late.' }, { button: 'Send the change' })
    assert.match(open.errors.join(), /The report has been sent/)
    assert.match(open.body, /Too late\./)
    const therapist = await at('callum', part)
    assert.match(therapist.words, /What was sent for it stays as it is/)
    await therapist.follow('Tell the council what has changed')
    assert.equal(therapist.status, 200)
  })
})

describe('a part in the case that an invitation gave', () => {
  let hub: Hub
  let key: ReviewKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anInvitedReview(hub)
  })
  after(() => hub.close())

  const rows = async () => hub.fresh.db.selectFrom('caseParty').select(['part', 'personId', 'toOn']).where('caseId', '=', key.caseId as never).where('basis', '=', 'invited to a review of the plan under regulation 20(2)').execute()

  it('ends thirty days after the review is over; who had a part before keeps it', async () => {
    const given = await rows()
    assert.deepEqual(given.map(({ part, toOn }) => [part, toOn]).toSorted(), [['health-lead', null], ['social-care-lead', null]])
    const agnes = await (await hub.as('agnes')).get(paths.review(key))
    assert.equal(agnes.status, 200)
    const senco = await (await hub.as('debra')).get(paths.reviewCallOff(key))
    await senco.submit({ reason: 'It is too early.' })
    assert.deepEqual([...new Set((await rows()).map(({ toOn }) => toOn))], [addDays(plainDateOf('2027-01-12'), 30)])
    hub.setNow('2027-02-11T10:00:00.000Z')
    assert.equal((await (await hub.as('agnes')).get(paths.review(key))).status, 200)
    hub.setNow('2027-02-12T10:00:00.000Z')
    expectClosed(await (await hub.as('agnes')).get(paths.review(key)), /Rewan/)
    assert.equal((await (await hub.as('callum')).get(paths.review(key))).status, 200)
    const kept = await hub.fresh.db.selectFrom('caseParty').select('toOn').where('caseId', '=', key.caseId as never).where('personId', '=', demoPersonId('callum')).where('part', '=', 'adviser').execute()
    assert.deepEqual(kept, [{ toOn: null }])
  })
})
