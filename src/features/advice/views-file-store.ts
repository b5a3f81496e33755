// All SQL of the drawings, photographs, recordings and films that are part of views (table advice_file).

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { AdviceId, DocumentId, PersonId } from '../../domain/ids.ts'

export interface ViewsFile {
  readonly documentId: DocumentId
  readonly fileName: string
  readonly contentType: string
  readonly size: number
  readonly sha256: string
  readonly addedAt: Instant
  readonly givenBy?: { readonly id: PersonId; readonly name: string }
}

/** What stands with the views, in the order in which it came. */
export async function listViewsFiles(tx: Tx, caseFile: CaseFile, adviceId: AdviceId): Promise<ViewsFile[]> {
  const rows = await tx.db.selectFrom('adviceFile as f')
    .innerJoin('document as d', (join) => join.onRef('d.localAreaId', '=', 'f.localAreaId').onRef('d.id', '=', 'f.documentId'))
    .leftJoin('person as p', 'p.id', 'd.uploadedBy')
    .select(['f.documentId', 'f.addedAt', 'd.fileName', 'd.contentType', 'd.size', 'd.sha256', 'p.id as personId', 'p.fullName'])
    .where('f.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id)
    .where('f.adviceId', '=', adviceId).where('f.removedAt', 'is', null).orderBy('f.addedAt').orderBy('f.documentId').execute()
  return rows.map(({ personId, fullName, ...row }) => ({ ...row, ...(personId === null || fullName === null ? {} : { givenBy: { id: personId, name: fullName } }) }))
}

export async function addViewsFile(tx: Tx, caseFile: CaseFile, adviceId: AdviceId, documentId: DocumentId): Promise<void> {
  await tx.db.insertInto('adviceFile').values({ localAreaId: caseFile.localAreaId, adviceId, documentId, addedAt: tx.now }).execute()
}

/** The document stays in the record; it is no longer part of the views. */
export async function removeViewsFile(tx: Tx, caseFile: CaseFile, adviceId: AdviceId, documentId: string): Promise<void> {
  await tx.db.updateTable('adviceFile').set({ removedAt: tx.now }).where('localAreaId', '=', caseFile.localAreaId)
    .where('adviceId', '=', adviceId).where('documentId', '=', documentId as DocumentId).where('removedAt', 'is', null).execute()
}
