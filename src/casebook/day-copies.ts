// The ledger says when something happened. Some tables keep that day too: lists are sorted by it, and other days are counted from
// it. Whoever writes such a table says here how its copy follows when an officer corrects the fact, in the same transaction.
// Some days are not copies and do not follow: what a sealed plan or a kept letter says in words stays as it was read, and who
// had sight of a case on which day is history.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { Fact, FactType, RecordedFact } from '../domain/case-file/facts.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export interface DayCopy {
  readonly of: FactType
  readonly follow: (tx: Tx, caseFile: CaseFile, corrected: RecordedFact, was: PlainDate) => Promise<void>
}

type Follow<T extends FactType> = (tx: Tx, caseFile: CaseFile, corrected: RecordedFact<Extract<Fact, { type: T }>>, was: PlainDate) => Promise<void>

/** How the copy of one fact type's day follows; `was` is the day that the corrected fact had given. */
export function dayCopy<const T extends FactType>(of: T, follow: Follow<T>): DayCopy {
  const isOfType = (fact: RecordedFact): fact is RecordedFact<Extract<Fact, { type: T }>> => fact.type === of
  return { of, follow: async (tx, caseFile, fact, was) => { if (isOfType(fact)) await follow(tx, caseFile, fact, was) } }
}

/** Lets every copy of a corrected fact's day follow it. Asked by `recordFact`, so that no correction can forget one. */
export async function followCorrection(tx: Tx, caseFile: CaseFile, corrected: RecordedFact, wrong: RecordedFact): Promise<void> {
  if (corrected.happenedOn === wrong.happenedOn) return
  for (const copy of tx.house.dayCopies.filter(({ of }) => of === corrected.type)) await copy.follow(tx, caseFile, corrected, wrong.happenedOn)
}
