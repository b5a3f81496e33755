// What Word, Excel, PowerPoint, OpenDocument, Outlook and rich text files are by their content.

import type { ZipPart } from '../documents/zip-guard.ts'
import { zipParts, zipVerdict } from '../documents/zip-guard.ts'
import { compoundEntries, isCompoundFile } from './compound-file.ts'
import type { CompoundEntry } from './compound-file.ts'
import type { ContentVerdict } from './content-verdict.ts'
import { bufferOf } from './content-verdict.ts'
import { beginsAsProgram, carriesWindowsProgram, isProgramName } from './program-marks.ts'

/** Office Open XML and OpenDocument files are zips; what they are is told by the parts inside. */
export function zipContent(bytes: Uint8Array): ContentVerdict {
  const verdict = zipVerdict(bytes)
  if (verdict === 'encrypted') return 'locked'
  if (verdict !== 'fine') return 'broken' // cut off, or larger unpacked than any report: nothing is unpacked further
  const parts = zipParts(bytes)
  const textOf = (name: string): string => bufferOf(parts.find((part) => part.name === name)?.unpack() ?? new Uint8Array()).toString('utf8')
  const contentTypes = textOf('[Content_Types].xml')
  const openDocument = textOf('mimetype').trim()
  if (contentTypes === '' && openDocument === '') return parts.some(isProgramPart) ? 'holds-program' : 'other-container'
  if (/macroEnabled|vbaProject|activeX/i.test(contentTypes) || parts.some(isProgramPart)) return 'holds-program'
  if (/wordprocessingml\.document\.main/.test(contentTypes)) return 'docx'
  if (/spreadsheetml\.sheet\.main/.test(contentTypes)) return hidesExcelSheets(parts, textOf('xl/workbook.xml')) ? 'hides-sheets' : 'xlsx'
  if (/presentationml\.(presentation|slideshow)\.main/.test(contentTypes)) return 'pptx'
  if (openDocument !== '' && /<manifest:encryption-data/.test(textOf('META-INF/manifest.xml'))) return 'locked'
  if (openDocument === 'application/vnd.oasis.opendocument.text') return 'odt'
  if (openDocument !== 'application/vnd.oasis.opendocument.spreadsheet') return 'other-container'
  return /<style:table-properties\b[^>]*table:display="false"/.test(textOf('content.xml')) ? 'hides-sheets' : 'ods'
}

/**
 * Rows that nobody sees on opening it and everybody has who gets it: a hidden sheet, the kept source of a pivot table, cells kept of
 * another workbook. Three published breaches of thousands of people each were such a file (ICO: do not publish from spreadsheets).
 */
const hidesExcelSheets = (parts: readonly ZipPart[], workbook: string): boolean =>
  /<(?:\w+:)?sheet\b[^>]*\bstate="(?:veryH|h)idden"/.test(workbook) || parts.some(({ name }) => /^xl\/(?:pivotCache|externalLinks)\//i.test(name))

function isProgramPart(part: ZipPart): boolean {
  if (/(^|\/)(vbaProject\.bin|activeX\d*\.(bin|xml))$/i.test(part.name) || /^(Basic|Scripts)\/./.test(part.name)) return true
  if (isProgramName(part.name)) return true
  // Objects packed into a document lie in "embeddings" (Office) or "Object 1" (OpenDocument).
  return /embeddings\/|^Object[^/]*|\.(bin|ole|dat)$/i.test(part.name) && isProgramObject(part.unpack())
}

function isProgramObject(bytes: Uint8Array): boolean {
  if (beginsAsProgram(bytes) || carriesWindowsProgram(bytes)) return true
  return isCompoundFile(bytes) && (compoundEntries(bytes) ?? []).some((entry) => packsProgram(entry) || isMacroFolder(entry))
}

/** A file dropped into a document is kept with its name in a stream called "\1Ole10Native" ([MS-OLEDS] 2.3.6). */
function packsProgram(entry: CompoundEntry): boolean {
  if (!entry.name.endsWith('Ole10Native')) return false
  const names = bufferOf(entry.read(4096)).toString('latin1').split('\0')
  return names.some((name) => name.length < 400 && isProgramName(name))
}

const isMacroFolder = ({ name }: CompoundEntry): boolean => /^(_VBA_PROJECT|VBA|Macros|_VBA_PROJECT_CUR)$/.test(name)

export function compoundContent(bytes: Uint8Array): ContentVerdict {
  const entries = compoundEntries(bytes)
  if (entries === undefined) return 'broken'
  const named = (name: string): CompoundEntry | undefined => entries.find((entry) => entry.name === name)
  if (named('EncryptedPackage') !== undefined) return 'locked' // a docx or xlsx with a password: [MS-OFFCRYPTO] 2.3
  if (entries.some((entry) => isMacroFolder(entry) || packsProgram(entry)) || carriesWindowsProgram(bytes)) return 'holds-program'
  if (named('__properties_version1.0') !== undefined) return entries.some(isProgramAttachment) ? 'holds-program' : 'msg'
  const document = named('WordDocument')
  if (document === undefined) return 'other-container'
  const start = bufferOf(document.read(64))
  if (start.length < 64 || start.readUInt16LE(0) !== 0xa5ec) return 'broken'
  // The flags of the file information block: bit 0x0100 is "encrypted" ([MS-DOC] 2.5.2).
  return (start.readUInt16LE(10) & 0x0100) === 0 ? 'doc' : 'locked'
}

/** Names of attachments of an Outlook message: properties 0x3704 and 0x3707, as Unicode or 8-bit text ([MS-OXMSG] 2.4). */
function isProgramAttachment(entry: CompoundEntry): boolean {
  const found = /^__substg1\.0_370[47]001(E|F)$/i.exec(entry.name)
  return found !== null && isProgramName(bufferOf(entry.read(1024)).toString(found[1]?.toUpperCase() === 'F' ? 'utf16le' : 'latin1'))
}

/** Rich text is plain letters, and objects packed into it are written as hex digits. */
export function richTextContent(bytes: Uint8Array): ContentVerdict {
  const text = bufferOf(bytes).toString('latin1')
  if (!/\}[\s\0]*$/.test(text)) return 'broken'
  if (/\\obj(update|ocx)\b/.test(text)) return 'holds-program' // objects that run as soon as the file is opened
  for (const packed of text.matchAll(/\\objdata\b([^\\{}]*)/g)) {
    const object = Buffer.from((packed[1] ?? '').replaceAll(/[^0-9a-f]/gi, ''), 'hex')
    const names = object.toString('latin1', 0, 4096).split('\0')
    if (carriesWindowsProgram(object) || names.some((name) => name.length < 400 && isProgramName(name))) return 'holds-program'
  }
  return 'rtf'
}
