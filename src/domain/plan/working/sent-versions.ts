// Which versions of a plan were sent to the family, by the ledger: what they read, and what they may answer (CFA 2014 s.38(1), (2);
// SEND Regulations 2014 regs 13, 14, 22).

import type { RecordedFact } from '../../case-file/facts.ts'
import { standingFacts } from '../../case-file/facts.ts'
import type { PlanVersionId } from '../../ids.ts'

/** Every version that was sent, oldest first: drafts, proposed amendments, final plans; a plan of before the hub was sent on paper. */
export const versionsSent = (ledger: readonly RecordedFact[]): PlanVersionId[] => standingFacts(ledger).flatMap((fact) => {
  switch (fact.type) {
    case 'draft-served': case 'final-issued': case 'older-plan-brought-in': return [fact.versionId]
    case 'amendment-notice-sent': case 'amended-final-issued': return fact.versionId === undefined ? [] : [fact.versionId]
    default: return []
  }
})
