// The files of an upload: those that were chosen, and those inside a zip, each looked at as if it had come alone.

import type { UploadedFile } from '../../../platform/http/form-body.ts'
import { zipParts, zipVerdict } from '../../../platform/documents/zip-guard.ts'

/** What the door of the web takes for one file (platform/http/multipart.ts). */
const largestFile = 25 * 1024 * 1024

export type ZipRefusal = 'broken' | 'encrypted' | 'too-large' | 'cut-off'

export const zipRefusalWords: Readonly<Record<ZipRefusal, string>> = {
  broken: 'The zip file is damaged or was not saved completely. Make it again',
  encrypted: 'The zip file has a password. Make one without',
  'too-large': 'The zip file unpacks to more than 80MB. Make several smaller ones, or ask whoever runs the hub to use the command',
  'cut-off': 'The zip file must be smaller than 25MB. Make several smaller ones, or ask whoever runs the hub to use the command',
}

export const isZipFile = ({ fileName, bytes }: Pick<UploadedFile, 'fileName' | 'bytes'>): boolean => /\.zip$/i.test(fileName) && bytes[0] === 0x50 && bytes[1] === 0x4b

/** The files inside, by the end of their path: folders, and what computers add for themselves, are none. */
export function filesInZip(zip: UploadedFile): readonly UploadedFile[] | ZipRefusal {
  if (zip.isTooBig) return 'cut-off'
  const verdict = zipVerdict(zip.bytes)
  if (verdict !== 'fine') return verdict
  return zipParts(zip.bytes).filter(({ name }) => isRealFile(name)).map(({ name, unpack }) => {
    const bytes = unpack()
    return { field: zip.field, fileName: nameOf(name), bytes, isTooBig: bytes.length > largestFile }
  })
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** Word's own lock files begin with "~$"; "__MACOSX" and ".DS_Store" are the computer's. */
export const isRealFile = (path: string): boolean => !/[\\/]$/.test(path) && !/(?:^|[\\/])(?:__MACOSX[\\/]|\.|~\$|Thumbs\.db$)/i.test(path)
