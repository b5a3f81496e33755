// Two cases that may be one child's are kept for a person to decide on, whether a request or a move brought them (UK GDPR Art 5(1)(d)).

import type { LikenessKind } from '../domain/case-file/duplicates.ts'
import type { CaseId, LocalAreaId, PersonId } from '../domain/ids.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export interface FoundAlike {
  readonly otherCaseId: CaseId
  /** 0 to 100. */
  readonly score: number
  readonly alike: readonly LikenessKind[]
  /** What somebody has said of it already. */
  readonly decision?: 'same-child' | 'different-children'
  readonly reason?: string
}

export async function keepPossibleDuplicate(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId, { otherCaseId, score, alike, decision, reason }: FoundAlike): Promise<void> {
  const by = tx.viewer.kind === 'person' ? tx.viewer.personId : null
  await tx.db.insertInto('possibleDuplicate').values({
    localAreaId, id: tx.newId<string>(), caseId, otherCaseId, score, alike: [...alike], foundAt: tx.now, ...(decision === undefined ? {} : { decision, decidedBy: by, decidedAt: tx.now, reason: reason ?? null }),
  }).execute()
}

/** Keeps that one person says that the two are one child, until another agrees or says that they are not. */
export async function saySame(tx: Tx, caseFile: CaseFile, id: string, { by, reason, bring }: { by: PersonId; reason: string; bring: readonly string[] }): Promise<void> {
  await tx.db.updateTable('possibleDuplicate').set({ saidSameBy: by, saidSameAt: tx.now, saidSameReason: reason, saidSameBring: [...bring] })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

/** What was decided, by whom and why. */
export async function settleDuplicateRow(tx: Tx, caseFile: CaseFile, id: string, decision: 'same-child' | 'different-children', reason: string): Promise<void> {
  await tx.db.updateTable('possibleDuplicate').set({ decision, reason, decidedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, decidedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}
