import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { makeCopy } from '../copy-document.ts'
import { changeRedaction, getRedaction, listPassages } from '../redaction-store.ts'

export type CheckInput =
  | { readonly redactionId: string; readonly answer: 'release'; readonly sha256: string; readonly files: { readonly docxSha256: string; readonly pdfSha256?: string } }
  | { readonly redactionId: string; readonly answer: 'return'; readonly words: string }

export interface ReleaseRefusal { readonly kind: 'not-waiting' | 'own-marks' | 'changed-since' }

/** The second person's answer. What they read, by its hash, is what the reader gets; whoever marked it cannot give it. */
export const releaseCopy = act('release-copy', async (tx, caseFile, input: CheckInput): Promise<Outcome<null, ReleaseRefusal>> => {
  const { redactionId } = input
  const redaction = await getRedaction(tx, caseFile, redactionId)
  if (tx.viewer.kind !== 'person') return refused({ kind: 'not-waiting' })
  if (input.answer === 'return') {
    if (redaction.state === 'marking') return refused({ kind: 'not-waiting' })
    await changeRedaction(tx, caseFile, redactionId, { to: 'marking', returnedWords: input.words })
    await recordFact(tx, caseFile, { type: 'copy-returned', redactionId, wasReleased: redaction.state === 'released' })
    return ok(null)
  }
  if (redaction.state !== 'checking') return refused({ kind: 'not-waiting' })
  if (redaction.markedBy === tx.viewer.personId) return refused({ kind: 'own-marks' })
  const passages = await listPassages(tx, caseFile, redactionId)
  const copy = makeCopy(redaction, passages, caseFile.area.councilName)
  if (copy.sha256 !== input.sha256) return refused({ kind: 'changed-since' })
  await changeRedaction(tx, caseFile, redactionId, { to: 'released', releasedBy: tx.viewer.personId, copy: { title: copy.title, text: copy.text, blocks: copy.blocks, sha256: copy.sha256, ...input.files } })
  await recordFact(tx, caseFile, { type: 'copy-released', redactionId, reader: redaction.readerName, removed: passages.filter(({ choice }) => choice === 'remove').length, sha256: copy.sha256 })
  return ok(null)
})
