import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { AdviceId, AdviceRequestId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { AdviceContent } from '../advice-store.ts'
import { findAdviceFor, insertAdvice, keepSave, saveAdvice, settleKeptSaves } from '../advice-store.ts'
import { reanchor } from '../reanchor.ts'
import { isAskedOf, isCouncilTeam } from '../request/request-acts.ts'
import { getRequest } from '../request-store.ts'

export interface SaveInput {
  readonly requestId: AdviceRequestId
  /** The version that the page was made from; 0 before there was any. */
  readonly version: number
  readonly content: AdviceContent
  readonly file?: CheckedUpload
  /** How it reached the council, when staff enter it. */
  readonly channel?: string
  /** Saves that came too late have been looked through by the author. */
  readonly settlesKept: boolean
}

export type Saved =
  | { readonly kind: 'saved'; readonly adviceId: AdviceId; readonly version: number; readonly marksLost: number }
  /** Somebody saved in between: nothing was overwritten, and these words are kept beside. */
  | { readonly kind: 'kept-aside'; readonly adviceId: AdviceId; readonly version: number }

export type SaveRefusal = { readonly kind: 'not-open' }

/**
 * Saves working advice. It is its author's paper until it is sent, so it leaves no fact in the case's ledger; who saved
 * which version stands in its own row.
 */
export const saveWorkingAdvice = act<SaveInput, Saved, SaveRefusal>('give-advice', async (tx, caseFile, input) => {
  const request = await getRequest(tx, caseFile, input.requestId)
  const isOwn = isAskedOf(tx, caseFile, request)
  if (tx.viewer.kind !== 'person' || (!isOwn && !isCouncilTeam(caseFile))) throw new NotAllowed('give-advice')
  if (!isOpen(request.state)) return refused({ kind: 'not-open' })
  const existing = await findAdviceFor(tx, caseFile, request.id)
  // Council staff enter what reached them; they do not look into, or write over, what the adviser is writing.
  if (existing !== undefined && !isOwn && existing.begunBy !== tx.viewer.personId) throw new NotAllowed('give-advice')
  if (existing !== undefined && existing.version !== input.version) {
    await keepSave(tx, caseFile, existing.id, input.version, input.content)
    return ok({ kind: 'kept-aside', adviceId: existing.id, version: existing.version })
  }
  const kept = input.file === undefined ? undefined
    : await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, input.file, { kind: 'advice-report', title: input.file.fileName, audience: [] })
  const content = kept === undefined ? input.content : { ...input.content, documentId: kept.id }
  if (existing === undefined) {
    const id = tx.newId<AdviceId>()
    const authorId = isOwn ? request.personId ?? tx.viewer.personId : request.personId
    await insertAdvice(tx, caseFile, {
      id, requestId: request.id, item: request.item, kind: request.kind, ...(authorId === undefined ? {} : { authorId }),
      ...(request.organisationId === undefined ? {} : { organisationId: request.organisationId }),
      ...(isOwn ? {} : { recordedBy: tx.viewer.personId }), ...(input.channel === undefined ? {} : { channel: input.channel }),
    }, content)
    return ok({ kind: 'saved', adviceId: id, version: 1, marksLost: 0 })
  }
  const marksLost = await reanchor(tx, caseFile, existing, content.reportText)
  await saveAdvice(tx, caseFile, existing.id, existing.version, content)
  if (input.settlesKept) await settleKeptSaves(tx, caseFile, existing.id)
  return ok({ kind: 'saved', adviceId: existing.id, version: existing.version + 1, marksLost })
})
