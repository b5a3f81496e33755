import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { BeginRefusal } from '../../../casebook/reassessments.ts'
import { beginReassessment, reassessmentToJoin, recordReassessmentRequest } from '../../../casebook/reassessments.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PersonId, ReviewId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { ChangeOutcome } from '../../../domain/review/change-said.ts'
import type { ChangeSaid } from '../change-store.ts'
import { answerRow, findChange } from '../change-store.ts'
import { tellChangeAnswer } from '../tell-answer.ts'
import { askerOf } from './asker-of.ts'

export interface ChangeAnswer {
  readonly changeId: string
  readonly outcome: ChangeOutcome
  readonly reasons: string
}
export interface WhatFollows {
  readonly reviewId?: ReviewId
  readonly reassessmentId?: string
}
export type AnswerRefusal = BeginRefusal | { readonly kind: 'already-answered' } | { readonly kind: 'not-your-decision' }

/**
 * The council decides what follows from a change, with reasons, and whoever said it is told. To amend begins the amendment (SEND Regulations 2014,
 * reg 28). To reassess makes a request of it, had on the day on which it was said (CFA 2014 s.44(2)); where who said it cannot ask, the council begins
 * by itself (s.44(3)).
 */
export const answerChange = act('answer-change', async (tx, caseFile, { changeId, outcome, reasons }: ChangeAnswer): Promise<Outcome<WhatFollows, AnswerRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-change')
  const by = tx.viewer.personId
  const change = await findChange(tx, caseFile, changeId)
  if (change === undefined) throw new NotFound('change')
  if (change.answer !== undefined) return refused({ kind: 'already-answered' })
  const assessing = outcome === 'reassess' ? await assessAgain(tx, caseFile, change, { reasons, by }) : undefined
  if (assessing?.ok === false) return assessing
  const follows: WhatFollows = { ...(outcome === 'amend' ? { reviewId: tx.newId<ReviewId>() } : {}), ...(assessing === undefined ? {} : { reassessmentId: assessing.value }) }
  if (!await answerRow(tx, caseFile, change.id, { outcome, reasons, by, ...follows })) return refused({ kind: 'already-answered' })
  await recordFact(tx, caseFile, { type: 'change-answered', changeId: change.id, outcome, asksForReview: change.asksForReview })
  if (follows.reviewId !== undefined) await recordFact(tx, caseFile, { type: 'amendment-begun', reviewId: follows.reviewId, because: 'change' })
  await tellChangeAnswer(tx, caseFile, change, { outcome, reasons })
  return ok(follows)
})

/** The request or reassessment that this one joins or makes. */
async function assessAgain(tx: Tx, caseFile: CaseFile, change: ChangeSaid, { reasons, by }: { reasons: string; by: PersonId }): Promise<Outcome<string, AnswerRefusal>> {
  const open = reassessmentToJoin(caseFile)
  if (open !== undefined) return ok(open)
  const askedBy = await askerOf(tx, caseFile, change)
  if (askedBy !== undefined) {
    const { who: { name }, channel, words, saidAt } = change
    return ok(await recordReassessmentRequest(tx, caseFile, { askedBy, askedByName: name, channel, on: londonDateOf(saidAt), why: words, by }))
  }
  // A letter that begins it is for those with the power to decide.
  return caseFile.open.includes('decide-reassessment') ? beginReassessment(tx, caseFile, { why: change.words, reasons, by }) : refused({ kind: 'not-your-decision' })
}
