import { keepContent } from '../../../casebook/plan/keep-content.ts'
import { readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { LineId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import type { SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'
import { linkedTo } from './link-choices.ts'

export interface LinkInput {
  readonly lineId: LineId
  /** Every line it is to be linked to. Links to lines that were not offered stay as they are. */
  readonly to: readonly LineId[]
  readonly offered: readonly LineId[]
}

/** Sets what a line is linked to along the thread. */
export const linkLine = draftAct<LinkInput, null, SectionRefusal>(async (tx, { caseFile, planId, mine }, input) => {
  const content = await readPlanContent(tx, caseFile, planId)
  const line = content.lines.find(({ id }) => id === input.lineId)
  if (line === undefined) throw new NotFound('line')
  const stands = hindrance(mine, line.kind, line.section)
  if (stands !== undefined) return stands
  await keepContent(tx, caseFile, planId, content, { ...content, links: linkedTo(content, line, input) })
  return ok(null)
})
