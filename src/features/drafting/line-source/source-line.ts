import { endSource, getLine, insertSource } from '../../../casebook/plan/line-rows.ts'
import { readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { AdviceLineId, LineId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { sourceOf } from '../../../domain/plan/advice-line.ts'
import type { Source } from '../../../domain/plan/line.ts'
import { isSameValue } from '../../../domain/plan/same-value.ts'
import { listMarkedLines } from '../advice-line-store.ts'
import type { SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'

export type SourceRefusal = SectionRefusal | { readonly kind: 'has-it-already' }

/** Adds where a line's words come from: something said, or words marked in a report that this person may read. */
export const addSource = draftAct<{ lineId: LineId; source: Source | AdviceLineId }, null, SourceRefusal>(async (tx, { caseFile, planId, by, mine }, { lineId, source }) => {
  const line = await getLine(tx, caseFile, planId, lineId)
  const stands = hindrance(mine, line.kind, line.latest.wording.section)
  if (stands !== undefined) return stands
  const marked = typeof source === 'string' ? (await listMarkedLines(tx, caseFile)).find(({ id, report }) => id === source && report.isReadable) : undefined
  if (typeof source === 'string' && marked === undefined) throw new NotFound('advice line')
  const added = marked === undefined ? source as Source : sourceOf(marked)
  const known = (await readPlanContent(tx, caseFile, planId)).lines.find(({ id }) => id === lineId)?.sources ?? []
  // The document is not kept with a source: the report leads to it.
  const { documentId: _, ...kept } = { documentId: undefined, ...added }
  if (known.some((each) => isSameValue(each, kept))) return refused({ kind: 'has-it-already' })
  await insertSource(tx, caseFile, lineId, added, by)
  return ok(null)
})

export const removeSource = draftAct<{ lineId: LineId; sourceId: string }, null, SectionRefusal>(async (tx, { caseFile, planId, mine }, { lineId, sourceId }) => {
  const line = await getLine(tx, caseFile, planId, lineId)
  const stands = hindrance(mine, line.kind, line.latest.wording.section)
  if (stands !== undefined) return stands
  await endSource(tx, caseFile, lineId, sourceId)
  return ok(null)
})
