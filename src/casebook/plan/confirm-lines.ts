// Lines that were found to be still right (SEND Regulations 2014, reg 20: a review asks whether the plan still fits): each confirmation
// is of one wording, on one day, and only grows. What a line's age is follows from them in domain/currency, never from here.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LineId, PlanId, ReviewId } from '../../domain/ids.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { currencyAtEnd } from './keep-currency.ts'
import { planIdOf } from './plan-content.ts'

export interface Confirmation {
  readonly lineId: LineId
  /** The wording that was confirmed. */
  readonly revision: number
  readonly confirmedOn: PlainDate
  readonly how: 'still-right'
  readonly reviewId?: ReviewId
}

export interface Confirming {
  /** The review at which they were found right; absent for a confirmation outside one. */
  readonly reviewId?: ReviewId
  /** The civil date in London on which it was found. */
  readonly on: PlainDate
  readonly lines: readonly { readonly lineId: LineId; readonly revision: number }[]
  readonly as: 'still-right'
}

/** Keeps that these wordings are still right. Inside an act, which records the fact that tells of it. */
export async function confirmLines(tx: Tx, caseFile: CaseFile, { reviewId, on, lines, as }: Confirming): Promise<void> {
  if (lines.length === 0) return
  const planId = await planIdOf(tx, caseFile)
  await tx.db.insertInto('lineConfirmation').values(lines.map(({ lineId, revision }) => ({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), planId, lineId, revision, confirmedOn: on, how: as, reviewId: reviewId ?? null,
    recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now,
  }))).execute()
  currencyAtEnd(tx, caseFile)
}

/** Every confirmation of the plan's lines, oldest first. */
export async function listConfirmations(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<Confirmation[]> {
  const rows = await tx.db.selectFrom('lineConfirmation').select(['lineId', 'revision', 'confirmedOn', 'reviewId'])
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).orderBy('confirmedOn').orderBy('recordedAt').orderBy('id').execute()
  return rows.map((row) => ({
    lineId: row.lineId, revision: row.revision, confirmedOn: row.confirmedOn, how: 'still-right', ...(row.reviewId === null ? {} : { reviewId: row.reviewId as ReviewId }),
  }))
}
