import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { confirmLines } from '../../../casebook/plan/confirm-lines.ts'
import { seenSince } from '../../../casebook/plan/line-rows.ts'
import { insertProposal } from '../../../casebook/plan/proposals.ts'
import type { LineId, ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { LineAnswer } from './lines-store.ts'
import { readLinesToConfirm } from './lines-store.ts'

/** Lines that somebody changed after the page was opened: nothing was written. */
export interface LinesMovedOn { readonly kind: 'lines-moved-on'; readonly lineIds: readonly LineId[] }

/** The council goes through the lines at a review or amendment: what is right is confirmed, what is not becomes a comment on its line. */
export const answerLines = act('confirm-lines', async (tx, caseFile, answers: readonly LineAnswer[]): Promise<Outcome<{ right: number; change: number }, LinesMovedOn>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('confirm-lines')
  const { planId, reviewId, lines } = await readLinesToConfirm(tx, caseFile)
  const now = new Map(lines.map(({ line }) => [line.id, line]))
  const moved: LineId[] = []
  for (const { lineId, revision } of answers) {
    const line = now.get(lineId)
    // That it was only put elsewhere changes nothing of what was read.
    if (line === undefined || (line.revision !== revision && line.revision !== await seenSince(tx, caseFile, lineId, revision))) moved.push(lineId)
  }
  if (moved.length > 0) return refused({ kind: 'lines-moved-on', lineIds: moved })
  const right = answers.flatMap(({ lineId, answer }) => (answer === 'right' ? [{ lineId, revision: now.get(lineId)?.revision ?? 0 }] : []))
  await confirmLines(tx, caseFile, { on: tx.today, lines: right, as: 'still-right', ...(reviewId === undefined ? {} : { reviewId }) })
  const changes = answers.filter((one) => one.answer === 'change')
  for (const { lineId, words } of changes) {
    const line = now.get(lineId)
    if (line === undefined) continue
    await insertProposal(tx, caseFile, planId, {
      id: tx.newId<ProposalId>(), lineId, onRevision: line.revision, section: line.section, kind: 'comment', text: words, authorId: tx.viewer.personId, channel: 'hub', ...(reviewId === undefined ? {} : { reviewId }),
    })
  }
  await recordFact(tx, caseFile, { type: 'lines-confirmed', right: right.length, toChange: changes.length, ...(reviewId === undefined ? {} : { reviewId }) })
  return ok({ right: right.length, change: changes.length })
})
