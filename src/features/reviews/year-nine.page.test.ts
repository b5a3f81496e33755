import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewKey } from '../../../test/builders/an-arranged-review.ts'
import { anArrangedReview, invitationOf } from '../../../test/builders/an-arranged-review.ts'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import { onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'

// It is 12 January 2027. Somebody born in February 2013 is in Year 9.
describe('a review in Year 9, and one that the council holds itself', () => {
  let hub: Hub
  let key: ReviewKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anArrangedReview(hub)
    const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.updateTable('child').set({ bornOn: plainDateOf('2013-02-23') }).where('id', '=', childId).execute()
  })
  after(() => hub.close())

  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const pathways = { 'path-employment': 'A taster at the garden centre.', 'path-independent-living': 'Bus training.', 'path-community': 'Youth club.', 'path-health': 'Annual health check.' }

  it('asks who adulthood needs in the room before the invitations go', async () => {
    const senco = await at('debra', paths.reviewInvite(key))
    await senco.submit({ 'need-employment': 'yes', 'need-independent-living': 'no', 'need-community': 'no' }, { button: 'Send the invitations' })
    assert.deepEqual(senco.errors, ['Add who is needed for: work and learning, or say no', 'Say whether somebody is needed for: being as healthy as possible'])
    await senco.submit({ who: `p:${demoPersonId('ifeoma')}:${await bodyOf('ifeoma')}`, pathway: 'employment' }, { button: 'Add to the list' })
    assert.match(senco.words, /Ifeoma Grantley/, senco.errors.join())
    await senco.submit({ 'need-employment': 'yes', 'need-independent-living': 'no', 'need-community': 'no', 'need-health': 'no' }, { button: 'Send the invitations' })
    assert.match(senco.words, /The invitations have been sent/, senco.errors.join())
    assert.equal((await at('ifeoma', paths.review(key))).status, 200)
  })

  const bodyOf = async (who: string): Promise<string> => (await hub.fresh.db.selectFrom('membership').select('organisationId').where('personId', '=', demoPersonId(who)).executeTakeFirstOrThrow()).organisationId

  it('takes no part of an agency that has not looked at all four sides', async () => {
    const adviser = await at('ifeoma', paths.reviewContribute({ ...key, invitationId: await invitationOf(hub, key, 'Ifeoma') }))
    await adviser.submit({ 'path-employment': 'A taster at the garden centre.', 'path-none-health': 'yes', 'path-none-community': 'yes' }, { button: 'Send my part' })
    assert.deepEqual(adviser.errors, ['Write something about: living independently, or say that you have nothing to add'])
    await adviser.submit({ 'path-none-independent-living': 'yes' }, { button: 'Send my part' })
    assert.match(adviser.words, /Your part has been sent/)
  })

  it('is not reported without aspirations and the four pathways, and then counts as considered', async () => {
    hub.setNow('2027-03-10T09:00:00.000Z')
    const senco = await at('debra', paths.reviewHold(key))
    await senco.submit({ childPart: 'in-the-room' })
    const answers = Object.fromEntries(senco.root.querySelectorAll('input[type=radio]').map((one) => one.getAttribute('name') ?? '').filter((name) => name.startsWith('answer-'))
      .map((name) => [name, senco.root.querySelectorAll(`input[name="${name}"]`).some((one) => one.getAttribute('value') === 'still-right') ? 'still-right' : senco.root.querySelectorAll(`input[name="${name}"]`).some((one) => one.getAttribute('value') === 'good') ? 'good' : 'delivered']))
    assert.match(senco.words, /Considered by Ifeoma Grantley/)
    await senco.submit({ ...answers }, { button: 'Send the report' })
    assert.ok(senco.errors.includes('Write what the young person wants for their life') && senco.errors.includes('Write what was said about: being as healthy as possible'), senco.errors.join())
    await senco.submit({ aspirations: 'To grow things and live near Mum.', ...pathways }, { button: 'Send the report' })
    assert.match(senco.words, /The report has been sent.*To grow things and live near Mum/s, senco.errors.join())
    const [considered] = await hub.fresh.db.selectFrom('fact').select(['happenedOn']).where('caseId', '=', key.caseId as never).where('type', '=', 'adulthood-considered').execute()
    assert.equal(considered?.happenedOn, '2027-03-09')
  })

  describe('of a child educated at home', () => {
    let home: CaseKey
    before(async () => {
      hub.setNow('2027-01-12T10:00:00.000Z')
      home = await anIssuedPlan(hub, { familyName: 'Tarrant' })
      await onCase(hub, home, async (record) => { await record({ type: 'educated-otherwise', arrangement: 'elective-home' }, '2027-01-12') })
    })

    it('is the council’s to arrange, and no school’s', async () => {
      assert.equal((await at('debra', paths.reviewPlan(home))).status, 403)
      const officer = await at('hattie', paths.reviewPlan(home))
      assert.match(officer.words, /arranges, holds and reports this review itself/)
      await officer.submit({ ...dateIn('on', '2027-03-03'), starts: '10am', how: 'online', place: 'By video: the link comes with the invitation' })
      assert.equal(officer.heading, 'Who is invited', officer.errors.join())
      assert.doesNotMatch(officer.root.querySelector('table')?.textContent ?? '', /Larkfell/)
      const reviewId = officer.url.split('/')[5] ?? ''
      const [due] = await hub.fresh.db.selectFrom('clock').select('dueOn').where('about', '=', reviewId).where('clockId', '=', 'REV-14/invitations').execute()
      assert.equal(due?.dueOn, '2027-02-17')
    })

    it('can be taken back before it leaves: nobody outside the team has seen it, and it is owed again', async () => {
      const [row] = await hub.fresh.db.selectFrom('reviewArrangement').select('reviewId').where('caseId', '=', home.caseId as never).execute()
      const review = { ...home, reviewId: row?.reviewId ?? '' }
      await hub.fresh.db.insertInto('areaSending').values({ localAreaId: demoAreaId('wendmere'), changedAt: '2026-01-01T00:00:00.000Z' as Instant, recallMinutes: 10, reason: 'for a test' }).execute()
      const officer = await at('hattie', paths.reviewInvite(review))
      await officer.submit({}, { button: 'Send the invitations' })
      assert.match(officer.words, /The invitations have been sent/, officer.errors.join())
      assert.match((await at('shno', paths.review(review))).words, /You are not invited/)
      const [sending] = await hub.fresh.db.selectFrom('sending').select('id').where('caseId', '=', home.caseId as never).where('act', '=', 'invite-to-review').execute()
      await officer.get(paths.held({ ...home, sendingId: sending?.id ?? '' }))
      await officer.submit({}, { button: 'Take it back' })
      const sent = await hub.fresh.db.selectFrom('reviewInvitation').select('sentAt').where('reviewId', '=', review.reviewId).where('sentAt', 'is not', null).execute()
      assert.deepEqual(sent, [])
      const [clock] = await hub.fresh.db.selectFrom('clock').select('metOn').where('about', '=', review.reviewId).where('clockId', '=', 'REV-14/invitations').execute()
      assert.equal(clock?.metOn, null)
    })
  })
})
