// A report handed in as a file: looked at, read, and ready to be kept beside its words.

import type { CheckedUpload } from '../../casebook/documents.ts'
import type { KeptText } from '../../platform/documents/kept-text.ts'
import { textOfUpload, uploadRefusalWords, uploadTypeOf } from '../../platform/documents/text-in.ts'
import { checkFile, fileRefusalWords } from '../../platform/files/file-type.ts'
import type { FormBody } from '../../platform/http/form-body.ts'

export type HandedIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'read'; readonly file: CheckedUpload; readonly report: KeptText }

/** For the browser's picker: a help, never the check. */
export const reportEndings = '.docx,.pdf,.txt,.md'
const limitWords = '25MB'

export async function readHandedIn(form: FormBody, field: string): Promise<HandedIn> {
  const given = form.files.find((one) => one.field === field)
  if (given === undefined) return { kind: 'none' }
  const checked = checkFile(given)
  if (!checked.ok) return { kind: 'wrong', message: fileRefusalWords(checked.refusal, limitWords) }
  const { contentType, cleanName } = checked.value
  const type = uploadTypeOf(cleanName)
  if (type === undefined) return { kind: 'wrong', message: 'The selected file must be a Word file (docx), a PDF or a plain text' }
  const read = await textOfUpload(given.bytes, type)
  if (!read.ok) return { kind: 'wrong', message: uploadRefusalWords[read.refusal] }
  return { kind: 'read', file: { fileName: cleanName, contentType, bytes: given.bytes }, report: read.value }
}
