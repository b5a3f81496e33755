import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { AdviceId, AdviceRequestId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { ReuseRefusal } from '../../../domain/rights/advisers-required.ts'
import { mayReuseAdvice } from '../../../domain/rights/advisers-required.ts'
import type { AdviceContent } from '../advice-store.ts'
import { findAdviceFor, insertAdvice } from '../advice-store.ts'
import { changeRequest, getRequest } from '../request-store.ts'

export const agreeing = ['adviser', 'authority', 'family'] as const
export type Agreeing = (typeof agreeing)[number]

export interface ReuseInput {
  readonly requestId: AdviceRequestId
  readonly content: AdviceContent
  readonly file?: CheckedUpload
  /** Who agreed for each of the three, and when, in words. */
  readonly agreed: Partial<Readonly<Record<Agreeing, string>>>
}

export type ReuseActRefusal = { readonly kind: 'not-open' } | { readonly kind: 'being-written' } | { readonly kind: 'not-agreed'; readonly why: ReuseRefusal }

/** SEND Regulations 2014, reg 6(4): earlier advice stands when its provider, the council and the family are all satisfied. */
export const reuseAdvice = act<ReuseInput, AdviceId, ReuseActRefusal>('reuse-advice', async (tx, caseFile, input) => {
  const request = await getRequest(tx, caseFile, input.requestId)
  if (!isOpen(request.state)) return refused({ kind: 'not-open' })
  const item = request.item === 's19' ? 'a' : request.item
  const may = mayReuseAdvice({ item, agreedBy: agreeing.filter((party) => input.agreed[party] !== undefined) })
  if (!may.ok) return refused({ kind: 'not-agreed', why: may.refusal })
  if (await findAdviceFor(tx, caseFile, request.id) !== undefined) return refused({ kind: 'being-written' })
  const kept = input.file === undefined ? undefined
    : await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, input.file, { kind: 'advice-report', audience: [] })
  const id = tx.newId<AdviceId>()
  await insertAdvice(tx, caseFile, {
    id, requestId: request.id, item: request.item, kind: request.kind, state: 'accepted', isEarlier: true, reuseAgreed: input.agreed,
    ...(request.personId === undefined ? {} : { authorId: request.personId }), ...(request.organisationId === undefined ? {} : { organisationId: request.organisationId }),
    ...(tx.viewer.kind === 'person' ? { recordedBy: tx.viewer.personId } : {}),
  }, kept === undefined ? input.content : { ...input.content, documentId: kept.id })
  await changeRequest(tx, caseFile, request.id, { state: 'reused' })
  await recordFact(tx, caseFile, { type: 'earlier-advice-reused', adviceId: id, adviceRequestId: request.id, by: input.content.authorName })
  return ok(id)
})
