// The files of a plan, made from its one document. A machine that cannot make PDF files never keeps a plan from being issued:
// the web page prints, and the Word file has the same words.

import type { House } from '../house.ts'
import { toDocx } from '../../platform/documents/to-docx.ts'
import { PdfFault } from '../../platform/documents/to-pdf.ts'
import type { PrintedDocument } from '../../platform/documents/printed-document.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The PDF, or why there is none. */
export async function pdfOf({ pdf }: Pick<House, 'pdf'>, document: PrintedDocument): Promise<{ bytes: Uint8Array } | { problem: string }> {
  if (!pdf.available) return { problem: pdf.why }
  try {
    return { bytes: await pdf.make(document) }
  } catch (thrown) {
    // Letters that no font here can draw, or a compiler that gave up: known, said to the reader, and no reason to hold the plan.
    if (thrown instanceof PdfFault) return { problem: `A PDF of this plan could not be made (${thrown.message}). The web page and the Word file have the same words.` }
    throw thrown
  }
}

export interface MadeFiles {
  readonly docxSha256: string
  readonly pdfSha256?: string
  readonly pdfProblem?: string
}

/** Makes and keeps the PDF and the Word file. Bytes are kept by what they are: an act that is undone leaves no trace in the record. */
export async function keepFiles(house: House, document: PrintedDocument): Promise<MadeFiles> {
  const docx = await house.files.keep(await toDocx(document))
  const pdf = await pdfOf(house, document)
  if ('problem' in pdf) return { docxSha256: docx.sha256, pdfProblem: pdf.problem }
  return { docxSha256: docx.sha256, pdfSha256: (await house.files.keep(pdf.bytes)).sha256 }
}
