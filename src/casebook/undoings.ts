// What a table keeps of a fact that was taken back before anybody saw it. Whoever writes such a table says here how its row goes out of
// force, in the same transaction; the fact itself stays in the ledger, corrected.

import type { Fact, FactType, RecordedFact } from '../domain/case-file/facts.ts'
import { closeConsultation } from './consultations.ts'
import type { CaseFile } from './open-case-file.ts'
import { currencyAtEnd } from './plan/keep-currency.ts'
import type { Tx } from './tx.ts'

export interface Undoing {
  readonly of: FactType
  readonly undo: (tx: Tx, caseFile: CaseFile, fact: RecordedFact) => Promise<void>
}

type Undo<T extends FactType> = (tx: Tx, caseFile: CaseFile, fact: RecordedFact<Extract<Fact, { type: T }>>) => Promise<void>

export function undoing<const T extends FactType>(of: T, undo: Undo<T>): Undoing {
  const isOfType = (fact: RecordedFact): fact is RecordedFact<Extract<Fact, { type: T }>> => fact.type === of
  return { of, undo: async (tx, caseFile, fact) => { if (isOfType(fact)) await undo(tx, caseFile, fact) } }
}

export const ownUndoings: readonly Undoing[] = [
  // What the decision confirmed was confirmed by nobody (plan/plan-record.ts leaves it out).
  undoing('review-decision-notified', (tx, caseFile) => { currencyAtEnd(tx, caseFile); return Promise.resolve() }),
  undoing('setting-consulted', async (tx, caseFile, { consultationId }) => { await closeConsultation(tx, caseFile, consultationId, 'Taken back before it was sent') }),
]
