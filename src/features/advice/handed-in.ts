// A report handed in as a file: looked at, read, and ready to be kept beside its words.

import type { CheckedUpload } from '../../casebook/papers/documents.ts'
import { checkUpload, uploadRefusalWords as fileWords } from '../../casebook/papers/documents.ts'
import type { KeptText } from '../../platform/documents/kept-text.ts'
import { textOfUpload, uploadRefusalWords, uploadTypeOf } from '../../platform/documents/text-in.ts'
import type { FormBody, UploadedFile } from '../../platform/http/form-body.ts'

export type HandedIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'read'; readonly file: CheckedUpload; readonly report: KeptText }

/** For the browser's picker: a help, never the check. */
export const reportEndings = '.docx,.pdf,.txt,.md'

export async function readHandedIn(form: FormBody, field: string): Promise<HandedIn> {
  const given = form.files.find((one) => one.field === field)
  return given === undefined ? { kind: 'none' } : readReport(given)
}

async function readReport(given: UploadedFile): Promise<Exclude<HandedIn, { kind: 'none' }>> {
  const checked = checkUpload(given)
  if (!checked.ok) return { kind: 'wrong', message: fileWords(checked.refusal) }
  const type = uploadTypeOf(checked.value.fileName)
  if (type === undefined) return { kind: 'wrong', message: 'The selected file must be a Word file (docx), a PDF or a plain text' }
  const read = await textOfUpload(given.bytes, type)
  if (!read.ok) return { kind: 'wrong', message: uploadRefusalWords[read.refusal] }
  return { kind: 'read', file: checked.value, report: read.value }
}

/** What a family hands in with its views: at most one report whose words are read, and whatever else is kept to be seen or heard. */
export interface HandedInViews {
  readonly report: HandedIn
  readonly kept: readonly CheckedUpload[]
  /** Names of everything that was taken, for whoever has to choose it again. */
  readonly names: readonly string[]
}

/** More than this is an album: the council would not find what matters in it. */
export const mostViewsFiles = 10

export async function readViewsFiles(form: FormBody, field: string, keptBefore: number): Promise<HandedInViews> {
  const given = form.files.filter((one) => one.field === field)
  const named = (name: string, message: string): string => (given.length === 1 ? message : `“${name}”: ${message}`)
  let report: HandedIn = { kind: 'none' }
  const kept: CheckedUpload[] = []
  const wrong: string[] = []
  for (const one of given) {
    const checked = checkUpload(one)
    if (!checked.ok) {
      wrong.push(named(one.fileName, fileWords(checked.refusal)))
      continue
    }
    const file = checked.value
    const type = uploadTypeOf(file.fileName)
    const read = type === undefined ? undefined : await textOfUpload(one.bytes, type)
    // A scanned drawing is a PDF without words: it is kept to be looked at, as a photograph of it would be.
    if (read === undefined || (!read.ok && read.refusal === 'no-text')) kept.push(file)
    else if (!read.ok) wrong.push(named(one.fileName, uploadRefusalWords[read.refusal]))
    else if (report.kind === 'read') wrong.push(named(one.fileName, 'Add one written file at a time. Pictures and recordings can be added together'))
    else report = { kind: 'read', file, report: read.value }
  }
  if (keptBefore + kept.length > mostViewsFiles) wrong.push(`You can add up to ${mostViewsFiles} pictures, recordings and films. Take one out first, or give us the rest by post or phone`)
  const [first] = wrong
  const names = [...(report.kind === 'read' ? [report.file.fileName] : []), ...kept.map(({ fileName }) => fileName)]
  return { report: first === undefined ? report : { kind: 'wrong', message: first }, kept: first === undefined ? kept : [], names }
}
