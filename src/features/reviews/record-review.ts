// The acts: one for each thing that happens in a review, with the day on which it happened. What contradicts the record is
// refused, so that the clocks of the review can always be told.

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { confirmFoundRight } from '../../casebook/plan/still-right.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Fact, NoticeChannel, ReviewOutcome } from '../../domain/case-file/facts.ts'
import type { ReviewId } from '../../domain/ids.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import type { DayRefusal, ReviewStep, StepRefusal } from '../../domain/review/review-steps.ts'
import { mayCorrectOutcome, meetingDayRefusal, stepDayRefusal, stepRefusal } from '../../domain/review/review-steps.ts'
import type { Review } from '../../domain/review/reviews-of.ts'
import { planMadeOn, reviewsOf } from '../../domain/review/reviews-of.ts'

export type ReviewRefusal = DayRefusal | StepRefusal

/** A day of a review, and which review. */
export interface DayOfReview {
  readonly reviewId: string
  readonly on: PlainDate
}

export function getReview(caseFile: Pick<CaseFile, 'facts'>, reviewId: string): Review {
  const review = reviewsOf(caseFile.facts).find(({ id }) => id === reviewId)
  if (review === undefined) throw new NotFound('review')
  return review
}

export const recordMeeting = act('record-review-meeting', async (
  tx, caseFile, { on, noInstitution }: { readonly on: PlainDate; readonly noInstitution: boolean },
): Promise<Outcome<ReviewId, DayRefusal>> => {
  const wrong = meetingDayRefusal(on, { today: tx.today, planMadeOn: planMadeOn(caseFile.facts), reviews: reviewsOf(caseFile.facts) })
  if (wrong !== undefined) return refused(wrong)
  const reviewId = tx.newId<ReviewId>()
  await recordFact(tx, caseFile, { type: 'review-meeting-held', reviewId, noInstitution }, { happenedOn: on })
  return ok(reviewId)
})

async function record(tx: Tx, caseFile: CaseFile, step: ReviewStep, { reviewId, on }: DayOfReview, factOf: (id: ReviewId) => Fact): Promise<Outcome<ReviewId, ReviewRefusal>> {
  const review = getReview(caseFile, reviewId)
  const wrong = stepRefusal(step, review) ?? stepDayRefusal(step, on, review, tx.today)
  if (wrong !== undefined) return refused(wrong)
  await recordFact(tx, caseFile, factOf(review.id), { happenedOn: on })
  return ok(review.id)
}

export const recordReport = act('record-review-report', (tx, caseFile, day: DayOfReview) =>
  record(tx, caseFile, 'report', day, (reviewId) => ({ type: 'review-report-sent', reviewId })))

export const recordAdulthood = act('record-adulthood-considered', (tx, caseFile, day: DayOfReview) =>
  record(tx, caseFile, 'adulthood', day, (reviewId) => ({ type: 'adulthood-considered', reviewId })))

/** The outcome with its day, never one without the other. */
export const recordDecision = act('record-review-decision', async (tx, caseFile, { outcome, ...day }: DayOfReview & { readonly outcome: ReviewOutcome }) => {
  const recorded = await record(tx, caseFile, 'decision', day, (reviewId) => ({ type: 'review-decision-notified', reviewId, outcome }))
  if (recorded.ok && outcome !== 'cease') await confirmFoundRight(tx, caseFile, recorded.value, day.on)
  return recorded
})

export const recordNotice = act('record-amendment-notice', (tx, caseFile, { channel, ...day }: DayOfReview & { readonly channel: NoticeChannel }) =>
  record(tx, caseFile, 'notice', day, (reviewId) => ({ type: 'amendment-notice-sent', reviewId, channel })))

export const recordAmendedFinal = act('record-amended-final', (tx, caseFile, day: DayOfReview) =>
  record(tx, caseFile, 'amended-final', day, (reviewId) => ({ type: 'amended-final-issued', reviewId })))

export const recordNotAmending = act('record-not-amending', (tx, caseFile, day: DayOfReview) =>
  record(tx, caseFile, 'not-amending', day, (reviewId) => ({ type: 'not-amending-notified', reviewId })))

export interface OutcomeCorrection {
  readonly reviewId: string
  readonly outcome: ReviewOutcome
  readonly reason: string
}

export interface OutcomeCorrectionRefusal {
  readonly kind: 'no-decision-recorded' | 'nothing-changed' | 'more-has-followed'
}

/** Puts right what was decided; its day is put right in the history like any other. */
export const correctOutcome = act('correct-fact', async (tx, caseFile, { reviewId, outcome, reason }: OutcomeCorrection): Promise<Outcome<ReviewId, OutcomeCorrectionRefusal>> => {
  const review = getReview(caseFile, reviewId)
  const { decision } = review
  if (decision === undefined) return refused({ kind: 'no-decision-recorded' })
  if (decision.outcome === outcome) return refused({ kind: 'nothing-changed' })
  if (!mayCorrectOutcome(review)) return refused({ kind: 'more-has-followed' })
  await recordFact(tx, caseFile, { type: 'review-decision-notified', reviewId: review.id, outcome }, { happenedOn: decision.happenedOn, reason, corrects: decision.seq })
  return ok(review.id)
})
