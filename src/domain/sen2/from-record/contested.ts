// Mediation and appeals: about which decision each was. Facts of a disagreement do not name the decision; it is the last one that can be appealed
// (CFA 2014 s.51(2)) on the day of the disagreement.

import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Course } from './courses.ts'
import type { FactForReturn, ReturnAsked } from './record-for-return.ts'

export interface Contested { readonly mediation: boolean; readonly tribunal: boolean }
type About = 'request' | 'assessment' | 'other'

/** The decision that a fact is, of those that can be appealed; undefined of any other fact. */
function decisionIn(fact: FactForReturn): About | undefined {
  switch (fact.type) {
    case 'assessment-decided': return fact.outcome === 'not-assess' ? 'request' : undefined
    case 'plan-decided': return fact.outcome === 'no-plan' ? 'assessment' : undefined
    case 'reassessment-decided': return fact.outcome === 'refuse' ? 'other' : undefined
    case 'review-decision-notified': return fact.outcome === 'amend' ? undefined : 'other'
    case 'final-issued': case 'older-plan-brought-in': case 'plan-shell-brought-in': case 'plan-transferred-in': case 'amended-final-issued': case 'not-amending-notified': case 'cease-notified': return 'other'
    default: return undefined
  }
}

/** A meeting took place, whatever came of it (item 2.6): held, or there was an agreement. */
const isMediation = (fact: FactForReturn): boolean => (fact.type === 'mediation-step' && fact.step === 'held') || fact.type === 'mediation-agreed'

/** Whether there was mediation or an appeal about that decision by survey day; other matters have no date in the return, and count in their own year alone. */
export function contestedOf({ facts }: Pick<Course, 'facts'>, about: About, { period }: Pick<ReturnAsked, 'period'>): Contested {
  const own = facts.filter((fact) => (isMediation(fact) || fact.type === 'appeal-lodged') && aboutOf(facts, fact.happenedOn) === about && (about !== 'other' || (fact.happenedOn >= period.firstDay && fact.happenedOn <= period.lastDay)))
  return { mediation: own.some((fact) => isMediation(fact) && !isOfHealthAlone(facts, fact)), tribunal: own.some(({ type }) => type === 'appeal-lodged') }
}

/** By days, not by the order of the ledger: what happened in a disagreement is often written down later than what followed it. */
function aboutOf(facts: readonly FactForReturn[], day: PlainDate): About | undefined {
  let last: { readonly on: PlainDate; readonly about: About } | undefined
  for (const fact of facts) {
    const about = decisionIn(fact)
    if (about !== undefined && fact.happenedOn <= day && (last === undefined || fact.happenedOn >= last.on)) last = { on: fact.happenedOn, about }
  }
  return last?.about
}

/** Mediation about health care alone (CFA 2014 s.53) is about nothing that can be appealed. */
function isOfHealthAlone(facts: readonly FactForReturn[], held: FactForReturn): boolean {
  const asked = facts.findLast((fact) => fact.type === 'mediation-asked-for' && fact.happenedOn <= held.happenedOn)
  return asked?.type === 'mediation-asked-for' && asked.healthOnly === true
}
