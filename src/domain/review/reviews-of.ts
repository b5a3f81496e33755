// The reviews of a plan as the record has them: each begins with its meeting, and what followed stands beside it.

import type { Fact, FactType, RecordedFact } from '../case-file/facts.ts'
import { allOf, standingFacts } from '../case-file/facts.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { ReviewId } from '../ids.ts'

type Recorded<T extends FactType> = RecordedFact<Extract<Fact, { type: T }>>

export interface Review {
  readonly id: ReviewId
  readonly meeting: Recorded<'review-meeting-held'>
  readonly report?: Recorded<'review-report-sent'>
  readonly adulthood?: Recorded<'adulthood-considered'>
  readonly decision?: Recorded<'review-decision-notified'>
  readonly notice?: Recorded<'amendment-notice-sent'>
  readonly amendedFinal?: Recorded<'amended-final-issued'>
  readonly notAmending?: Recorded<'not-amending-notified'>
}

/** Every review of the case, the newest meeting first. */
export function reviewsOf(ledger: readonly RecordedFact[]): Review[] {
  const facts = standingFacts(ledger)
  return allOf(facts, 'review-meeting-held').map((meeting) => {
    const ofThis = <T extends FactType>(type: T): Recorded<T> | undefined =>
      allOf(facts, type).findLast((fact) => 'reviewId' in fact && fact.reviewId === meeting.reviewId)
    const [report, adulthood, decision] = [ofThis('review-report-sent'), ofThis('adulthood-considered'), ofThis('review-decision-notified')]
    const [notice, amendedFinal, notAmending] = [ofThis('amendment-notice-sent'), ofThis('amended-final-issued'), ofThis('not-amending-notified')]
    return {
      id: meeting.reviewId, meeting,
      ...(report === undefined ? {} : { report }), ...(adulthood === undefined ? {} : { adulthood }), ...(decision === undefined ? {} : { decision }),
      ...(notice === undefined ? {} : { notice }), ...(amendedFinal === undefined ? {} : { amendedFinal }), ...(notAmending === undefined ? {} : { notAmending }),
    }
  }).toSorted((a, b) => b.meeting.happenedOn.localeCompare(a.meeting.happenedOn) || b.meeting.seq - a.meeting.seq)
}

/** The day on which the plan was first made; undefined for a plan that was made elsewhere. */
export const planMadeOn = (ledger: readonly RecordedFact[]): PlainDate | undefined =>
  standingFacts(ledger).filter(({ type }) => type === 'final-issued' || type === 'older-plan-brought-in' || type === 'plan-shell-brought-in').map(({ happenedOn }) => happenedOn).toSorted()[0]
