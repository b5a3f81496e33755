// What of a plan changes, as it is told: each line that is added, taken out or changed, before and after, in the order of the plan. Links and
// sources are the thread behind the words and no change of what the plan promises (SEND Regulations 2014, reg 22(2)(a): the notice gives
// the proposed amendments; R (L, M and P) v Devon CC [2022] EWHC 493 (Admin): their text).

import type { LineId } from '../ids.ts'
import { comparePlans } from './compare.ts'
import { lineInWords } from './line-in-words.ts'
import { lineNumbers } from './line-numbers.ts'
import type { LineKind, PlanContent } from './line.ts'
import type { Section } from './sections.ts'

export interface PlanChange {
  readonly id: LineId
  readonly what: 'added' | 'taken-out' | 'changed'
  readonly section: Section
  readonly kind: LineKind
  /** "F3": as the later side numbers it; a line that is taken out keeps its number of the earlier side. */
  readonly number: string
  /** The line in words on each side; absent where it does not stand there. */
  readonly before?: string
  readonly after?: string
  /** The section where it stood before, when it was moved to another. */
  readonly fromSection?: Section
}

/** Everything that a reader of the plan finds different, in the order of the plan. */
export function changesBetween(before: PlanContent, after: PlanContent): PlanChange[] {
  const [numbersBefore, numbersAfter] = [lineNumbers(before), lineNumbers(after)]
  return comparePlans(before, after).lines.flatMap((line): PlanChange[] => {
    const { id } = line
    if (line.status === 'added') return [{ id, what: 'added', section: line.after.section, kind: line.after.kind, number: numbersAfter.get(id) ?? '', after: lineInWords(line.after) }]
    if (line.status === 'removed') return [{ id, what: 'taken-out', section: line.before.section, kind: line.before.kind, number: numbersBefore.get(id) ?? '', before: lineInWords(line.before) }]
    const [was, is] = [lineInWords(line.before), lineInWords(line.after)]
    const moved = line.changes.section
    if (was === is && moved === undefined) return []
    return [{
      id, what: 'changed', section: line.after.section, kind: line.after.kind, number: numbersAfter.get(id) ?? '', before: was, after: is,
      ...(moved === undefined ? {} : { fromSection: moved.before }),
    }]
  })
}

/** One change as a letter says it: without any marks, because a letter is read aloud and on paper. */
export function changeInWords({ what, number, section, before, after, fromSection }: PlanChange): string {
  switch (what) {
    case 'added': return `${number}, added in section ${section}.\nWe want to add: ${after ?? ''}`
    case 'taken-out': return `${number}, taken out.\nIt says now: ${before ?? ''}\nWe want to take this out.`
    case 'changed': return [
      `${number}, changed.`, ...(fromSection === undefined ? [] : [`It moves from section ${fromSection} to section ${section}.`]),
      ...(before === after ? [] : [`It says now: ${before ?? ''}`, `We want it to say: ${after ?? ''}`]),
    ].join('\n')
  }
}

/** The changes that touch these lines: what one recipient delivers or checks, before or after. */
export const changesFor = (changes: readonly PlanChange[], lineIds: readonly LineId[]): PlanChange[] => changes.filter(({ id }) => lineIds.includes(id))

/** How many lines stand on both sides with the same words. */
export const unchangedCount = (after: PlanContent, changes: readonly PlanChange[]): number =>
  after.lines.filter(({ id }) => !changes.some((change) => change.id === id)).length
