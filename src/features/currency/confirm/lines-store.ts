// The lines to go through: those of the working document that still say what the plan in force says, and those that were changed since.

import { openReviewOf, underWay } from '../../../domain/review/amendments.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { stillRightLinesOf } from '../../../casebook/plan/still-right.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { Confirmation } from '../../../domain/currency/confirmed.ts'
import type { AdviceId, LineId, PlanId, ReviewId } from '../../../domain/ids.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { isSameValue } from '../../../domain/plan/same-value.ts'
import { readLineAges } from '../plan-ages/plan-store.ts'

export interface LineToConfirm {
  readonly line: PlanLine
  readonly last: Confirmation
  /** Found right at this very review or amendment already. */
  readonly isDone: boolean
  /** The report of the review concluded that it is still right: the setting's word, until the council says so too. */
  readonly isRightByReport: boolean
}

export interface LinesToConfirm {
  readonly planId: PlanId
  readonly reviewId: ReviewId | undefined
  readonly lines: readonly LineToConfirm[]
  /** Lines that the working document changed: they are confirmed by being issued. */
  readonly changed: number
  readonly reports: ReadonlyMap<AdviceId, string>
}

export async function readLinesToConfirm(tx: Tx, caseFile: CaseFile): Promise<LinesToConfirm> {
  const planId = await planIdOf(tx, caseFile)
  const { lines: inForce, reports } = await readLineAges(tx, caseFile)
  const live = new Map((await readPlanContent(tx, caseFile, planId)).lines.map((line) => [line.id, line]))
  const facts = standingFacts(caseFile.facts)
  // A review that is open is asked about first; else the amendment that began last.
  const reviewId = openReviewOf(facts)?.id ?? underWay(facts)[0]?.id
  const byReport = new Set(reviewId === undefined ? [] : (await stillRightLinesOf(tx, caseFile, reviewId)).map(({ lineId, revision }) => `${lineId} ${revision}`))
  const lines = inForce.flatMap(({ line, last, before }) => {
    const now = live.get(line.id)
    if (now === undefined || !isSameWording(now, line)) return []
    const isDone = [last, ...before].some((one) => one.by === 'still-right' && one.reviewId !== undefined && one.reviewId === reviewId)
    return [{ line: now, last, isDone, isRightByReport: byReport.has(`${now.id} ${now.revision}`) }]
  })
  return { planId, reviewId, lines, changed: inForce.length - lines.length, reports }
}

const isSameWording = (a: PlanLine, b: PlanLine): boolean => isSameValue([a.section, a.text, a.fields], [b.section, b.text, b.fields])

export type LineAnswer =
  | { readonly lineId: LineId; readonly revision: number; readonly answer: 'right' }
  | { readonly lineId: LineId; readonly revision: number; readonly answer: 'change'; readonly words: string }
