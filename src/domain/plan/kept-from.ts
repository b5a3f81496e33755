// Words that one reader must not see. Until a reader can have a copy of their own, a plan that holds such words is not for
// that reader at all (UK GDPR art 5(1)(c); SEND Code of Practice 9.211): a person changes the plan, or leaves the reader out.

import type { Reader } from '../access/withheld.ts'
import { isWithheldFrom } from '../access/withheld.ts'
import { holdsTerm } from './holds-term.ts'
import type { PlanContent, PlanLine } from './line.ts'
import { linesInOrder } from './plan-order.ts'

export interface KeptTerm {
  readonly term: string
  readonly why: string
  /** Parts ("school"), or one person in a part ("parent:" and their id). Empty: kept out of the plan for everybody. */
  readonly keepFrom: readonly string[]
}

const wordsOf = (line: PlanLine): string =>
  [line.text, ...Object.values(line.fields).filter((value) => typeof value === 'string')].join('\n')

/** Each term that the plan holds and this reader must not see, with the first line that holds it. */
export function keptFromReader(content: PlanContent, terms: readonly KeptTerm[], reader: Reader): { term: KeptTerm; line: PlanLine }[] {
  const lines = linesInOrder(content.lines)
  return terms.filter(({ keepFrom }) => isWithheldFrom(keepFrom, reader)).flatMap((term) => {
    const line = lines.find((one) => holdsTerm(wordsOf(one), term.term))
    return line === undefined ? [] : [{ term, line }]
  })
}
