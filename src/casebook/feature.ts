import type { FactType, RecordedFact } from '../domain/case-file/facts.ts'
import type { Route } from './ask.ts'
import type { DayCopy } from './day-copies.ts'
import { ownDayCopies } from './own-day-copies.ts'
import type { Handover } from './handovers.ts'
import type { CaseKey } from './open-case-file.ts'
import type { Occasion } from './tx.ts'
import type { Undoing } from './undoings.ts'
import { ownUndoings } from './undoings.ts'

/** Work done by the worker process: named, with what it is given; safe to run twice. */
export interface Job {
  readonly name: string
  /** crontab words, when it runs by itself: "0 6 * * *". */
  readonly runsAt?: string
  readonly run: (occasion: Occasion, payload: unknown) => Promise<void>
}

/** What a feature does when another's act recorded a fact: queued in that act's transaction, run by the worker. */
export interface Reaction {
  readonly to: FactType
  readonly run: (occasion: Occasion, key: CaseKey, fact: RecordedFact) => Promise<void>
}

/** The door of a feature folder. */
export interface Feature {
  readonly name: string
  readonly routes: readonly Route[]
  readonly jobs?: readonly Job[]
  readonly reactions?: readonly Reaction[]
  /** Days of facts that the feature's own tables keep too, and how each follows a correction. */
  readonly dayCopies?: readonly DayCopy[]
  /** What becomes of the feature's rows when what was sent with them is taken back. */
  readonly undoings?: readonly Undoing[]
  /** Work that somebody has in hand here, and how it is passed on when they leave. */
  readonly handovers?: readonly Handover[]
}

/** The fact types that somebody reacts to. */
export const reactsTo = (features: readonly Feature[]): ReadonlySet<FactType> =>
  new Set(features.flatMap(({ reactions = [] }) => reactions.map(({ to }) => to)))

/** Every day of a fact that some table keeps, the casebook's own first. */
export const dayCopiesOf = (features: readonly Feature[]): readonly DayCopy[] =>
  [...ownDayCopies, ...features.flatMap(({ dayCopies = [] }) => dayCopies)]

export const undoingsOf = (features: readonly Feature[]): readonly Undoing[] => [...ownUndoings, ...features.flatMap(({ undoings = [] }) => undoings)]

export const handoversOf = (features: readonly Feature[]): readonly Handover[] => features.flatMap(({ handovers = [] }) => handovers)
