// How long whoever was let into a case by an invitation to a review stays: need to know, by the review (UK GDPR Art 5(1)(c), (e)).

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'
import type { RecordedFact } from '../case-file/facts.ts'
import { standingFacts } from '../case-file/facts.ts'
import { underWay } from './amendments.ts'

/** Days for which they can still read what came of the review. */
export const daysToReadTheEnd = 30

const endings = ['review-called-off', 'review-decision-notified', 'amended-final-issued', 'not-amending-notified'] as const
type Ending = Extract<RecordedFact, { type: (typeof endings)[number] }>
const isEnding = (fact: RecordedFact): fact is Ending => (endings as readonly string[]).includes(fact.type)

/** Whether a fact can change that day. */
export const endsAReview = ({ type, corrects }: Pick<RecordedFact, 'type' | 'corrects'>): boolean => corrects !== undefined || (endings as readonly string[]).includes(type)

/**
 * The last day of the parts that invitations gave: thirty days after the review ended, called off, decided to keep or cease, or amended or not amended
 * after all. Undefined while a review to which people were invited goes on, and where there was none.
 */
export function invitedPartsEndOn(ledger: readonly RecordedFact[]): PlainDate | undefined {
  const standing = standingFacts(ledger)
  const invited = new Set(standing.flatMap((fact) => (fact.type === 'review-invitations-sent' ? [fact.reviewId] : [])))
  if (underWay(standing).some(({ id }) => invited.has(id))) return undefined
  const last = standing.filter(isEnding).filter(({ reviewId }) => invited.has(reviewId)).map(({ happenedOn }) => happenedOn).toSorted().at(-1)
  return last === undefined ? undefined : addDays(last, daysToReadTheEnd)
}
