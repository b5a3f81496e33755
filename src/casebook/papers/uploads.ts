// The one door for files from outside. Before any page sees a form, each file in it is typed by its content, drawn anew when it is
// a picture, emptied of notes when it is a film, and looked through by the virus scanner. What the scanner could not answer for
// in time is kept and waits (casebook/papers/scan-waiting.ts); nobody opens it until it is clean.

import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { cleanFilm, isBoxedFilm } from '../../platform/files/clean-film.ts'
import type { PictureRefusal } from '../../platform/files/clean-picture.ts'
import { cleanPicture, isPicture, pictureRefusalWords } from '../../platform/files/clean-picture.ts'
import type { FileRefusal } from '../../platform/files/file-type.ts'
import { checkFile, fileRefusalWords } from '../../platform/files/file-type.ts'
import type { UploadedFile } from '../../platform/http/form-body.ts'
import { FormBody } from '../../platform/http/form-body.ts'
import type { House } from '../house.ts'

/** An upload that was looked at and may be kept. */
export interface CheckedUpload {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
  /** Which scanner found it clean; absent while it has to wait for one. */
  readonly scannedBy?: string
}

export type UploadRefusal = FileRefusal | PictureRefusal | 'none-chosen' | 'infected' | 'not-scannable'

/** A file of a form after it came through the door. */
interface LookedAt extends UploadedFile {
  readonly looked: Outcome<CheckedUpload, UploadRefusal>
}

/** How long a person waits for the scanner before the file waits instead. */
const patience = 5000

/** The same form with every file looked at. */
export async function lookThrough(house: House, form: FormBody): Promise<FormBody> {
  if (form.files.length === 0) return form
  const files: LookedAt[] = []
  // One after the other: ten pictures at once would need ten times the memory.
  for (const file of form.files) {
    // Long ones that pass through the disk are read by rules of their own and given back to nobody.
    if (file.passing !== undefined) return form
    const looked = await lookAt(house, file)
    files.push({ ...file, bytes: looked.ok ? looked.value.bytes : file.bytes, looked })
  }
  return new FormBody(new Map(form.names().map((name) => [name, form.all(name)])), files)
}

/** What came of one of many files. */
export interface LookedAtOne { readonly fileName: string; readonly looked: Outcome<CheckedUpload, UploadRefusal> }

/**
 * The same door for a folder or a zip of files. Once the scanner did not answer in time it is not asked for the others: they wait
 * for it together, and nobody waits five seconds for each of a thousand.
 */
export async function* lookAtEach(house: House, files: Iterable<UploadedFile> | AsyncIterable<UploadedFile>): AsyncGenerator<LookedAtOne> {
  let isThere = true
  for await (const file of files) {
    const looked = await lookAt(house, file, isThere)
    if (looked.ok && looked.value.scannedBy === undefined) isThere = false
    yield { fileName: file.fileName, looked }
  }
}

async function lookAt(house: House, file: UploadedFile, asksScanner = true): Promise<Outcome<CheckedUpload, UploadRefusal>> {
  const checked = checkFile(file)
  if (!checked.ok) return checked
  const { cleanName: fileName, contentType } = checked.value
  // As it came: drawing a picture anew may take away what the scanner would have known.
  const answer = asksScanner ? await house.scanner.scan(file.bytes, { withinMs: patience }) : { verdict: 'unanswered' as const }
  if (answer.verdict === 'infected') return refused('infected')
  if (answer.verdict === 'refused') return refused('not-scannable')
  const cleaned = await cleanedBytes(file.bytes, contentType)
  if (!cleaned.ok) return cleaned
  return ok({ fileName, contentType, bytes: cleaned.value, ...(answer.verdict === 'clean' ? { scannedBy: house.scanner.name } : {}) })
}

async function cleanedBytes(bytes: Uint8Array, contentType: string): Promise<Outcome<Uint8Array, PictureRefusal>> {
  if (isPicture(contentType)) return cleanPicture(bytes, contentType)
  return ok(isBoxedFilm(contentType) ? cleanFilm(bytes) : bytes)
}

/** What a form's file may be kept as, or why it is not taken. */
export function checkUpload(file: UploadedFile | undefined): Outcome<CheckedUpload, UploadRefusal> {
  if (file === undefined) return refused('none-chosen')
  if (!isLookedAt(file)) throw new Error('a file reached a page without being looked through')
  return file.looked
}

const isLookedAt = (file: UploadedFile): file is LookedAt => 'looked' in file

/** Why a file was not taken, in the words of the GOV.UK file upload pattern. */
export function uploadRefusalWords(refusal: UploadRefusal): string {
  switch (refusal) {
    case 'none-chosen': return 'Select a file'
    case 'infected': return 'The selected file contains a virus'
    case 'not-scannable': return 'The selected file could not be checked for viruses. Make it smaller and choose it again'
    case 'too-many-dots': case 'kind-not-drawn': case 'no-drawing-here': return pictureRefusalWords(refusal)
    default: return fileRefusalWords(refusal, '25MB')
  }
}
