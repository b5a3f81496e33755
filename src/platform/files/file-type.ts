// What an uploaded file is. Its content decides, never its name or what the browser claims; name and content must agree.

import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { cleanFileName, extensionOf } from './clean-file-name.ts'
import { isCompoundFile } from './compound-file.ts'
import type { ContentVerdict } from './content-verdict.ts'
import { bufferOf } from './content-verdict.ts'
import type { FileKind } from './file-kinds.ts'
import { kindRow, kindsNamed } from './file-kinds.ts'
import { mediaContent } from './media-content.ts'
import { compoundContent, richTextContent, zipContent } from './office-content.ts'
import { isPdf, pdfContent } from './pdf-content.ts'
import { beginsAsProgram, isProgramExtension } from './program-marks.ts'
import { textContent } from './text-content.ts'

export interface CheckedFile {
  readonly contentType: string
  /** Without the dot. */
  readonly extension: string
  /** To be shown and offered for download; never a path. */
  readonly cleanName: string
}

export type FileRefusal = 'too-big' | 'empty' | 'broken' | 'wrong-type' | 'holds-program' | 'name-and-content-differ' | 'locked' | 'hides-sheets'

export interface GivenFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** It went over the limit and was cut off on the way in. */
  readonly isTooBig: boolean
}

/** Whether a file may be taken, and as what. Never throws, whatever the bytes. A malware scanner comes after this. */
export function checkFile({ fileName, bytes, isTooBig }: GivenFile): Outcome<CheckedFile, FileRefusal> {
  if (isTooBig) return refused('too-big')
  if (bytes.length === 0) return refused('empty')
  const extension = extensionOf(fileName)
  if (isProgramExtension(extension)) return refused('holds-program')
  const content = contentOf(bytes, extension)
  if (content === 'broken' || content === 'holds-program' || content === 'locked' || content === 'hides-sheets') return refused(content)
  // A picture called .pdf is a muddle that can be put right; a zip called .zip is simply not taken.
  const isNameTaken = kindsNamed(extension).length > 0
  if (content === 'unknown' || content === 'other-container') return refused(isNameTaken ? 'name-and-content-differ' : 'wrong-type')
  return named(content, fileName, extension)
}

function named(kind: FileKind, fileName: string, given: string): Outcome<CheckedFile, FileRefusal> {
  const row = kindRow(kind)
  const right = (extension: string): Outcome<CheckedFile, FileRefusal> =>
    ok({ contentType: row.contentType, extension, cleanName: cleanFileName(fileName, extension) })
  if (given === '') return right(row.extensions[0])
  if (row.extensions.includes(given)) return right(given)
  const claimed = kindsNamed(given)
  // Text is not a type of its own: letters in a ".log" or ".json" are none of the files that are taken.
  if (claimed.length === 0) return refused('wrong-type')
  const isSameFamily = row.family !== undefined && claimed.some((one) => kindRow(one).family === row.family)
  return isSameFamily ? right(row.extensions[0]) : refused('name-and-content-differ')
}

/** By the first bytes, then by what is inside. A start that more than one kind may have is settled in the order of harm. */
function contentOf(bytes: Uint8Array, extension: string): ContentVerdict {
  if (beginsAsProgram(bytes)) return 'holds-program'
  const view = bufferOf(bytes)
  if (isCompoundFile(bytes)) return compoundContent(bytes)
  if (view.toString('latin1', 0, 4) === 'PK\u0003\u0004') return zipContent(bytes)
  if (view.toString('latin1', 0, 5) === '{\\rtf') return richTextContent(bytes)
  const media = mediaContent(bytes)
  if (media !== undefined) return media
  return isPdf(bytes) ? pdfContent(bytes) : textContent(bytes, extension)
}

/** What the page says beside the field. `limitWords` is the largest size, as "25MB". */
export function fileRefusalWords(refusal: FileRefusal, limitWords: string): string {
  switch (refusal) {
    case 'too-big': return `The selected file must be smaller than ${limitWords}`
    case 'empty': return 'The selected file is empty'
    case 'broken': return 'The selected file is damaged or was not saved completely. Open it, save it again and choose it again'
    case 'wrong-type': return 'The selected file must be a document, spreadsheet, picture, sound or video file, or a saved email'
    case 'holds-program': return 'The selected file contains a program or macros. Save it as a PDF and choose the PDF'
    case 'name-and-content-differ':
      return 'The selected file is not the type its name says. Open it, save it again from that program and choose it again'
    case 'hides-sheets': return 'The selected file has hidden sheets or rows. Save what you want to share as a PDF and choose the PDF'
    case 'locked': return 'The selected file needs a password to open it. Save a copy that opens without a password and choose that'
  }
}
