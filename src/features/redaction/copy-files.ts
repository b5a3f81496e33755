// The files of a copy, and the proof that they hold nothing of what was removed: every one is read back the way a curious reader
// would, its words, its parts, its properties and its bytes.

import type { House } from '../../casebook/house.ts'
import { leftBehind } from '../../domain/redaction/remove-passages.ts'
import { toDocx } from '../../platform/documents/to-docx.ts'
import { toHtml } from '../../platform/documents/to-html.tsx'
import { textOfUpload } from '../../platform/documents/text-in.ts'
import { PdfFault } from '../../platform/documents/to-pdf.ts'
import { zipParts } from '../../platform/documents/zip-guard.ts'
import type { MadeCopy } from './copy-document.ts'

export interface CopyFiles {
  readonly docx: Uint8Array
  /** Absent where this machine cannot make PDF files, or no font here has a letter of it. */
  readonly pdf?: Uint8Array
}

export async function filesOfCopy({ pdf }: Pick<House, 'pdf'>, { document }: MadeCopy): Promise<CopyFiles> {
  const docx = await toDocx(document)
  if (!pdf.available) return { docx }
  try {
    return { docx, pdf: await pdf.make(document) }
  } catch (thrown) {
    if (thrown instanceof PdfFault) return { docx }
    throw thrown
  }
}

/** Everything that can be got out of the files and the page: what a reader could see, copy, search for or dig up. */
export async function everythingIn({ docx, pdf }: CopyFiles, { document, text }: Pick<MadeCopy, 'document' | 'text'>): Promise<string[]> {
  const parts = zipParts(docx).map((part) => `${part.name}\n${Buffer.from(part.unpack()).toString('utf8')}`)
  const read = await textOfUpload(docx, 'docx')
  const all = [text, toHtml(document), ...parts, ...parts.map(withoutTags), read.ok ? read.value.text : '']
  if (pdf === undefined) return all
  const readPdf = await textOfUpload(pdf, 'pdf')
  if (!readPdf.ok) throw new Error('the PDF of a copy cannot be read back, so it cannot be vouched for')
  return [...all, readPdf.value.text]
}

const withoutTags = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '')

/** In packed bytes three letters stand by chance; this many do not. */
const shortestInBytes = 6

/**
 * Removed words that can still be got out of the files. `spared` are names that may stand, the child's and the reader's own; `stays`
 * is what the second person saw standing elsewhere and let stay.
 */
export async function recoverable(files: CopyFiles, copy: MadeCopy, { spared, stays }: { spared: readonly string[]; stays: readonly string[] }): Promise<string[]> {
  const whole = (await everythingIn(files, copy)).join('\n')
  const known = new Set(stays)
  const bytes = [files.docx, ...(files.pdf === undefined ? [] : [files.pdf])].map((file) => Buffer.from(file.buffer, file.byteOffset, file.length))
  const inBytes = copy.removed.filter((words) => words.length >= shortestInBytes && bytes.some((file) => file.includes(words, 0, 'utf8') || file.includes(words, 0, 'utf16le')))
  return [...new Set([...leftBehind(copy.removed, whole, spared), ...inBytes])].filter((words) => !known.has(words))
}
