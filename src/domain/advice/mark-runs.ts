// From what was said of each sentence to the lines it makes: a sentence may go "with the sentence before" into one line.

import type { MarkKind } from './guess-mark.ts'

export interface SaidOfSentence {
  readonly start: number
  readonly end: number
  /** Undefined: leave it. */
  readonly kind?: MarkKind
  readonly withBefore: boolean
}

export interface MarkedRun {
  readonly start: number
  readonly end: number
  readonly kind: MarkKind
}

/** Sentences in order of the report. One that joins a sentence which was left stands for itself. */
export function runsOf(said: readonly SaidOfSentence[]): MarkedRun[] {
  const runs: MarkedRun[] = []
  let open: MarkedRun | undefined
  for (const { start, end, kind, withBefore } of said) {
    if (withBefore && open !== undefined && (kind === undefined || kind === open.kind)) {
      open = { ...open, end }
      runs[runs.length - 1] = open
    } else if (kind === undefined) {
      open = undefined
    } else {
      open = { start, end, kind }
      runs.push(open)
    }
  }
  return runs
}

export interface KeptMark {
  readonly start: number
  readonly end: number
  readonly kind: string
}

export interface MarkChanges<K extends KeptMark> {
  readonly added: readonly MarkedRun[]
  readonly changed: readonly { readonly mark: K; readonly kind: MarkKind }[]
  readonly removed: readonly K[]
}

/**
 * What to add, change and take off so that the marks on whole sentences are as said. Marks on part of a sentence are left as
 * they are: the sentences say nothing of them.
 */
export function markChanges<K extends KeptMark>(runs: readonly MarkedRun[], kept: readonly K[], sentences: readonly { start: number; end: number }[]): MarkChanges<K> {
  const starts = new Set(sentences.map(({ start }) => start))
  const ends = new Set(sentences.map(({ end }) => end))
  const isWhole = (mark: K): boolean => starts.has(mark.start) && ends.has(mark.end)
  const same = (run: MarkedRun) => (mark: K): boolean => mark.start === run.start && mark.end === run.end
  return {
    added: runs.filter((run) => !kept.some(same(run))),
    changed: runs.flatMap((run) => {
      const mark = kept.find(same(run))
      return mark === undefined || mark.kind === run.kind ? [] : [{ mark, kind: run.kind }]
    }),
    removed: kept.filter((mark) => isWhole(mark) && !runs.some((run) => same(run)(mark))),
  }
}
