// Which version of a plan is in force by the ledger (CFA 2014 ss.39, 44; SEND Regulations 2014 regs 13, 14, 22).

import type { PlainDate } from '../calendar/plain-date.ts'
import type { RecordedFact } from '../case-file/facts.ts'
import { standingFacts } from '../case-file/facts.ts'
import type { PlanVersionId } from '../ids.ts'

/** The day of a plan that was sent: one of before the hub is dated by its first making, and says itself when it was issued. */
export const issuedOnOf = (fact: RecordedFact): PlainDate => (fact.type === 'older-plan-brought-in' ? fact.issuedOn : fact.happenedOn)

/** The final plan that was issued last, here or before the hub, with its day. An amendment that was made on paper has no version here. */
export function versionInForce(ledger: readonly RecordedFact[]): { versionId: PlanVersionId; issuedOn: PlainDate } | undefined {
  return standingFacts(ledger).flatMap((fact) => {
    switch (fact.type) {
      case 'final-issued': case 'older-plan-brought-in': case 'amended-final-issued': return fact.versionId === undefined ? [] : [{ versionId: fact.versionId, issuedOn: issuedOnOf(fact) }]
      default: return []
    }
  }).at(-1)
}
