// The lines that a review found to be still right: concluded so in the report as it was sent, and nothing proposed on them that the
// council has not declined. Whoever records the council's decision confirms them (confirm-lines.ts).

import { z } from 'zod'
import type { LineId, ReviewId } from '../../domain/ids.ts'
import type { LineAnswer } from '../../domain/review/line-questions.ts'
import { answerIn } from '../../domain/review/line-questions.ts'
import { questionOf } from '../../domain/review/line-questions.ts'
import type { LineKind } from '../../domain/plan/line.ts'
import { lineKinds } from '../../domain/plan/line.ts'
import { stillRightIn } from '../../domain/review/review-report.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseFile } from '../open-case-file.ts'
import { confirmLines } from './confirm-lines.ts'
import { planIdOf } from './plan-content.ts'
import { listProposals } from './proposals.ts'
import type { Tx } from '../tx.ts'

const sentLines = z.looseObject({ lines: z.array(z.looseObject({ lineId: z.string(), revision: z.number(), kind: z.enum(lineKinds), answer: z.string().optional() })) })

/** Empty while no report was sent from here. Of the wordings that the report was about: a line reworded since is not confirmed by it. */
export async function stillRightLinesOf(tx: Tx, caseFile: CaseFile, reviewId: ReviewId): Promise<{ lineId: LineId; revision: number }[]> {
  const row = await tx.db.selectFrom('reviewReport').select('sent')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).executeTakeFirst()
  if (row === undefined || row.sent === null) return []
  const { lines } = sentLines.parse(row.sent)
  const proposals = await listProposals(tx, caseFile, await planIdOf(tx, caseFile), { reviewId })
  const proposedOn = new Set(proposals.flatMap(({ lineId, decision }) => (lineId === undefined || decision === 'declined' ? [] : [lineId])))
  const conclusions = Object.fromEntries(lines.map(({ lineId, kind, answer }) => [lineId, conclusionOf(kind, answer)]))
  return stillRightIn(conclusions, lines.map(({ lineId, revision }) => ({ id: lineId as LineId, revision })), proposedOn)
}

/** The council has decided: what the report found right is confirmed by it, and no other line (a decision to maintain refreshes only these). */
export async function confirmFoundRight(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, on: PlainDate = tx.today): Promise<void> {
  await confirmLines(tx, caseFile, { reviewId, on, lines: await stillRightLinesOf(tx, caseFile, reviewId), as: 'still-right' })
}

function conclusionOf(kind: LineKind, text: string | undefined): { answer?: LineAnswer } {
  const answer = answerIn(questionOf(kind), text)
  return answer === undefined ? {} : { answer }
}
