// What somebody on the case keeps from somebody else on it: a child's words from a parent, a report from a setting that is asked about
// a place, a word of the plan from one reader. One way of writing it down and one way of asking (SEND Regulations 2014, reg 17;
// UK GDPR Art 5(1)(c); SEND Code of Practice 9.211).

import type { Part } from './parts.ts'
import { readingAs } from './parts.ts'

export interface Reader {
  readonly parts: readonly Part[]
  readonly personId?: string
}

/** `withheldFrom` names parts ("school") and persons ("person:" or "parent:" and their id). Kept from parents is kept from a young person's parent too. */
export const isWithheldFrom = (withheldFrom: readonly string[], { parts, personId }: Reader): boolean =>
  withheldFrom.some((who) => {
    const [part, person] = who.split(':', 2)
    return person === undefined ? readingAs(parts).some((one) => one === part) : person === personId
  })
