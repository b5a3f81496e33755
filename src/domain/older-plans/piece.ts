// A piece of an older plan: some words of the file, in the order of the file, with where they were put and how sure that is. Every word
// of the file is in a piece; a piece that is in no section waits until a person says where it belongs or leaves it out with a reason.

import type { LineFields, LineKind } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'

export const sureness = ['sure', 'likely', 'unsure'] as const
export type Sureness = (typeof sureness)[number]

/** line: words of the plan. heading: what the form says of the words under it. page: what is printed on each page, or leads to pages. */
export type PieceRole = 'line' | 'heading' | 'page'

export interface Piece {
  readonly id: number
  readonly role: PieceRole
  readonly text: string
  /** Absent while it is not placed. */
  readonly section?: Section
  readonly kind?: LineKind
  readonly sure: Sureness
  /** Why it was put there, for the person who confirms: "Under “Section B: …”". */
  readonly why: string
  /** The heading inside the section under which it stood. */
  readonly under?: string
  readonly fields: LineFields
  /** Rows of a table that it belongs to: what stands in one row was joined in the plan as it was written. */
  readonly rows: readonly number[]
  /** A person left it out of the plan's lines, and why. */
  readonly leftOut?: string
}

/** Words that wait to be placed: until there are none the plan cannot be confirmed. */
export const waits = (piece: Piece): boolean => piece.role === 'line' && piece.section === undefined && piece.leftOut === undefined

/** The kind that a line of a section has unless somebody says that nothing is needed; undefined for K, which lists reports and has no lines. */
export const usualKind: Readonly<Record<Section, LineKind | undefined>> = {
  A: 'view', B: 'need', C: 'need', D: 'need', E: 'outcome', F: 'provision', G: 'provision', H1: 'provision', H2: 'provision', I: 'placement', J: 'direct-payment', K: undefined,
}
