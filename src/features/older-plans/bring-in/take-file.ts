// One file of a batch: kept as an older plan that waits to be read, or noted with why it was not taken. The same bytes are the same plan.

import { enqueue } from '../../../casebook/queue.ts'
import type { LookedAtOne } from '../../../casebook/papers/uploads.ts'
import type { UploadRefusal } from '../../../casebook/papers/uploads.ts'
import { uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import { wordFileRefusalWords } from '../../../platform/documents/word-file-in.ts'
import { wordType } from '../../../casebook/plan/issued-files.ts'
import { keepOlderPlan, noteFile, type FileOutcome } from '../batch-store.ts'
import { readJob } from '../reading/read-older-plans.ts'

export interface Place { readonly localAreaId: LocalAreaId; readonly batchId: string; readonly no: number }

export interface Taken { readonly fileName: string; readonly outcome: FileOutcome; readonly why?: string }

const saveAsWord = 'Open it in Word, choose Save as, Word document (docx), and bring in that'

/** What to do with a file that is no docx. A PDF can be made one, and then has to be looked through. */
const notWordWords = (fileName: string): string => (/\.pdf$/i.test(fileName)
  ? 'A PDF is not read. Bring in the Word file that it was made from. If there is none, open the PDF in Word, choose Save as, Word document (docx), look through it, and bring in that'
  : /\.docm?$/i.test(fileName) ? `The file is of an older or another kind of Word. ${saveAsWord}` : wordFileRefusalWords['not-word'])

/** The usual words of the door say to save a PDF, which is no help here. */
const refusalWordsFor = (fileName: string, refusal: UploadRefusal): string => {
  if (refusal === 'holds-program') return `The file contains a program or macros. ${saveAsWord}`
  const isAnotherKind = refusal === 'wrong-type' || (/\.doc$/i.test(fileName) && (refusal === 'broken' || refusal === 'name-and-content-differ'))
  return isAnotherKind ? notWordWords(fileName) : uploadRefusalWords(refusal)
}

export async function takeFile(tx: Tx, { localAreaId, batchId, no }: Place, { fileName, looked }: LookedAtOne): Promise<Taken> {
  const refuse = async (why: string): Promise<Taken> => {
    await noteFile(tx, localAreaId, batchId, no, { fileName, outcome: 'refused', why })
    return { fileName, outcome: 'refused', why }
  }
  if (!looked.ok) return refuse(refusalWordsFor(fileName, looked.refusal))
  if (looked.value.contentType !== wordType) return refuse(notWordWords(fileName))
  const { sha256 } = await tx.house.files.keep(looked.value.bytes)
  const { id, outcome } = await keepOlderPlan(tx, localAreaId, looked.value, { fileName, sha256 })
  await noteFile(tx, localAreaId, batchId, no, { fileName, outcome, olderPlanId: id })
  // One waiting job reads all that wait: a thousand files need no thousand jobs.
  if (outcome === 'in') await enqueue(tx, readJob, {}, { key: readJob })
  return { fileName, outcome }
}
