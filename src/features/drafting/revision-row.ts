// A row of a line's revisions, read as the rules know it.

import type { PersonId } from '../../domain/ids.ts'
import type { Revision, SavedHow } from '../../domain/plan/clash.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'

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
