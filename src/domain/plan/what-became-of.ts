// Provenance both ways: what became of each recommendation, and which words each line of the plan stands on.

import type { AdviceLineId, LineId } from '../ids.ts'
import type { AdviceLine, Disposition } from './advice-line.ts'
import type { LineFields, PlanContent, PlanLine, Source } from './line.ts'
import { linesInOrder } from './plan-order.ts'
import { isSameValue } from './same-value.ts'

interface Wording {
  readonly text: string
  readonly fields: LineFields
}
type WordingInPlan = Wording & { readonly lineId: LineId }

export type WhatBecame =
  /** In the plan as it was marked. */
  | { readonly kind: 'stands'; readonly lineId: LineId }
  /** In the plan in other words or numbers: one line, or several where it was split. */
  | { readonly kind: 'changed'; readonly advised: Wording; readonly inPlan: readonly WordingInPlan[] }
  /** In the plan within lines that also stand on other words. */
  | { readonly kind: 'merged'; readonly advised: Wording; readonly inPlan: readonly WordingInPlan[] }
  | { readonly kind: 'not-used'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly why: WhyWaiting; readonly words?: string; readonly answer?: string }

export type WhyWaiting = 'undecided' | 'ask-author' | 'disagree' | 'line-removed'

/** Whether the source is this advice line: by its identity, or, where none was kept, by its place in the same advice. */
const isFrom = (adviceLine: AdviceLine) => (source: Source): boolean =>
  source.kind === 'advice' &&
  (source.adviceLineId === undefined
    ? source.adviceId === adviceLine.adviceId && source.start === adviceLine.start && source.end === adviceLine.end
    : source.adviceLineId === adviceLine.id)

const sameText = (a: string, b: string): boolean => a.replace(/\s+/gu, ' ').trim() === b.replace(/\s+/gu, ' ').trim()

const saysTheSame = (adviceLine: AdviceLine, line: PlanLine): boolean =>
  sameText(adviceLine.text, line.text) && isSameValue(adviceLine.fields, line.fields)

/**
 * What became of one recommendation. The plan itself is asked first: a line that cites the advice line is the answer,
 * whatever was noted. Only where no line cites it does the note speak; and a note that names a line which is gone is
 * open again.
 */
export function whatBecameOfLine(
  adviceLine: AdviceLine,
  disposition: Disposition | undefined,
  content: PlanContent,
): WhatBecame {
  const citing = linesInOrder(content.lines.filter((line) => line.sources.some(isFrom(adviceLine))))
  const [first] = citing
  if (first === undefined) return withoutLine(disposition)
  if (citing.length === 1 && saysTheSame(adviceLine, first)) return { kind: 'stands', lineId: first.id }
  const advised = { text: adviceLine.text, fields: adviceLine.fields }
  const inPlan = citing.map(({ id, text, fields }) => ({ lineId: id, text, fields }))
  const isShared = citing.every((line) => line.sources.some((source) => !isFrom(adviceLine)(source)))
  return { kind: disposition?.kind === 'merged' || isShared ? 'merged' : 'changed', advised, inPlan }
}

function withoutLine(disposition: Disposition | undefined): WhatBecame {
  switch (disposition?.kind) {
    case undefined: return { kind: 'waiting', why: 'undecided' }
    case 'not-used': return { kind: 'not-used', reason: disposition.reason }
    case 'ask-author': return {
      kind: 'waiting', why: 'ask-author', words: disposition.question, ...(disposition.answer === undefined ? {} : { answer: disposition.answer }),
    }
    case 'disagree': return { kind: 'waiting', why: 'disagree', words: disposition.reason }
    case 'used':
    case 'merged': return { kind: 'waiting', why: 'line-removed' }
  }
}

export interface Answer {
  readonly adviceLine: AdviceLine
  readonly became: WhatBecame
}

/** An answer for each recommendation, in the order given: none is left out. */
export const whatBecameOf = (
  adviceLines: readonly AdviceLine[],
  dispositions: ReadonlyMap<AdviceLineId, Disposition>,
  content: PlanContent,
): Answer[] =>
  adviceLines.map((adviceLine) => ({ adviceLine, became: whatBecameOfLine(adviceLine, dispositions.get(adviceLine.id), content) }))

/** The words that a line of the plan stands on, as they are in the reports, in the order of the sources. */
export type Words =
  | { readonly kind: 'advice'; readonly source: Extract<Source, { kind: 'advice' }>; readonly adviceLine?: AdviceLine }
  | { readonly kind: 'said'; readonly source: Extract<Source, { kind: 'said' }> }

export const wordsBehind = (line: PlanLine, adviceLines: readonly AdviceLine[]): Words[] =>
  line.sources.map((source): Words => {
    if (source.kind === 'said') return { kind: 'said', source }
    const adviceLine = adviceLines.find((each) => isFrom(each)(source))
    return { kind: 'advice', source, ...(adviceLine && { adviceLine }) }
  })
