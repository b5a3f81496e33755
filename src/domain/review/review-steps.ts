// What can be recorded of a review, in which order, and on which days: a day that contradicts what is recorded already is
// refused beside its field, so that the clocks can always be told.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Review } from './reviews-of.ts'

export const reviewSteps = ['report', 'adulthood', 'decision', 'notice', 'amended-final', 'not-amending'] as const
/** What follows the meeting. */
export type ReviewStep = (typeof reviewSteps)[number]
export const isReviewStep = (text: string): text is ReviewStep => (reviewSteps as readonly string[]).includes(text)

export type StepRefusal =
  /** It is recorded already: its day is corrected in the record, never given a second time. */
  | { readonly kind: 'recorded-already' }
  /** Only a decision to amend is followed by this (SEND Regs 2014 reg 22). */
  | { readonly kind: 'not-decided-to-amend' }
  /** The review has ended: the amended plan is out, or the family was told that there will be none. */
  | { readonly kind: 'review-is-over' }

export type DayRefusal =
  | { readonly kind: 'in-the-future' }
  /** It cannot have happened before this did. */
  | { readonly kind: 'too-early'; readonly before: 'plan' | 'meeting' | 'decision' | 'notice'; readonly on: PlainDate }
  /** A meeting of that day is recorded. */
  | { readonly kind: 'same-meeting' }

/** Why this step cannot be recorded of this review now; undefined when it can. */
export function stepRefusal(step: ReviewStep, review: Review): StepRefusal | undefined {
  if (recordedOf(step, review) !== undefined) return { kind: 'recorded-already' }
  if (step === 'report' || step === 'adulthood' || step === 'decision') return undefined
  if (review.decision?.outcome !== 'amend') return { kind: 'not-decided-to-amend' }
  const { amendedFinal, notAmending } = review
  // The day of a notice may be found only after the plan went out; but a plan cannot be both amended and not.
  if (step !== 'notice' && (amendedFinal ?? notAmending) !== undefined) return { kind: 'review-is-over' }
  return undefined
}

export const stepsOpen = (review: Review): ReviewStep[] => reviewSteps.filter((step) => stepRefusal(step, review) === undefined)

const recordedOf = (step: ReviewStep, review: Review) => {
  switch (step) {
    case 'report': return review.report
    case 'adulthood': return review.adulthood
    case 'decision': return review.decision
    case 'notice': return review.notice
    case 'amended-final': return review.amendedFinal
    case 'not-amending': return review.notAmending
  }
}

/** Whether the meeting can have been held on that day. */
export function meetingDayRefusal(on: PlainDate, { today, planMadeOn, reviews }: { today: PlainDate; planMadeOn: PlainDate | undefined; reviews: readonly Review[] }): DayRefusal | undefined {
  if (on > today) return { kind: 'in-the-future' }
  if (planMadeOn !== undefined && on < planMadeOn) return { kind: 'too-early', before: 'plan', on: planMadeOn }
  return reviews.some(({ meeting }) => meeting.happenedOn === on) ? { kind: 'same-meeting' } : undefined
}

/** Whether the step can have been on that day: not before what it follows, and not in the future. */
export function stepDayRefusal(step: ReviewStep, on: PlainDate, review: Review, today: PlainDate): DayRefusal | undefined {
  if (on > today) return { kind: 'in-the-future' }
  const follows = [
    { before: 'meeting', fact: review.meeting } as const,
    ...(step === 'notice' || step === 'amended-final' || step === 'not-amending' ? [{ before: 'decision', fact: review.decision } as const] : []),
    ...(step === 'amended-final' || step === 'not-amending' ? [{ before: 'notice', fact: review.notice } as const] : []),
  ]
  const later = follows.findLast(({ fact }) => fact !== undefined && on < fact.happenedOn)
  if (later?.fact !== undefined) return { kind: 'too-early', before: later.before, on: later.fact.happenedOn }
  return undefined
}

/** What came after cannot stay if the decision was never to amend. */
export const mayCorrectOutcome = ({ notice, amendedFinal, notAmending }: Review): boolean => (notice ?? amendedFinal ?? notAmending) === undefined
