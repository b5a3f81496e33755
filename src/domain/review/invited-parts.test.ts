import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import type { ReviewId } from '../ids.ts'
import { endsAReview, invitedPartsEndOn } from './invited-parts.ts'

const [one, two] = ['one', 'two'] as readonly string[] as readonly [ReviewId, ReviewId]
const ledger = (...facts: readonly (readonly [on: string, fact: Fact, corrects?: number])[]): RecordedFact[] => facts.map(([on, fact, corrects], index) =>
  ({ ...fact, seq: index + 1, happenedOn: plainDateOf(on), recordedAt: `${on}T09:00:00.000Z` as Instant, ...(corrects === undefined ? {} : { corrects }) }))
const arranged = (reviewId: ReviewId, meetingOn: string): Fact => ({ type: 'review-meeting-arranged', reviewId, meetingOn: plainDateOf(meetingOn), noInstitution: false })
const invited = (reviewId: ReviewId): Fact => ({ type: 'review-invitations-sent', reviewId, count: 3 })
const held = (reviewId: ReviewId): Fact => ({ type: 'review-meeting-held', reviewId, noInstitution: false })
const decided = (reviewId: ReviewId, outcome: 'maintain' | 'amend'): Fact => ({ type: 'review-decision-notified', reviewId, outcome })
const first = [['2027-01-12', arranged(one, '2027-03-09')], ['2027-01-12', invited(one)], ['2027-03-09', held(one)]] as const

describe('the parts that invitations to a review give', () => {
  it('go on while the review does, an amendment of it included', () => {
    assert.equal(invitedPartsEndOn([]), undefined)
    assert.equal(invitedPartsEndOn(ledger(...first)), undefined)
    assert.equal(invitedPartsEndOn(ledger(...first, ['2027-04-06', decided(one, 'amend')])), undefined)
  })

  it('end thirty days after it ended, however that was', () => {
    assert.equal(invitedPartsEndOn(ledger(...first, ['2027-04-06', decided(one, 'maintain')])), '2027-05-06')
    assert.equal(invitedPartsEndOn(ledger(...first, ['2027-04-06', decided(one, 'amend')], ['2027-06-01', { type: 'amended-final-issued', reviewId: one }])), '2027-07-01')
    assert.equal(invitedPartsEndOn(ledger(...first, ['2027-04-06', decided(one, 'amend')], ['2027-06-01', { type: 'not-amending-notified', reviewId: one }])), '2027-07-01')
    assert.equal(invitedPartsEndOn(ledger(...first.slice(0, 2), ['2027-02-01', { type: 'review-called-off', reviewId: one }])), '2027-03-03')
  })

  it('go on when the end is taken back, and when the next review has begun', () => {
    const over = [...first, ['2027-04-06', decided(one, 'maintain')]] as const
    assert.equal(invitedPartsEndOn(ledger(...over, ['2027-04-06', { type: 'sending-taken-back', sendingId: 's', act: 'decide-review', of: 'review-decision-notified' }, 4])), undefined)
    assert.equal(invitedPartsEndOn(ledger(...over, ['2027-04-10', arranged(two, '2028-03-01')])), '2027-05-06')
    assert.equal(invitedPartsEndOn(ledger(...over, ['2027-04-10', arranged(two, '2028-03-01')], ['2027-04-20', invited(two)])), undefined)
  })

  it('are looked at again by what ends a review and by every correction', () => {
    assert.ok(endsAReview({ type: 'review-called-off' }) && endsAReview({ type: 'message-sent', corrects: 3 }))
    assert.ok(!endsAReview({ type: 'review-meeting-held' }))
  })
})
