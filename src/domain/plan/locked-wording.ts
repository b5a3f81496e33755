// Words that were ordered or agreed and that a working document must say to the letter: an order of the Tribunal is done, not reworded
// (Children and Families Act 2014, s.51(5); SEND Regulations 2014, regs 42(2), 44, 45).

import type { LineId } from '../ids.ts'
import type { PlanContent } from './line.ts'
import type { Section } from './sections.ts'

export const lockSources = ['order', 'concession', 'mediation'] as const
/** Whose words they are: the Tribunal's, those that the council gave way to, or those of both sides. */
export type LockSource = (typeof lockSources)[number]

export const lockWords: Record<LockSource, string> = {
  order: 'Ordered by the Tribunal', concession: 'Conceded to the family before the Tribunal', mediation: 'Agreed in mediation',
}

/** The same inside a sentence. */
export const lockClause = (source: LockSource): string => lockWords[source].charAt(0).toLowerCase() + lockWords[source].slice(1)

export interface LockedWording {
  readonly id: string
  readonly lineId: LineId
  readonly section: Section
  /** Absent: the line is to be out of the plan. */
  readonly words?: string
  readonly source: LockSource
}

/** What somebody wants the line to say now. */
interface Wanted { readonly section: Section; readonly text: string; readonly isRemoved: boolean }

/**
 * Whether a save would say something else than what is locked. Every character counts, also spaces and the kind of quotation mark: what
 * looks alike is still another text. Order, links, sources and boxes beside the words stay the council's to write.
 */
export function breaksLock({ words, section }: Pick<LockedWording, 'words' | 'section'>, wanted: Wanted): boolean {
  if (words === undefined) return !wanted.isRemoved
  return wanted.isRemoved || wanted.text !== words || wanted.section !== section
}

/**
 * Locked words that this plan does not say as they are locked. Section I is written anew when a plan is issued (CFA 2014 s.38(5)), so there
 * any line of the section may say them.
 */
export function notSaidAsLocked(locks: readonly LockedWording[], { lines }: Pick<PlanContent, 'lines'>): LockedWording[] {
  return locks.filter((lock) => {
    const line = lines.find(({ id }) => id === lock.lineId)
    if (lock.words === undefined) return line !== undefined
    if (lock.section === 'I') return !lines.some(({ section, text }) => section === 'I' && text === lock.words)
    return line === undefined || breaksLock(lock, { section: line.section, text: line.text, isRemoved: false })
  })
}

/** Where two texts first part, for whoever compares an order with a line: the place by code units, and what stands around it. */
export function firstDifference(a: string, b: string): { readonly at: number; readonly ordered: string; readonly found: string } | undefined {
  if (a === b) return undefined
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  const around = (text: string): string => text.slice(Math.max(0, at - 20), at + 20)
  return { at, ordered: around(a), found: around(b) }
}
