import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import type { ReviewId } from '../ids.ts'
import { amendmentOfReassessment, askedAgainFrom, isWithinSixMonths, lastAssessedOn, openReassessment, openRequest, reassessedPlanBy, reassessmentAnswerBy } from './reassessments-of.ts'

const day = plainDateOf
const ledgerOf = (...facts: readonly (readonly [fact: Fact, on: string])[]): RecordedFact[] =>
  facts.map(([fact, on], index) => ({ ...fact, seq: index + 1, happenedOn: day(on), recordedAt: `${on}T10:00:00.000Z` as Instant }))
const r = 'review' as ReviewId
const decided = [{ type: 'plan-decided', outcome: 'issue', noticeId: 'n' }, '2025-03-03'] as const
const requested = [{ type: 'reassessment-requested', reassessmentId: 'a', askedBy: 'parent', channel: 'hub' }, '2026-02-02'] as const
const agreed = [{ type: 'reassessment-decided', reassessmentId: 'a', outcome: 'reassess', noticeId: 'n', reviewId: r }, '2026-02-16'] as const
const refused = [{ type: 'reassessment-decided', reassessmentId: 'a', outcome: 'refuse', noticeId: 'n' }, '2026-02-16'] as const
const begun = [{ type: 'reassessment-begun', reassessmentId: 'b', reviewId: r }, '2026-02-20'] as const
const issued = [{ type: 'amended-final-issued', reviewId: r }, '2026-05-25'] as const

describe('a reassessment as the record has it', () => {
  it('is a request until it is decided, and open until its plan is sent', () => {
    assert.equal(openRequest(ledgerOf(decided, requested))?.id, 'a')
    assert.equal(openReassessment(ledgerOf(decided, requested)), undefined)
    assert.equal(openRequest(ledgerOf(decided, requested, agreed)), undefined)
    assert.equal(openReassessment(ledgerOf(decided, requested, agreed))?.id, 'a')
    assert.equal(openReassessment(ledgerOf(decided, requested, refused)), undefined)
    assert.equal(openReassessment(ledgerOf(decided, requested, agreed, issued)), undefined)
  })

  it('asks for all advice again from the day on which it began, and from no day in the first assessment', () => {
    assert.equal(askedAgainFrom(ledgerOf(decided, requested)), undefined)
    assert.equal(askedAgainFrom(ledgerOf(decided, requested, agreed)), '2026-02-16')
    assert.equal(askedAgainFrom(ledgerOf(decided, begun)), '2026-02-20')
    assert.equal(askedAgainFrom(ledgerOf(decided, begun, issued)), undefined)
    const open = openReassessment(ledgerOf(decided, begun))
    assert.ok(open !== undefined && amendmentOfReassessment(open) === r)
  })

  it('counts fifteen days to the answer, fourteen weeks to the plan, and six months back to the last assessment', () => {
    assert.equal(reassessmentAnswerBy(day('2026-09-14')), '2026-09-29')
    assert.equal(reassessedPlanBy(day('2026-09-14')), '2026-12-21')
    assert.equal(lastAssessedOn(ledgerOf(decided, requested, agreed, issued)), '2026-05-25')
    assert.equal(lastAssessedOn(ledgerOf(decided, begun, [{ type: 'not-amending-notified', reviewId: r }, '2026-05-26'])), '2026-05-26', 'a plan that stays as it is ends one too')
    // TT-52: a request of 1 March, assessed on 15 October before.
    assert.ok(isWithinSixMonths(day('2026-10-15'), day('2027-03-01')))
    assert.ok(!isWithinSixMonths(day('2026-10-15'), day('2027-05-01')))
  })
})
