import { insertLine } from '../../../casebook/plan/line-rows.ts'
import { readPlanContent } from '../../../casebook/plan/plan-content.ts'
import type { LineId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { LineFields, LineKind, Source } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'

export interface NewLine {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields: LineFields
  readonly sources: readonly Source[]
}

export type AddRefusal = SectionRefusal | { readonly kind: 'section-has-lines' } | { readonly kind: 'none-identified-stands' }

/** Adds a line at the end of its section. "None identified" stands alone there, and no line beside it. */
export const addLine = draftAct<NewLine, LineId, AddRefusal>(async (tx, { caseFile, planId, by, mine }, input) => {
  const stands = hindrance(mine, input.kind, input.section)
  if (stands !== undefined) return stands
  const there = linesOfSection(await readPlanContent(tx, caseFile, planId), input.section)
  if (input.kind === 'none-identified' && there.length > 0) return refused({ kind: 'section-has-lines' })
  if (there.some(({ kind }) => kind === 'none-identified')) return refused({ kind: 'none-identified-stands' })
  return ok(await insertLine(tx, caseFile, planId, {
    kind: input.kind, by, sources: input.sources, wording: { section: input.section, text: input.text, fields: input.fields },
  }))
})
