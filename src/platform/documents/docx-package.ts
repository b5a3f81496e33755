// A Word file as a package of parts: opened only when it is what it says, holds no program, and asks for nothing from elsewhere.

import { DOMParser } from '@xmldom/xmldom'
import { ok, refused, type Outcome } from '../../domain/outcome.ts'
import { zipParts, zipVerdict } from './zip-guard.ts'

export type DocxRefusal = 'broken' | 'encrypted' | 'too-large' | 'holds-program' | 'reaches-outside' | 'not-word'

export interface DocxPackage {
  /** A part's XML; undefined when the file has no such part. */
  readonly part: (name: string) => Element | undefined
  /** The document itself. */
  readonly document: Element
}

/** So much XML is a plan of some thousand pages. The tree in memory is many times as large. */
const mostXml = 24 * 1024 * 1024

export const docxRefusalWords: Readonly<Record<DocxRefusal, string>> = {
  broken: 'The selected file cannot be read: it is damaged, or it was made in a way that no word processor does. Open it, save it again as a Word document and choose it again',
  encrypted: 'The selected file needs a password to open it. Save a copy that opens without a password and choose that',
  'too-large': 'The selected file is too large. Take out pictures, save it again and choose it again',
  'holds-program': 'The selected file contains a program or macros. Save it as a Word document without macros (.docx) and choose that',
  'reaches-outside': 'The selected file fetches something from elsewhere when it is opened (a template, a picture or another document). Take that out, save it again and choose it again',
  'not-word': 'The selected file must be a Word document (.docx)',
}

export function openDocx(bytes: Uint8Array): Outcome<DocxPackage, DocxRefusal> {
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== 'PK') return refused(isLocked(bytes) ? 'encrypted' : 'not-word')
  const verdict = zipVerdict(bytes)
  if (verdict !== 'fine') return refused(verdict)
  const parts = new Map(zipParts(bytes).map((part) => [part.name, part]))
  const xmlOf = (name: string): string | undefined => {
    const part = parts.get(name)
    return part === undefined ? undefined : Buffer.from(part.unpack()).toString('utf8')
  }
  const types = xmlOf('[Content_Types].xml') ?? ''
  if (/macroEnabled|vbaProject|activeX/i.test(types) || [...parts.keys()].some((name) => /vbaProject\.bin$|\/activeX\//i.test(name))) return refused('holds-program')
  if (!/wordprocessingml\.(document|template)\.main/.test(types)) return refused('not-word')
  const links = [...parts.keys()].filter((name) => name.endsWith('.rels')).map((name) => xmlOf(name) ?? '')
  if (links.some(reachesOutside)) return refused('reaches-outside')
  const whole = [...parts.keys()].filter((name) => readParts.test(name)).map((name) => xmlOf(name)?.length ?? 0)
  if (whole.reduce((sum, length) => sum + length, 0) > mostXml) return refused('too-large')
  const part = (name: string): Element | undefined => {
    const xml = xmlOf(name)
    return xml === undefined ? undefined : treeOf(xml)
  }
  const document = part(documentIn(xmlOf('_rels/.rels') ?? ''))
  if (document === undefined || document.localName !== 'document') return refused('broken')
  // What is not shown until it is opened, from another file packed inside: nobody would have read it.
  if (document.getElementsByTagNameNS('*', 'altChunk').length > 0) return refused('reaches-outside')
  return ok({ part, document })
}

const readParts = /^word\/(document|styles|comments|footnotes)\d*\.xml$/

const isLocked = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Relationships that a word processor follows without being asked (ECMA-376 part 2, 9.3.2.2). A link that a reader clicks is none. */
const reachesOutside = (relationships: string): boolean => [...relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)]
  .some(([tag]) => /TargetMode\s*=\s*["']External["']/i.test(tag) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag))

const documentIn = (relationships: string): string => {
  const tag = [...relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([each]) => each).find((each) => /\/officeDocument["']/.test(each))
  const target = /Target\s*=\s*["']\/?([^"']+)["']/.exec(tag ?? '')?.[1]
  return target ?? 'word/document.xml'
}

/** The root of a part, or undefined when it is no whole XML. Document types, and with them entities, were refused before (zip-guard.ts). */
function treeOf(xml: string): Element | undefined {
  let isWhole = true
  const notWhole = () => { isWhole = false }
  try {
    const tree = new DOMParser({ errorHandler: { warning: notWhole, error: notWhole, fatalError: notWhole } }).parseFromString(xml, 'text/xml')
    return isWhole ? tree.documentElement ?? undefined : undefined
  } catch (error) {
    // The parser throws ParseError for what it cannot go on with, and runs out of stack on a file that nests without end: the file's fault.
    if (error instanceof RangeError || (error instanceof Error && error.name === 'ParseError')) return undefined
    throw error
  }
}
