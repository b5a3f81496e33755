// Facts of what the national return (SEN2) asks for and nothing else on file tells, and of a return that a caseload came from. Codes are those of domain/sen2/code-sets.ts. A child's own
// details stand in their row alone: the ledger says that they were recorded, never what they are.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { PlanId, RequestId } from '../ids.ts'

export const returnItems = ['sex', 'ethnicity', 'upn', 'uln', 'upn-unknown', 'youth-accommodation'] as const
export type ReturnItem = (typeof returnItems)[number]

/** Primary or only, and secondary. */
export type ItemRank = 1 | 2

/** `isPutRight`: what was recorded had been wrong from its day on; else it was so until this day, and is no longer. */
export type ReturnFact =
  | { type: 'return-items-recorded'; items: readonly ReturnItem[] }
  | { type: 'needs-recorded'; primary: string; secondary?: string; isPutRight?: true }
  | { type: 'placement-recorded'; rank: ItemRank; where: string; isPutRight?: true }
  | { type: 'named-setting-recorded'; rank: ItemRank; where: string; isPutRight?: true }
  | { type: 'personal-budget-recorded'; isTakenUp: boolean; isPutRight?: true }
  | { type: 'return-fault-explained'; rule: string }
  // A statutory return was brought in: a plan in force whose days are known and whose words are not in the hub yet, and what a return says without a day
  | { type: 'plan-shell-brought-in'; planId: PlanId; batchId: string; /** It is not known to have been made before the request that it follows. */ isIssuedHere: boolean; reviewedOn?: PlainDate; /** The three digits of the council it came from. */ from?: string }
  | { type: 'return-brought-in'; batchId: string; requestId: RequestId; year: number; /** Place among the person's requests in the file, from 0. */ no: number; items: readonly SaidInReturn[] }

/** One element of a return that the facts do not say: where it stands, what they would say, and what the return said. */
export interface SaidInReturn {
  /** Elements from the request down; an element of the person begins with "Person". */
  readonly path: readonly string[]
  /** Absent where the facts would say nothing. */
  readonly was?: unknown
  /** Absent where the return said nothing. */
  readonly says?: unknown
}
