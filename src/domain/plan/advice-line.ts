// What was marked in a report, and what a plan writer decided about it. No recommendation disappears without an answer.

import type { AdviceId, AdviceLineId, DocumentId, LineId } from '../ids.ts'
import type { LineFields, LineKind, Source } from './line.ts'
import type { Section } from './sections.ts'

/** A need, outcome, provision or view marked in a report: our line of it, and its exact words with their place. */
export interface AdviceLine {
  readonly id: AdviceLineId
  readonly adviceId: AdviceId
  readonly documentId?: DocumentId
  readonly kind: LineKind
  /** Where it belongs, which may not be where its author put it. */
  readonly section: Section
  readonly text: string
  readonly fields: LineFields
  readonly quote: string
  /** UTF-16 offsets in the report as kept: start included, end not. */
  readonly start: number
  readonly end: number
}

export type Disposition =
  | { readonly kind: 'used'; readonly lineId: LineId }
  | { readonly kind: 'merged'; readonly lineId: LineId }
  | { readonly kind: 'not-used'; readonly reason: string }
  /** Sent back for detail: an amount is asked for, never made up. Answered, it waits for somebody to decide with the answer. */
  | { readonly kind: 'ask-author'; readonly question: string; readonly answer?: string }
  /** Sources disagree: a person decides, and another disposition then takes the place of this one. */
  | { readonly kind: 'disagree'; readonly reason: string }

/** The source that a plan line gets from an advice line. */
export const sourceOf = (adviceLine: AdviceLine): Source => ({
  kind: 'advice',
  adviceId: adviceLine.adviceId,
  adviceLineId: adviceLine.id,
  ...(adviceLine.documentId === undefined ? {} : { documentId: adviceLine.documentId }),
  quote: adviceLine.quote,
  start: adviceLine.start,
  end: adviceLine.end,
})
