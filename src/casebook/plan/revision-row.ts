// Rows of a line's revisions and sources, read as the rules know them.

import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceId, AdviceLineId, PersonId } from '../../domain/ids.ts'
import type { Revision, SavedHow } from '../../domain/plan/clash.ts'
import type { LineFields, Source } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { CaseFile } from '../open-case-file.ts'

/** Where rows go: the area of an opened case. */
export type InArea = Pick<CaseFile, 'localAreaId'>
export type MadeHow = SavedHow | 'moved'

interface RevisionRow {
  readonly n: number
  readonly baseN: number
  readonly section: string
  readonly text: string
  readonly fields: unknown
  readonly isRemoved: boolean
  readonly authorId: PersonId
  readonly how: string
}

/** A revision as the rules know it. That a line was moved is no wording: it counts as saved. */
export const toRevision = (row: RevisionRow): Revision => ({
  n: row.n, base: row.baseN, by: row.authorId, how: row.how === 'moved' ? 'saved' : row.how as SavedHow, isRemoved: row.isRemoved,
  wording: { section: row.section as Section, text: row.text, fields: row.fields as LineFields },
})

export interface SourceColumns {
  readonly adviceId: AdviceId | null
  readonly adviceLineId: AdviceLineId | null
  readonly quote: string | null
  readonly quoteStart: number | null
  readonly quoteEnd: number | null
  readonly saidBy: string | null
  readonly saidOn: PlainDate | null
  readonly addedAt: Instant
}

/** Where words come from, as the rules know it. Something said on a day that nobody wrote down counts from when it was added. */
export const toSource = (row: SourceColumns): Source => (row.adviceId === null
  ? { kind: 'said', by: row.saidBy ?? '', on: row.saidOn ?? londonDateOf(row.addedAt) }
  : {
      kind: 'advice', adviceId: row.adviceId, quote: row.quote ?? '', start: row.quoteStart ?? 0, end: row.quoteEnd ?? 0,
      ...(row.adviceLineId === null ? {} : { adviceLineId: row.adviceLineId }),
    })
