// Which plans of a case could name the next placement: those that were sent, and decisions not to change one (SEND Regulations 2014, reg 18).

import type { NextPlacement, RecordedFact } from '../../../domain/case-file/facts.ts'
import { allOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { asItStands } from '../../../domain/case-file/clock-events.ts'
import { issuedOnOf } from '../../../domain/plan/version-in-force.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'

export interface Final { readonly seq: number; readonly on: PlainDate; readonly what: 'final' | 'amended' | 'not-amending'; readonly settingName?: string }

/** The newest first. */
export function finalsOf(facts: readonly RecordedFact[]): Final[] {
  return standingFacts(facts).flatMap((fact): Final[] => {
    switch (fact.type) {
      case 'final-issued': case 'older-plan-brought-in': case 'amended-final-issued':
        return [{ seq: fact.seq, on: issuedOnOf(fact), what: fact.type === 'amended-final-issued' ? 'amended' : 'final', ...(fact.settingName === undefined ? {} : { settingName: fact.settingName }) }]
      case 'not-amending-notified': return [{ seq: fact.seq, on: fact.happenedOn, what: 'not-amending' }]
      default: return []
    }
  }).toReversed()
}

/** What was said to name the next placement, while the plan that does stands. */
export function namedBy(facts: readonly RecordedFact[], transferId: string): { final: Final; how: NextPlacement; name?: string } | undefined {
  const said = allOf(standingFacts(facts), 'next-placement-named').findLast((fact) => fact.transferId === transferId)
  // A day that was put right stands under another number.
  const standing = said === undefined ? undefined : asItStands(facts, said.finalSeq)?.seq
  const final = finalsOf(facts).find(({ seq }) => seq === standing)
  return said === undefined || final === undefined ? undefined : { final, how: said.how, ...(said.name === undefined ? {} : { name: said.name }) }
}
