import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { mayHelpWithOwnViews } from '../../../domain/access/parts.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { AdviceId, PersonId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { AdviceContent } from '../advice-store.ts'
import { changeAdviceState, findWorkingViews, insertAdvice, keepSave, saveAdvice, settleKeptSaves } from '../advice-store.ts'
import { insertTerm } from '../keep-out-store.ts'
import { reanchor } from '../reanchor.ts'
import type { AdviceRequest } from '../request-store.ts'
import { changeRequest, listRequests } from '../request-store.ts'
import { addViewsFile, listViewsFiles, removeViewsFile } from '../views-file-store.ts'
import { isCouncilTeam } from '../request/request-acts.ts'
import { listFamily } from '../recipient-store.ts'

export interface ViewsInput {
  readonly whose: 'parent' | 'child'
  /** Whose own views they are: the parent; for a child, the young person on the case, if there is one. */
  readonly authorId?: PersonId
  readonly version: number
  readonly content: AdviceContent
  readonly file?: CheckedUpload
  /** Drawings, photographs, recordings, films. */
  readonly kept: readonly CheckedUpload[]
  /** The documents of those that are taken out again. */
  readonly removed: readonly string[]
  /** By which way a person told staff what they think. */
  readonly channel?: string
  /** Exact words that the child does not want in the plan. */
  readonly keepOut: readonly string[]
  readonly isSent: boolean
}

export type ViewsSaved = { readonly kind: 'saved' | 'sent' | 'kept-aside'; readonly version: number }

/** Saves views or sends them to the council. Each parent writes their own; council staff may write down what they were told. */
export const saveViews = act<ViewsInput, ViewsSaved, { readonly kind: 'nothing-said' } | { readonly kind: 'not-on-this-case' }>('give-views', async (tx, caseFile, input) => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('give-views')
  const isCouncil = isCouncilTeam(caseFile)
  if (input.whose === 'parent' && !isCouncil && input.authorId !== (caseFile.actsFor ?? tx.viewer.personId)) throw new NotAllowed('give-views')
  if (input.whose === 'child' && !mayHelpWithOwnViews(caseFile.parts)) throw new NotAllowed('give-views')
  if (input.authorId !== undefined && !(await listFamily(tx, caseFile)).some(({ id }) => id === input.authorId)) return refused({ kind: 'not-on-this-case' })
  const kind = input.whose === 'parent' ? 'parental' as const : 'child-views' as const
  const existing = await findWorkingViews(tx, caseFile, kind, input.authorId)
  if (existing !== undefined && existing.version !== input.version) {
    await keepSave(tx, caseFile, existing.id, input.version, input.content)
    return ok({ kind: 'kept-aside', version: existing.version })
  }
  const isWithout = input.content.reportText.trim() === '' && input.file === undefined && input.content.documentId === undefined && input.kept.length === 0
  const standing = existing === undefined ? [] : (await listViewsFiles(tx, caseFile, existing.id)).filter(({ documentId }) => !input.removed.includes(documentId))
  if (input.isSent && isWithout && standing.length === 0) return refused({ kind: 'nothing-said' })
  const kept = input.file === undefined ? undefined
    : await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, input.file, { kind: 'views-report', audience: [] })
  const content = kept === undefined ? input.content : { ...input.content, documentId: kept.id }
  const id = existing?.id ?? tx.newId<AdviceId>()
  if (existing === undefined) {
    const request = await openRequestOf(tx, caseFile, input)
    await insertAdvice(tx, caseFile, {
      id, item: input.whose === 'parent' ? 'a' : 's19', kind, ...(request === undefined ? {} : { requestId: request.id }),
      ...(input.authorId === undefined ? {} : { authorId: input.authorId }), ...(isCouncil || caseFile.actsFor !== undefined ? { recordedBy: tx.viewer.personId } : {}),
      ...(input.channel === undefined ? {} : { channel: input.channel }),
    }, content)
  } else {
    await reanchor(tx, caseFile, existing, content.reportText)
    await saveAdvice(tx, caseFile, id, existing.version, content)
    await settleKeptSaves(tx, caseFile, id)
  }
  await keepFiles(tx, caseFile, id, input)
  const version = (existing?.version ?? 0) + 1
  if (!input.isSent) return ok({ kind: 'saved', version })
  await send(tx, caseFile, id, input)
  return ok({ kind: 'sent', version })
})

async function keepFiles(tx: Tx, caseFile: CaseFile, id: AdviceId, { kept, removed }: ViewsInput): Promise<void> {
  for (const file of kept) {
    const document = await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'views-file', audience: [] })
    await addViewsFile(tx, caseFile, id, document.id)
  }
  for (const documentId of removed) await removeViewsFile(tx, caseFile, id, documentId)
}

async function openRequestOf(tx: Tx, caseFile: CaseFile, { whose, authorId }: ViewsInput): Promise<AdviceRequest | undefined> {
  const kind = whose === 'parent' ? 'parental' : 'child-views'
  return (await listRequests(tx, caseFile)).find((request) => request.kind === kind && isOpen(request.state)
    && (whose === 'child' || request.personId === authorId))
}

async function send(tx: Tx, caseFile: CaseFile, id: AdviceId, input: ViewsInput): Promise<void> {
  await changeAdviceState(tx, caseFile, id, { state: 'given', givenAt: tx.now, ...(input.channel === undefined ? {} : { channel: input.channel }) })
  const request = await openRequestOf(tx, caseFile, input)
  if (request !== undefined) await changeRequest(tx, caseFile, request.id, { state: 'given' })
  for (const term of input.keepOut) {
    await insertTerm(tx, caseFile, { term, kind: 'withheld-by-child', why: 'The child said that this may not be shared', keepFrom: [] })
  }
  if (input.keepOut.length > 0) await recordFact(tx, caseFile, { type: 'term-kept-out', kind: 'withheld-by-child' })
  await recordFact(tx, caseFile, {
    type: 'views-recorded', adviceId: id, whose: input.whose, method: input.content.method ?? input.channel ?? 'hub',
    ...(request === undefined ? {} : { adviceRequestId: request.id }),
  })
}
