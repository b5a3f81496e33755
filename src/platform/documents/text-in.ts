import { ok, refused, type Outcome } from '../../domain/outcome.ts'
import { textOfDocx } from './docx-in.ts'
import type { KeptText } from './kept-text.ts'
import { textOfPdf } from './pdf-in.ts'
import { decodedText, textOfMarkdown, textOfPlain } from './plain-in.ts'
import { zipVerdict } from './zip-guard.ts'

export type UploadType = 'docx' | 'pdf' | 'txt' | 'md'
export type UploadRefusal = 'no-text' | 'encrypted' | 'broken' | 'too-large' | 'not-supported'

export const mostUploadBytes = 30 * 1024 * 1024
const mostLetters = 3_000_000

/** What a file says it is by its name; its first bytes have the last word when it is read. */
export const uploadTypeOf = (fileName: string): UploadType | undefined => {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (ending === 'docx' || ending === 'pdf' || ending === 'txt' || ending === 'md') return ending
  return ending === 'markdown' ? 'md' : undefined
}

/** The words of an uploaded report with its structure, or why they cannot be had. The file itself stays as it is. */
export const textOfUpload = async (bytes: Uint8Array, type: UploadType): Promise<Outcome<KeptText, UploadRefusal>> => {
  if (bytes.length > mostUploadBytes) return refused('too-large')
  const read = await readers[type](bytes)
  if (typeof read === 'string') return refused(read)
  if (read.text.length > mostLetters) return refused('too-large')
  return /[\p{L}\p{N}]/u.test(read.text) ? ok(read) : refused('no-text')
}

/** A refusal in plain words for the page. */
export const uploadRefusalWords: Readonly<Record<UploadRefusal, string>> = {
  'no-text': 'This file has no words that can be read, only pictures of pages. Upload the Word file or PDF that it was printed '
    + 'from, or type in the words.',
  encrypted: 'This file needs a password to open it. Save a copy that opens without a password and upload that.',
  broken: 'This file cannot be opened. It may be damaged or be another kind of file. Save it again and upload the new copy.',
  'too-large': 'This file is too large. Make it smaller, for example by taking out pictures, and upload it again.',
  'not-supported': 'This kind of file cannot be read. Save it as a Word file (docx) or a PDF and upload that.',
}

type Reader = (bytes: Uint8Array) => Promise<KeptText | UploadRefusal>

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b)
/** The older container (MS-CFB): Word 97 files, and new ones under a password. */
const isCompoundFile = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

const readDocx: Reader = async (bytes) => {
  if (isCompoundFile(bytes)) {
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'not-supported'
  }
  if (!isZip(bytes)) return 'broken'
  const verdict = zipVerdict(bytes)
  if (verdict !== 'fine') return verdict
  return textOfDocx(bytes)
}

const readPdf: Reader = async (bytes) => (isPdf(bytes) ? textOfPdf(bytes) : 'broken')

const readText = (read: (text: string) => KeptText): Reader => async (bytes) => {
  if (isZip(bytes) || isCompoundFile(bytes) || isPdf(bytes)) return 'not-supported'
  const text = decodedText(bytes)
  return text === undefined ? 'broken' : read(text)
}

const readers: Readonly<Record<UploadType, Reader>> = {
  docx: readDocx, pdf: readPdf, txt: readText(textOfPlain), md: readText(textOfMarkdown),
}
