import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import { foldTracks } from '../case-file/tracks.ts'
import type { PlanVersionId, RequestId, ReviewId } from '../ids.ts'
import { openAmendmentOf, openReviewOf, stageInForce, underWay } from './amendments.ts'

const [first, second] = ['first', 'second'] as readonly string[] as readonly [ReviewId, ReviewId]

const ledger = (...facts: readonly (readonly [on: string, fact: Fact])[]): RecordedFact[] =>
  facts.map(([on, fact], index) => ({ ...fact, seq: index + 1, happenedOn: plainDateOf(on), recordedAt: `${on}T09:00:00.000Z` as Instant }))

const held = (reviewId: ReviewId): Fact => ({ type: 'review-meeting-held', reviewId, noInstitution: false })
const decided = (reviewId: ReviewId, outcome: 'maintain' | 'amend' | 'cease'): Fact => ({ type: 'review-decision-notified', reviewId, outcome })

describe('what is under way with a plan in force', () => {
  it('is nothing until a meeting is arranged or held', () => {
    assert.equal(stageInForce([]), 'maintained')
    assert.equal(stageInForce(ledger(['2026-03-01', { type: 'review-meeting-arranged', reviewId: first, meetingOn: plainDateOf('2026-04-01'), noInstitution: false }])), 'reviewing')
    assert.equal(stageInForce(ledger(['2026-04-01', held(first)])), 'reviewing')
    assert.equal(stageInForce(ledger(
      ['2026-03-01', { type: 'review-meeting-arranged', reviewId: first, meetingOn: plainDateOf('2026-04-01'), noInstitution: false }],
      ['2026-03-08', { type: 'review-called-off', reviewId: first }],
    )), 'maintained')
  })

  it('ends with a decision to maintain or cease, and is an amendment after one to amend', () => {
    assert.equal(stageInForce(ledger(['2026-04-01', held(first)], ['2026-04-20', decided(first, 'maintain')])), 'maintained')
    assert.equal(stageInForce(ledger(['2026-04-01', held(first)], ['2026-04-20', decided(first, 'cease')])), 'maintained')
    const amending = ledger(['2026-04-01', held(first)], ['2026-04-20', decided(first, 'amend')])
    assert.equal(stageInForce(amending), 'amending')
    assert.equal(openReviewOf(amending), undefined)
    assert.equal(stageInForce([...amending, ...ledger(['2026-06-01', { type: 'amended-final-issued', reviewId: first }])]), 'maintained')
    assert.equal(stageInForce([...amending, ...ledger(['2026-06-01', { type: 'not-amending-notified', reviewId: first }])]), 'maintained')
  })

  it('is known by its notice and the version that went with it', () => {
    const versionId = 'version' as PlanVersionId
    const open = openAmendmentOf(ledger(['2026-04-01', held(first)], ['2026-04-20', decided(first, 'amend')], ['2026-04-20', { type: 'amendment-notice-sent', reviewId: first, channel: 'hub', versionId }]))
    assert.deepEqual(open, { id: first, kind: 'amendment', since: '2026-04-01', isHeld: true, notice: { on: '2026-04-20', versionId } })
  })

  it('may be an amendment without a review (reg 28)', () => {
    assert.deepEqual(openAmendmentOf(ledger(['2026-04-01', { type: 'amendment-begun', reviewId: first, because: 'order' }])), { id: first, kind: 'amendment', since: '2026-04-01', isHeld: true, because: 'order' })
  })

  it('lets a review that was never decided end with a later one, and never the other way round', () => {
    const both = ledger(['2025-04-01', held(first)], ['2026-04-01', held(second)])
    assert.deepEqual(underWay(both).map(({ id }) => id), [second, first])
    assert.deepEqual(underWay([...both, ...ledger(['2026-04-20', decided(second, 'maintain')])]), [])
    assert.deepEqual(underWay([...both, ...ledger(['2026-04-20', decided(first, 'maintain')])]).map(({ id }) => id), [second])
  })

  it('goes on amending while the next meeting is arranged', () => {
    const next = ledger(['2026-04-01', held(first)], ['2026-04-20', decided(first, 'amend')], ['2027-01-10', { type: 'review-meeting-arranged', reviewId: second, meetingOn: plainDateOf('2027-03-01'), noInstitution: false }])
    assert.equal(stageInForce(next), 'amending')
    assert.equal(openReviewOf(next)?.id, second)
  })

  it('is the stage of the case only once the plan is in force', () => {
    const requestId = 'request' as RequestId
    const before = ledger(['2026-01-01', { type: 'request-received', requestId, madeBy: 'parent', channel: 'hub' }], ['2026-04-01', held(first)])
    assert.equal(foldTracks(before).process, 'considering')
  })
})
