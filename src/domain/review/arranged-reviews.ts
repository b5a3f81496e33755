// The reviews that were arranged here, as the ledger has them: each from the day its meeting was set to its report. What was recorded of
// meetings outside the hub has no arrangement and is in reviews-of.ts alone.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { RecordedFact } from '../case-file/facts.ts'
import { standingFacts } from '../case-file/facts.ts'
import type { ReviewId } from '../ids.ts'

export interface ArrangedReview {
  readonly id: ReviewId
  /** The day that is set now; the day on which it was held once it was. */
  readonly meetingOn: PlainDate
  /** The council holds it: there is no setting (reg 21). */
  readonly noInstitution: boolean
  readonly invitedOn?: PlainDate
  readonly circulatedOn?: PlainDate
  readonly heldOn?: PlainDate
  readonly reportOn?: PlainDate
  readonly decidedOn?: PlainDate
  readonly isCalledOff: boolean
}

type Growing = { -readonly [K in keyof ArrangedReview]: ArrangedReview[K] }

/** The latest meeting first. The first invitation and circulation count: what goes out later goes to who came later. */
export function arrangedReviewsOf(ledger: readonly RecordedFact[]): ArrangedReview[] {
  const found = new Map<ReviewId, Growing>()
  for (const fact of standingFacts(ledger)) {
    if (fact.type === 'review-meeting-arranged') {
      const before = found.get(fact.reviewId)
      found.set(fact.reviewId, { ...(before ?? { id: fact.reviewId, isCalledOff: false }), meetingOn: before?.heldOn ?? fact.meetingOn, noInstitution: fact.noInstitution })
      continue
    }
    const review = 'reviewId' in fact ? found.get(fact.reviewId) : undefined
    if (review !== undefined) follow(review, fact)
  }
  return [...found.values()].toSorted((a, b) => b.meetingOn.localeCompare(a.meetingOn))
}

function follow(review: Growing, fact: RecordedFact): void {
  switch (fact.type) {
    case 'review-invitations-sent': review.invitedOn ??= fact.happenedOn; return
    case 'review-advice-circulated': review.circulatedOn ??= fact.happenedOn; return
    case 'review-meeting-held': Object.assign(review, { heldOn: fact.happenedOn, meetingOn: fact.happenedOn }); return
    case 'review-report-sent': review.reportOn = fact.happenedOn; return
    case 'review-decision-notified': review.decidedOn = fact.happenedOn; return
    case 'review-called-off': review.isCalledOff = true; return
    default:
  }
}

/** Arranged, not called off and not over: a second meeting is not arranged beside it. */
export const isUnderWay = ({ isCalledOff, decidedOn }: ArrangedReview): boolean => !isCalledOff && decidedOn === undefined

/** Those who are invited are asked for their part: the invitations have gone, and the meeting is still to come. */
export const isAskingForParts = ({ isCalledOff, invitedOn, heldOn, reportOn }: ArrangedReview): boolean => !isCalledOff && invitedOn !== undefined && heldOn === undefined && reportOn === undefined
