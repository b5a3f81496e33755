import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { expectRefused } from '../../../test/journeys/steps/refused.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'

// It is 14 September 2026; the plan was made on 6 January 2025.
describe('reviews and their dates', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aMaintainedCase(hub)
  })
  after(() => hub.close())

  const officerAt = async (url: string): Promise<Visitor> => (await hub.as('hattie')).get(url)
  const hrefOf = (visitor: Visitor, words: string): string => {
    const link = visitor.root.querySelectorAll('main a').find((one) => one.textContent.startsWith(words))
    assert.ok(link !== undefined, `no way to "${words}" on ${visitor.url}`)
    return link.getAttribute('href') ?? ''
  }
  const caseRow = async (ofCase: CaseKey) => hub.fresh.db.selectFrom('clock').selectAll().where('caseId', '=', ofCase.caseId as never).execute()

  it('say what is due when nothing is recorded yet, and are reached from the case', async () => {
    const officer = await officerAt(paths.caseOverview(key))
    await officer.get(hrefOf(officer, 'Reviews'))
    assert.equal(officer.heading, 'Reviews and their dates')
    assert.match(officer.words, /No review is recorded yet/)
    assert.match(officer.words, /The first review, with its decision, is due by 5 January 2026 252 days late/)
    assert.match(officer.words, /twelve months starting with that day/)
  })

  it('refuse a meeting without its day or before the plan, and keep what was typed', async () => {
    const officer = await officerAt(paths.reviewMeeting(key))
    await officer.submit({})
    expectRefused(officer, ['Enter the day of the meeting', 'Say whether a setting held the review'])
    await officer.submit({ ...dateIn('on', '2025-01-05'), institution: 'no' })
    expectRefused(officer, ['The day of the meeting must be 6 January 2025 or later: that was the day the plan was made'], { kept: { 'on-year': '2025', institution: 'no' } })
    await officer.submit(dateIn('on', '2026-09-15'))
    assert.deepEqual(officer.errors, ['The day of the meeting must be today or in the past'])
  })

  it('record each step with its day, and work out what follows', async () => {
    const officer = await officerAt(paths.reviewMeeting(key))
    await officer.submit({ ...dateIn('on', '2026-03-03'), institution: 'yes' })
    assert.equal(officer.heading, 'Reviews and their dates', officer.errors.join())
    assert.match(officer.words, /Recorded\..* Review of 3 March 2026/)
    assert.match(officer.words, /Decide to maintain, amend or cease the plan.* 31 March 2026 167 days late/)
    // An outcome is never there without its day, nor a day without its outcome.
    await officer.get(hrefOf(officer, 'Record the decision'))
    await officer.submit(dateIn('on', '2026-04-10'))
    expectRefused(officer, ['Say what was decided'], { kept: { 'on-day': '10' } })
    await officer.submit({ 'on-day': '', 'on-month': '', 'on-year': '', outcome: 'amend' })
    expectRefused(officer, ['Enter the day the family was told'], { kept: { outcome: 'amend' } })
    await officer.submit({ ...dateIn('on', '2026-03-02'), outcome: 'amend' })
    expectRefused(officer, ['The day the family was told must be 3 March 2026 or later: that was the day of the meeting'])
    await officer.submit(dateIn('on', '2026-04-10'))
    assert.match(officer.words, /Decision told 10 April 2026: amend the plan/)
    assert.match(officer.words, /Done 10 April 2026 10 days late/)
    assert.match(officer.words, /Send the amended final plan at the latest twelve weeks after the meeting.* 26 May 2026 111 days late/)
    await officer.get(hrefOf(officer, 'Record the amendment notice'))
    await officer.submit({ ...dateIn('on', '2026-04-13'), channel: 'letter' })
    assert.match(officer.words, /Amendment notice sent 13 April 2026, by post/)
    assert.match(officer.words, /The family’s time ends on 29 April 2026/)
    await officer.get(hrefOf(officer, 'Record the amended final plan'))
    await officer.submit(dateIn('on', '2026-04-12'))
    assert.match(officer.errors.join(), /13 April 2026 or later: that was the day the amendment notice was sent/)
    await officer.submit(dateIn('on', '2026-09-14'))
    assert.match(officer.words, /Amended final plan sent 14 September 2026/)
    assert.match(officer.words, /Done 14 September 2026 111 days late/)
    assert.match(officer.words, /The next review, with its decision, is due by 9 April 2027/)
    const rows = await caseRow(key)
    assert.deepEqual(rows.filter(({ clockId }) => clockId === 'REV-12').map(({ dueOn, metOn, wasLate }) => [dueOn, metOn, wasLate]), [['2026-05-26', '2026-09-14', true]])
  })

  it('are told to the timeline, in the family’s own words to the family', async () => {
    const officer = await officerAt(paths.caseTimeline(key, { kind: 'review' }))
    assert.match(officer.words, /The family was told the decision after the review: amend the plan/)
    const mother = await (await hub.as('shno')).get(paths.caseTimeline(key))
    assert.match(mother.words, /We told you what we decided after the meeting: we want to change the plan/)
    assert.match(mother.words, /We sent you the changed final plan/)
  })

  it('are put right: the day through the record, the outcome while nothing has followed', async () => {
    const other = await aMaintainedCase(hub, { reviews: [{ meeting: '2026-07-01', decision: ['maintain', '2026-07-20'] }] })
    const officer = await officerAt(paths.caseReviews(other))
    assert.equal(officer.hasLink('Record the amendment notice'), false)
    await officer.get(hrefOf(officer, 'Correct the outcome'))
    await officer.submit({ outcome: 'maintain', reason: 'Misread.' })
    expectRefused(officer, ['Choose what was really decided: this is what the record says already'], { kept: { reason: 'Misread.' } })
    await officer.submit({ outcome: 'amend' })
    assert.match(officer.words, /The record is corrected/)
    assert.match(officer.words, /Decision told 20 July 2026: amend the plan/)
    assert.match(officer.words, /23 September 2026 \(in 9 days\)/)
    await officer.get(hrefOf(officer, 'Correct the day'))
    await officer.submit({ ...dateIn('happened', '2026-07-08'), reason: 'The minutes say so.' })
    await officer.get(paths.caseReviews(other))
    assert.match(officer.words, /Review of 8 July 2026/)
    assert.match(officer.words, /30 September 2026 \(in 16 days\)/)
    await officer.get(hrefOf(officer, 'Record the amendment notice'))
    await officer.submit({ ...dateIn('on', '2026-09-01'), channel: 'hub' })
    assert.equal(officer.hasLink('Correct the outcome'), false)
  })

  it('ask about adulthood only of a review at which the law does', async () => {
    const older = await aMaintainedCase(hub, { bornOn: '2011-05-01', reviews: [{ meeting: '2026-07-01' }] })
    const officer = await officerAt(paths.caseReviews(older))
    await officer.get(hrefOf(officer, 'Record that preparing for adulthood was considered'))
    await officer.submit(dateIn('on', '2026-07-01'))
    assert.match(officer.words, /Adulthood considered 1 July 2026/)
    await officer.get(paths.caseReviews(key))
    assert.equal(officer.root.querySelectorAll('main a').some((one) => one.textContent.startsWith('Record that preparing')), false)
  })

  it('act once for a form sent twice, and refuse a second meeting of the day', async () => {
    const twice = await aMaintainedCase(hub)
    const officer = await officerAt(paths.reviewMeeting(twice))
    const form = officer.form()
    const fields = { ...Object.fromEntries([...officer.fieldsOf(form)].map(([name, [value = '']]) => [name, value])), ...dateIn('on', '2026-05-05'), institution: 'yes' }
    await officer.submit(fields)
    await officer.get(paths.reviewMeeting(twice))
    await officer.submit(fields)
    assert.equal(officer.heading, 'Reviews and their dates', officer.errors.join())
    const facts = await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', twice.caseId as never).where('type', '=', 'review-meeting-held').execute()
    assert.equal(facts.length, 1)
    await officer.get(paths.reviewMeeting(twice))
    await officer.submit({ ...dateIn('on', '2026-05-05'), institution: 'yes' })
    assert.deepEqual(officer.errors, ['A meeting on that day is recorded already'])
  })

  it('are recorded by the council alone, and only of a plan that is in force; family and school have a page of their own', async () => {
    for (const [person, status] of [['shno', 200], ['debra', 200], ['aled', 404], ['kerry', 403]] as const) {
      const reader = await (await hub.as(person)).get(paths.caseReviews(key))
      assert.equal(reader.status, status, person)
      assert.doesNotMatch(reader.words, /days late|Correct the day/)
      assert.notEqual((await reader.get(paths.reviewMeeting(key))).status, 200)
    }
    const writer = await (await hub.as('tom')).get(paths.caseReviews(key))
    assert.equal(writer.status, 200)
    assert.equal(writer.hasLink('Record a review meeting'), false)
    assert.equal((await writer.get(paths.reviewMeeting(key))).status, 403)
    const early = await aCase(hub)
    const officer = await officerAt(paths.reviewMeeting(early))
    assert.match(officer.words, /This case is at: Considering/)
    assert.equal(officer.root.querySelector('main form'), null)
    assert.equal((await officer.get(paths.reviewStep({ ...key, reviewId: 'nothing', step: 'decision' }))).status, 404)
  })
})
