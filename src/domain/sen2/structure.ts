// The structure of a return, block by block: what stands there, in which order, how often, and whether each value is of its format. What was
// read becomes values; what is wrong is told with its place, and reading goes on, so that one return gives all its faults at once.

import { formatWords, valueOf } from './formats.ts'
import { yearsWith, type TableEntry } from './year-tables.ts'

/** One element of a file with everything in it, as a reader of XML gives it. */
export interface FileElement {
  readonly name: string
  /** The file, where a return stands in several. */
  readonly file?: string
  /** From 1. */
  readonly line: number
  /** Of its "<", from 1. */
  readonly column: number
  /** The words directly inside, elements left out. */
  readonly text: string
  readonly attributes: readonly string[]
  readonly children: readonly FileElement[]
}

export type StructureFaultKind = 'unknown' | 'order' | 'missing' | 'repeated' | 'empty' | 'value' | 'mixed' | 'attribute'

export interface StructureFault {
  readonly kind: StructureFaultKind
  readonly block: string
  readonly element: string
  /** Where it stands; where its block stands for what is missing. */
  readonly at: FileElement
  readonly because: string
}

export type TellFault = (fault: StructureFault) => void
/** Where each block that was read stands in the file. */
export type BlockPlaces = Map<object, FileElement>

/** White space as XML has it: a no-break space is a letter. */
export function trimmed(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && isSpace(text.charCodeAt(from))) from += 1
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
  return from === 0 && to === text.length ? text : text.slice(from, to)
}
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d

const namespaceAttribute = /^(xmlns:.+|xsi:(schemaLocation|noNamespaceSchemaLocation))$/

function tellAttributes(block: string, at: FileElement, tell: TellFault): void {
  for (const attribute of at.attributes) {
    if (!namespaceAttribute.test(attribute)) tell({ kind: 'attribute', block, element: at.name, at, because: `“${shortened(attribute)}”` })
  }
}

/** Strange names and values may be long; what people typed as a name of a child is never among them, because only codes and dates are quoted. */
const shortened = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words)

/** How many of each child there are, for blocks that are told of by others too (the children of `Message` and `Persons`). */
export interface Standing { last: number; readonly counts: number[]; isOrderTold: boolean }
export const nothingYet = ({ inside }: TableEntry): Standing => ({ last: -1, counts: inside.map(() => 0), isOrderTold: false })

/** Takes in the next child of a block: is it known, in its place, not too many? Answers its entry when it is to be read. */
export function nextChild(entry: TableEntry, standing: Standing, name: string, at: FileElement, tell: TellFault): TableEntry | undefined {
  const place = entry.order.get(name)
  const child = place === undefined ? undefined : entry.inside[place]
  if (place === undefined || child === undefined) {
    tell({ kind: 'unknown', block: entry.element, element: name, at, because: whyUnknown(entry, name) })
    return undefined
  }
  const count = (standing.counts[place] ?? 0) + 1
  standing.counts[place] = count
  if (count > child.most) {
    tell({ kind: 'repeated', block: entry.element, element: name, at, because: `${name} may stand ${child.most === 1 ? 'once' : `${child.most} times`} in ${entry.element}` })
    return undefined
  }
  if (place < standing.last) {
    // Once for each block: what comes after one element out of its place would be told as well, and is in order.
    if (!standing.isOrderTold) {
      tell({ kind: 'order', block: entry.element, element: name, at, because: `${name} stands after ${entry.inside[standing.last]?.element ?? ''}; the order is ${orderWords(entry, place, standing.last)}` })
    }
    standing.isOrderTold = true
  } else standing.last = place
  return child
}

const orderWords = ({ inside }: TableEntry, from: number, to: number): string => {
  const names = inside.slice(from, to + 1).map(({ element }) => element)
  return names.length > 6 ? `${names.slice(0, 3).join(', ')} … ${String(names.at(-1))}` : names.join(', ')
}

function whyUnknown(entry: TableEntry, name: string): string {
  const others = yearsWith(entry.element, name)
  if (others.length > 0) return `${name} is in ${entry.element} in the return of ${others.join(', ')}`
  const like = entry.inside.find(({ element }) => element.toLowerCase() === name.toLowerCase())
  return like === undefined ? `${entry.element} has no ${shortened(name)}` : `it is spelt ${like.element}`
}

/** What is missing when a block has ended. */
export function tellMissing(entry: TableEntry, standing: Standing, at: FileElement, tell: TellFault): void {
  for (const [place, { element, least }] of entry.inside.entries()) {
    if ((standing.counts[place] ?? 0) < least) tell({ kind: 'missing', block: entry.element, element, at, because: `${entry.element} has no ${element}` })
  }
}

/**
 * Reads a block into values by its table: arrays for what may stand more than once, undefined for what is not there. Every block that was read is
 * put into `places`.
 */
export function readBlock(entry: TableEntry, at: FileElement, places: BlockPlaces, tell: TellFault): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const unreadable: string[] = []
  const standing = nothingYet(entry)
  for (const { element, most, format } of entry.inside) if (format === undefined && most > 1) values[element] = []
  if (trimmed(at.text) !== '') tell({ kind: 'mixed', block: entry.element, element: at.name, at, because: 'there are words between its elements' })
  tellAttributes(entry.element, at, tell)
  for (const child of at.children) {
    const known = nextChild(entry, standing, child.name, child, tell)
    if (known === undefined) continue
    if (known.format === undefined) {
      const read = readBlock(known, child, places, tell)
      const list = values[known.element]
      if (Array.isArray(list)) list.push(read)
      else values[known.element] = read
    } else {
      const value = readItem(entry, known, child, tell)
      if (value === 'unreadable') unreadable.push(known.element)
      else if (value !== undefined) values[known.element] = value.value
    }
  }
  tellMissing(entry, standing, at, tell)
  if (unreadable.length > 0) values['unreadable'] = unreadable
  places.set(values, at)
  return values
}

/** undefined when it is empty: that counts as left out for the rules, and is a fault of its own. */
function readItem(block: TableEntry, { element, format }: TableEntry, at: FileElement, tell: TellFault): { readonly value: unknown } | 'unreadable' | undefined {
  tellAttributes(block.element, at, tell)
  if (at.children.length > 0) {
    tell({ kind: 'mixed', block: block.element, element, at, because: `there are elements inside ${element}` })
    return 'unreadable'
  }
  const given = trimmed(at.text)
  if (given === '') {
    tell({ kind: 'empty', block: block.element, element, at, because: `${element} is empty` })
    return undefined
  }
  const value = format === undefined ? undefined : valueOf(format, given)
  if (value !== undefined) return { value }
  // Birth dates and numbers of people are not repeated in a report that may be passed on.
  const isPersonal = block.element === 'Person' && (format?.kind !== 'codes')
  const quoted = isPersonal ? '' : `; it is “${shortened(given)}”`
  tell({ kind: 'value', block: block.element, element, at, because: `${element} must be ${format === undefined ? '' : formatWords(format)}${quoted}` })
  return 'unreadable'
}
