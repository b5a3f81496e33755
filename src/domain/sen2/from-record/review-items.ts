// Module 5: the last review, and the move to the next phase (items 5.4 and 5.6).

import { standingFacts } from '../../case-file/facts.ts'
import { transferDays } from '../../transfer/transfer-days.ts'
import type { Sen2ActivePlans } from '../sen2-return.ts'
import { allOf, lastOf, type Course } from './courses.ts'
import { said, type FactForReturn, type ReturnAsked } from './record-for-return.ts'

const outcomes = { maintain: 'M', amend: 'A', cease: 'C' } as const

/**
 * The latest meeting with what was decided after it: an earlier review's decision is never put beside a later meeting. The return of 2023 asked for the last
 * decision alone. Of a plan from before the hub the day of its last review may be known, and not what was decided.
 */
export function reviewOf(facts: readonly FactForReturn[], { year }: ReturnAsked): Partial<Sen2ActivePlans> {
  const decisions = allOf(facts, 'review-decision-notified')
  if (year === 2023) return said<Sen2ActivePlans>({ LastReview: decisions.map(({ happenedOn }) => happenedOn).toSorted().at(-1) })
  const meeting = allOf(facts, 'review-meeting-held').toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0)).at(-1)
  if (meeting === undefined) return said<Sen2ActivePlans>({ ReviewMeeting: lastOf(facts, 'older-plan-brought-in')?.reviewedOn })
  const decided = decisions.findLast(({ reviewId }) => reviewId === meeting.reviewId)
  const draft = allOf(facts, 'amendment-notice-sent').find(({ reviewId }) => reviewId === meeting.reviewId)
  return said<Sen2ActivePlans>({
    ReviewMeeting: meeting.happenedOn, LastReview: decided?.happenedOn, ReviewOutcome: decided === undefined ? undefined : outcomes[decided.outcome],
    ...(year < 2025 || decided?.outcome !== 'amend' ? {} : { ReviewDraft: draft?.happenedOn }),
  })
}

/**
 * The move whose plan was due within the period, or else the next one that is foreseen for the survey year. Staying on in the same school's sixth form is no
 * transfer (SEND Regulations 2014, reg 2(1)). The day is the one that the regulation names; the law asks for the plan before it (reg 18).
 */
export function transferOf({ facts, of }: Course, { period, surveyDay, year }: ReturnAsked): Partial<Sen2ActivePlans> {
  if (year < 2025) return {}
  const called = new Set(allOf(facts, 'phase-transfer-cancelled').map(({ transferId }) => transferId))
  const due = allOf(facts, 'phase-transfer-foreseen').flatMap((fact) => {
    const on = fact.kind === 'same-school-sixth-form' || called.has(fact.transferId) ? undefined : transferDays(fact.kind, { year: fact.year, ...(fact.transferOn === undefined ? {} : { transferOn: fact.transferOn }) })?.publishedDay
    return on === undefined || on < period.firstDay || Number(on.slice(0, 4)) > Number(period.lastDay.slice(0, 4)) + 1 ? [] : [{ fact, on }]
  }).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const told = due.findLast(({ on }) => on <= period.lastDay) ?? due[0]
  if (told === undefined) return {}
  // That a plan names the next placement says something of that plan, whenever it was written down.
  const naming = allOf(standingFacts(of.ledger), 'next-placement-named').findLast(({ transferId }) => transferId === told.fact.transferId)
  const final = naming === undefined ? undefined : asItStands(of.ledger, naming.finalSeq)
  const finalOn = final?.type === 'older-plan-brought-in' ? final.issuedOn : final?.happenedOn
  return said<Sen2ActivePlans>({ PhaseTransferDueDate: told.on, PhaseTransferFinalDate: finalOn !== undefined && finalOn <= surveyDay ? finalOn : undefined })
}

/** The fact of this number, or what put it right last. */
function asItStands(ledger: readonly FactForReturn[], seq: number): FactForReturn | undefined {
  const later = ledger.findLast(({ corrects }) => corrects === seq)
  return later === undefined ? ledger.find((fact) => fact.seq === seq) : asItStands(ledger, later.seq)
}
