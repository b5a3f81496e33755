// The return as XML, in the order of its year, in pieces as they are made: whoever sends it on never holds all of it.

import type { FileElement } from './structure.ts'
import type { Sen2Block, Sen2Header, Sen2Person, Sen2Return } from './sen2-return.ts'
import { entryAt, tableOf, type TableEntry } from './year-tables.ts'
import type { ReturnYear } from './return-years.ts'

/** The file from its first line to its last: the beginning with the header, a piece for each person, the end. What the year has no element for is left out. */
export function* returnText({ header, persons }: Sen2Return, year: ReturnYear): Generator<string> {
  yield returnBeginning(header, year)
  for (const person of persons) yield personText(person, year)
  yield returnEnd
}

/** For persons that come one after another from elsewhere: this first, then `personText` of each, then `returnEnd`. */
export function returnBeginning(header: Sen2Header, year: ReturnYear): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n${blockText(entryAt(tableOf(year), 'Header'), header, '  ')}  <Persons>\n`
}

export const personText = (person: Sen2Person, year: ReturnYear): string => blockText(entryAt(tableOf(year), 'Persons', 'Person'), person, '    ')

export const returnEnd = '  </Persons>\n</Message>\n'

function blockText({ element, inside }: TableEntry, block: Sen2Block, indent: string): string {
  const values = new Map<string, unknown>(Object.entries(block))
  let text = `${indent}<${element}>\n`
  for (const child of inside) {
    const value = values.get(child.element)
    if (value === undefined) continue
    if (child.format !== undefined) text += `${indent}  <${child.element}>${escaped(valueText(value))}</${child.element}>\n`
    else if (Array.isArray(value)) for (const one of value) text += blockText(child, one as Sen2Block, `${indent}  `)
    else text += blockText(child, value as Sen2Block, `${indent}  `)
  }
  return `${text}${indent}</${element}>\n`
}

/** The header or a person as a reader of the file would give it, so that it can be checked without being read again. Lines are counted from 1, one for each element. */
export const headerElement = (header: Sen2Header, year: ReturnYear): FileElement => elementOf(entryAt(tableOf(year), 'Header'), header, { line: 0 })
export const personElement = (person: Sen2Person, year: ReturnYear): FileElement => elementOf(entryAt(tableOf(year), 'Persons', 'Person'), person, { line: 0 })

function elementOf({ element, inside }: TableEntry, block: Sen2Block, at: { line: number }): FileElement {
  const values = new Map<string, unknown>(Object.entries(block))
  const children: FileElement[] = []
  const line = at.line += 1
  for (const child of inside) {
    const value = values.get(child.element)
    if (value === undefined) continue
    if (child.format !== undefined) children.push({ name: child.element, line: at.line += 1, column: 1, text: valueText(value), attributes: [], children: [] })
    else if (Array.isArray(value)) for (const one of value) children.push(elementOf(child, one as Sen2Block, at))
    else children.push(elementOf(child, value as Sen2Block, at))
  }
  return { name: element, line, column: 1, text: '', attributes: [], children }
}

const valueText = (value: unknown): string => (typeof value === 'boolean' ? (value ? '1' : '0') : String(value))

const needsCare = /[&<>\r]|[^\t\n\u0020-\ud7ff\ue000-\ufffd]/u
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** Characters that no XML file may hold (control characters, halves of pairs) become the sign for "a character that is not known". */
const escaped = (words: string): string => (needsCare.test(words)
  ? words.replaceAll(/[&<>\r]/g, (sign) => entities[sign] ?? sign).replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
  : words)
