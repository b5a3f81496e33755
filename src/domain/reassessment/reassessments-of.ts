// Reassessment as the record has it, and what the law lets a council say to a request: Children and Families Act 2014, s.44(2), (3); SEND
// Regulations 2014, regs 23 to 27.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays } from '../calendar/plain-date.ts'
import { withinMonths } from '../calendar/law-periods.ts'
import type { Fact, FactType, RecordedFact } from '../case-file/facts.ts'
import { allOf, standingFacts } from '../case-file/facts.ts'
import type { ReviewId } from '../ids.ts'

type Recorded<T extends FactType> = RecordedFact<Extract<Fact, { type: T }>>

export interface Reassessment {
  readonly id: string
  readonly requested?: Recorded<'reassessment-requested'>
  readonly decided?: Recorded<'reassessment-decided'>
  /** The council began it by itself (s.44(3)). */
  readonly begun?: Recorded<'reassessment-begun'>
}

/** Every request and every beginning, the newest first. */
export function reassessmentsOf(ledger: readonly RecordedFact[]): Reassessment[] {
  const facts = standingFacts(ledger)
  const ids = [...new Set(facts.flatMap((fact) => ('reassessmentId' in fact ? [fact.reassessmentId] : [])))]
  return ids.map((id) => {
    const ofThis = <T extends FactType>(type: T): Recorded<T> | undefined => allOf(facts, type).findLast((fact) => 'reassessmentId' in fact && fact.reassessmentId === id)
    const [requested, decided, begun] = [ofThis('reassessment-requested'), ofThis('reassessment-decided'), ofThis('reassessment-begun')]
    return { id, ...(requested === undefined ? {} : { requested }), ...(decided === undefined ? {} : { decided }), ...(begun === undefined ? {} : { begun }) }
  }).toReversed()
}

/** A request that nobody has answered. A second one while it is open joins it. */
export const openRequest = (ledger: readonly RecordedFact[]): Reassessment | undefined =>
  reassessmentsOf(ledger).find(({ requested, decided, begun }) => requested !== undefined && decided === undefined && begun === undefined)

/** A reassessment that was begun and has led to no plan yet. */
export function openReassessment(ledger: readonly RecordedFact[]): Reassessment | undefined {
  const ended = new Set(standingFacts(ledger).flatMap((fact) => (fact.type === 'amended-final-issued' || fact.type === 'not-amending-notified' ? [fact.reviewId as string] : [])))
  return reassessmentsOf(ledger).find(({ decided, begun }) => {
    const reviewId = begun?.reviewId ?? (decided?.outcome === 'reassess' ? decided.reviewId : undefined)
    return reviewId !== undefined && !ended.has(reviewId)
  })
}

/** The review id under which the amendment of a reassessment goes. */
export const amendmentOfReassessment = ({ decided, begun }: Reassessment): ReviewId | undefined => begun?.reviewId ?? decided?.reviewId

/**
 * The day from which advice that was asked for is of the assessment that is under way: all of it is asked for again in a reassessment, whoever was
 * asked before (reg 26). Undefined in the first assessment.
 */
export function askedAgainFrom(ledger: readonly RecordedFact[]): PlainDate | undefined {
  const open = openReassessment(ledger)
  return (open?.begun ?? open?.decided)?.happenedOn
}

/** The day of the last assessment: the decision that ended one, or the plan that came of a reassessment, changed or kept as it was. */
export function lastAssessedOn(ledger: readonly RecordedFact[]): PlainDate | undefined {
  const facts = standingFacts(ledger)
  const again = new Set(reassessmentsOf(ledger).flatMap(({ decided, begun }) => [decided?.reviewId, begun?.reviewId].filter((id) => id !== undefined)))
  return facts.flatMap((fact) => (fact.type === 'plan-decided' || ((fact.type === 'amended-final-issued' || fact.type === 'not-amending-notified') && again.has(fact.reviewId)) ? [fact.happenedOn] : [])).toSorted().at(-1)
}

export interface ReassessAnswers {
  /** A further assessment is necessary. */
  readonly isNecessary: boolean
}

/** RE-01: whether the request came within six months of an assessment; then, and then alone, need by itself does not oblige the council. */
export const isWithinSixMonths = (assessedOn: PlainDate | undefined, requestedOn: PlainDate): boolean => assessedOn !== undefined && requestedOn <= withinMonths(assessedOn, 6)

/** Section 44(2): a request is met unless an assessment was made in the six months before it, or a further one is not necessary (reg 24). */
export function refusalStands({ isNecessary }: ReassessAnswers, within: boolean): boolean {
  return within || !isNecessary
}

/** RE-02: the family is told within fifteen days of the request whether there will be a reassessment (regs 23, 25(1)). */
export const reassessmentAnswerBy = (requestedOn: PlainDate): PlainDate => addDays(requestedOn, 15)

/** RE-03: the final plan within fourteen weeks of telling the family (regs 26, 27). */
export const reassessedPlanBy = (toldOn: PlainDate): PlainDate => addDays(toldOn, 7 * 14)
