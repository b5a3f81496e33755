// The facts of a record that came with another system's statutory return. A part of the one union in facts.ts.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { PlanId, RequestId } from '../ids.ts'

/** One element of a return that the facts do not say: where it stands, what they would say, and what the return said. */
export interface SaidItem {
  /** Elements from the request down; an element of the person begins with "Person". */
  readonly path: readonly string[]
  /** Absent where the facts would say nothing. */
  readonly was?: unknown
  /** Absent where the return said nothing. */
  readonly says?: unknown
}

export type BroughtFact =
  // A statutory return was brought in: a plan in force whose days are known and whose words are not in the hub yet, and what a return says without a day
  | { type: 'plan-shell-brought-in'; planId: PlanId; batchId: string; /** It is not known to have been made before the request that it follows. */ isIssuedHere: boolean; reviewedOn?: PlainDate; /** The three digits of the council it came from. */ from?: string }
  | { type: 'return-brought-in'; batchId: string; requestId: RequestId; year: number; /** Place among the person's requests in the file, from 0. */ no: number; items: readonly SaidItem[] }
