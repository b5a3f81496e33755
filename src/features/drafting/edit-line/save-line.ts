import { getLine } from '../../../casebook/plan/line-rows.ts'
import type { SavedHere } from '../../../casebook/plan/save-line.ts'
import { saveAttempt } from '../../../casebook/plan/save-line.ts'
import type { LineId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import type { LineFields } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'

export interface LineAsTyped {
  readonly lineId: LineId
  /** The revision that the page was made from. */
  readonly base: number
  readonly how: 'saved' | 'autosaved'
  readonly text: string
  readonly section: Section
  readonly fields: LineFields
}

/**
 * Saves a line. When somebody changed it meanwhile the typed text is kept beside theirs and the answer names where to settle
 * it. No fact is recorded for a keystroke: the revision, with its author, organisation and time, is the record.
 */
export const saveLine = draftAct<LineAsTyped, SavedHere, SectionRefusal>(async (tx, { caseFile, planId, by, mine }, { lineId, base, how, ...wording }) => {
  const line = await getLine(tx, caseFile, planId, lineId)
  return hindrance(mine, line.kind, line.latest.wording.section, wording.section)
    ?? ok(await saveAttempt(tx, caseFile, planId, lineId, { by, base, how, wording, isRemoved: false }))
})
