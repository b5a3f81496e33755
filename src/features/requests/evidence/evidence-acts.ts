import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument, listDraftDocuments, removeDraftDocument } from '../../../casebook/papers/documents.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { actOnDraft } from '../draft-door.ts'
import type { Draft } from '../draft-store.ts'

export const placeOf = (draft: Draft) => ({ localAreaId: draft.localAreaId, requestDraftId: draft.id })
export const mostFiles = 30

/** The same file sent twice is kept once: by its content, because a form's mark would also stop a second, different file. */
export const addEvidence = actOnDraft('add-request-evidence', async (tx, draft, { file, title }: { file: CheckedUpload; title: string }) => {
  const kept = await listDraftDocuments(tx, placeOf(draft))
  if (kept.length >= mostFiles) return refused({ kind: 'too-many' as const })
  const { sha256 } = await tx.house.files.keep(file.bytes)
  if (!kept.some((one) => one.sha256 === sha256 && one.fileName === file.fileName)) await keepDocument(tx, placeOf(draft), file, { kind: 'evidence', title, audience: [] })
  return ok(undefined)
})

export const removeEvidence = actOnDraft('remove-request-evidence', async (tx, draft, { documentId }: { documentId: DocumentId }) => ok(await removeDraftDocument(tx, placeOf(draft), documentId)))
