import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { wordsOfFile } from '../../../casebook/papers/document-words.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Part } from '../../../domain/access/parts.ts'
import { family, isOfFamily, professionals } from '../../../domain/access/parts.ts'
import { ok } from '../../../domain/outcome.ts'

/** Who may open it: everybody with a working part, those whom it comes from or goes to, or the council alone. */
export const shares = ['everybody', 'family', 'council'] as const
export type Share = (typeof shares)[number]

export interface EvidenceInput {
  readonly file: CheckedUpload
  readonly title: string
  readonly share: Share
}

/** Keeps a document with the case. What one family member sends is never opened to another: they keep sight of their own. */
export const addEvidence = act('add-evidence', async (tx, caseFile, { file, title, share }: EvidenceInput) => {
  const fromFamily = isOfFamily(caseFile.parts)
  const audience: Part[] = [...(share === 'everybody' ? professionals : []), ...(fromFamily || share === 'council' ? [] : family)]
  // What the council alone reads does not leave it.
  if (share !== 'council') await checkBeforeSending(tx, caseFile, { what: 'document', text: `${title}\n${await wordsOfFile(file.bytes, file.fileName)}` })
  const kept = await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'evidence', title, audience })
  await recordFact(tx, caseFile, { type: 'evidence-added', documentId: kept.id, title: kept.title })
  return ok(kept.id)
})
