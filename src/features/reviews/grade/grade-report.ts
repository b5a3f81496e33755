import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { ReportGrade } from '../../../domain/review/review-report.ts'
import { openReview } from '../open-review.ts'
import { insertGrade } from '../report-store.ts'

export interface GradeRefusal {
  readonly kind: 'no-report-yet' | 'own-report'
}

/** How a report was found, for whoever wrote it to read. The council does not mark its own. */
export const gradeReport = act('grade-review-report', async (tx, caseFile, { reviewId, grade }: { reviewId: string; grade: ReportGrade }): Promise<Outcome<string, GradeRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('grade-review-report')
  const { review, arrangement } = await openReview(tx, caseFile, reviewId)
  if (review.reportOn === undefined) return refused({ kind: 'no-report-yet' })
  if (arrangement.convenor === undefined) return refused({ kind: 'own-report' })
  await insertGrade(tx, caseFile, review.id, tx.viewer.personId, grade)
  await recordFact(tx, caseFile, { type: 'review-report-graded', reviewId: review.id })
  return ok(review.id)
})
