// XML from an untrusted file of any length, one record at a time. Nothing is kept but the element that is being read, and what would make that grow is
// refused: document types (and so every entity but XML's own five), depth, elements without end, anything long without a tag. Every element
// says the line and column of its "<".

import { SaxesParser } from 'saxes'
import { decodeUtf8, UnreadableText } from '../files/decode-utf8.ts'

export interface XmlElement {
  readonly name: string
  /** From 1. */
  readonly line: number
  /** Of its "<", from 1, in characters. */
  readonly column: number
  /** Everything directly inside that is not an element. */
  readonly text: string
  /** Their names. */
  readonly attributes: readonly string[]
  readonly children: readonly XmlElement[]
}

/** `opened` and `closed` for the elements that are too long to be held: those on the way to the records. */
export type XmlPiece =
  | { readonly kind: 'opened'; readonly element: XmlElement }
  | { readonly kind: 'whole'; readonly element: XmlElement }
  | { readonly kind: 'closed'; readonly element: XmlElement }

/** In characters, and in elements. What a return of people can need is a hundred times less. */
export interface XmlLimits {
  readonly depth: number
  readonly withoutTag: number
  readonly charactersOfOne: number
  readonly elementsOfOne: number
}
export const usualLimits: XmlLimits = { depth: 32, withoutTag: 1_000_000, charactersOfOne: 2_000_000, elementsOfOne: 50_000 }

interface Open { readonly name: string; readonly line: number; readonly column: number; text: string; attributes: string[]; readonly children: XmlElement[] }

/**
 * Reads bytes as UTF-8 XML. `way` names the elements on the way to the records from the root down (["Message", "Persons"]); whatever stands directly inside one
 * of these comes whole. Throws UnreadableText with the place when the file is no XML, is cut off, or passes a limit.
 */
export async function* readXml(bytes: AsyncIterable<Uint8Array | string>, way: readonly string[], limits: XmlLimits = usualLimits): AsyncGenerator<XmlPiece> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const pieces: XmlPiece[] = []
  const open: Open[] = []
  let lastTagAt = 0
  let onWay = 0
  let weight = 0
  let count = 0
  const refuse = (why: string): never => { throw new UnreadableText(why, parser.line, parser.column + 1) }

  parser.on('error', (fault) => refuse(fault.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')))
  parser.on('doctype', () => refuse('the file has a document type (DOCTYPE), which could make it do things; take it out'))
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) refuse(`the file says that it is written in ${encoding.slice(0, 20)}; save it as UTF-8`)
  })
  parser.on('opentagstart', ({ name }) => {
    if (open.length >= limits.depth) refuse(`elements stand more than ${limits.depth} deep`)
    // The parser has read one character beyond the name; a line that ended there is the one case in which the place is not on this line.
    const column = parser.column - name.length - 1
    const element: Open = { name, line: column > 0 ? parser.line : parser.line - 1, column: Math.max(column, 1), text: '', attributes: [], children: [] }
    open.push(element)
    lastTagAt = parser.position
    count += 1
  })
  parser.on('attribute', ({ name, value }) => {
    if (name !== 'xmlns' || value !== '') open.at(-1)?.attributes.push(name)
    weight += name.length
  })
  parser.on('opentag', () => {
    const element = open.at(-1)
    const isOnWay = element !== undefined && open.length === onWay + 1 && (onWay === 0 || element.name === way[onWay])
    if (!isOnWay) return
    onWay += 1
    pieces.push({ kind: 'opened', element })
  })
  const words = (text: string): void => {
    const element = open.at(-1)
    if (element === undefined) return
    // Between records there is only white space, without end: it is not kept. One other character is enough to say that there were words.
    if (open.length === onWay) {
      if (element.text === '' && /[^ \t\r\n]/.test(text)) element.text = '…'
      return
    }
    weight += text.length
    if (weight > limits.charactersOfOne) refuse(`one record is longer than ${limits.charactersOfOne.toLocaleString('en-GB')} characters`)
    element.text += text
  }
  parser.on('text', words)
  parser.on('cdata', words)
  parser.on('closetag', () => {
    lastTagAt = parser.position
    const element = open.pop()
    if (element === undefined) return
    if (open.length < onWay) {
      onWay = open.length
      pieces.push({ kind: 'closed', element })
    } else if (open.length === onWay) {
      pieces.push({ kind: 'whole', element })
      weight = 0
      count = 0
    } else open.at(-1)?.children.push(element)
    if (count > limits.elementsOfOne) refuse(`one record has more than ${limits.elementsOfOne.toLocaleString('en-GB')} elements`)
  })

  try {
    for await (const text of decodeUtf8(bytes, 'XML')) {
      parser.write(text)
      if (parser.position - lastTagAt > limits.withoutTag) refuse(`${limits.withoutTag.toLocaleString('en-GB')} characters without a tag`)
      if (count > limits.elementsOfOne) refuse(`one record has more than ${limits.elementsOfOne.toLocaleString('en-GB')} elements`)
      yield* pieces.splice(0)
    }
    const unclosed = open.at(-1)
    if (unclosed !== undefined) refuse(`the file ends inside <${unclosed.name}> of line ${unclosed.line}: it is cut off`)
    parser.close()
  } catch (fault) {
    if (fault instanceof UnreadableText && fault.line === 0) throw new UnreadableText(fault.why, parser.line, parser.column + 1)
    throw fault
  }
  yield* pieces.splice(0)
}
