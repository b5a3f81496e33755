// A return as a tree of elements, drawn from a year's table and written as XML in plain text: apart from the writer of the product, so that the
// two can be held against each other and trees can be broken.

import * as fc from 'fast-check'
import { dateFromParts, daysInMonth } from '../../src/domain/calendar/plain-date.ts'
import type { Format } from '../../src/domain/sen2/formats.ts'
import type { ReturnYear } from '../../src/domain/sen2/return-years.ts'
import { tableOf, type TableEntry } from '../../src/domain/sen2/year-tables.ts'

export interface Tree { readonly name: string; readonly children: readonly Tree[]; readonly text?: string; readonly attributes?: string }

const words = fc.string({ unit: fc.constantFrom(...'ABCÅéŁ’ &<>"\'-.中😀'), minLength: 1, maxLength: 12 }).map((text) => text.trim()).filter((text) => text !== '')

const patterned: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a year, like 2026': fc.constantFrom('2023', '2024', '2025', '2026'),
  'a date and time, like 2026-02-03T14:30:00': fc.constantFrom('2026-02-03T14:30:00', '2024-02-28T00:00:00.5', '2025-12-31T23:59:59Z'),
  'three digits, like 001': fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, '0')),
  'the three digits of a local authority': fc.constantFrom('330', '331', '909'),
  'a letter, eleven digits, and a digit or (in a temporary UPN) a letter': fc.constantFrom('M001900121014', 'Y001900225031', 'A00190012101B'),
  'ten digits, the first not 0': fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(String),
  'up to six digits': fc.integer({ min: 1, max: 999_999 }).map(String),
  'eight digits': fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String),
}

const someDate = fc.record({ year: fc.integer({ min: 1990, max: 2030 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map(({ year, month, day }) => dateFromParts(year, month, Math.min(day, daysInMonth(year, month))) ?? '2025-01-01')

export function someValue(format: Format): fc.Arbitrary<string> {
  switch (format.kind) {
    case 'text': return words
    case 'date': return someDate
    case 'flag': return fc.constantFrom('0', '1')
    case 'codes': return fc.constantFrom(...Object.keys(format.codes))
    case 'pattern': return patterned[format.words] ?? fc.constant('000')
  }
}

function someTree({ element, format, inside }: TableEntry): fc.Arbitrary<Tree> {
  if (format !== undefined) return someValue(format).map((text) => ({ name: element, children: [], text }))
  return fc.tuple(...inside.map((child) => fc.array(someTree(child), { minLength: child.least, maxLength: Math.min(child.most, child.least + 1) })))
    .map((lists) => ({ name: element, children: lists.flat() }))
}

/** Everything that the year's table allows, and nothing else. */
export const someReturn = (year: ReturnYear): fc.Arbitrary<Tree> => someTree(tableOf(year))

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function treeText({ name, children, text = '', attributes = '' }: Tree, indent = ''): string {
  if (children.length === 0) return `${indent}<${name}${attributes}>${escaped(text)}</${name}>\n`
  return `${indent}<${name}${attributes}>${escaped(text)}\n${children.map((child) => treeText(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}

export const fileText = (tree: Tree): string => `<?xml version="1.0" encoding="UTF-8"?>\n${treeText(tree)}`

/** One change to one element somewhere: it may still be a good return afterwards. */
export interface Break { readonly where: number; readonly what: 'take out' | 'double' | 'swap' | 'rename' | 'lower case' | 'empty' | 'blank' | 'other value' | 'words' | 'nest' | 'attribute' | 'spaces'; readonly value: string }

export const someBreak: fc.Arbitrary<Break> = fc.record({
  where: fc.nat(),
  what: fc.constantFrom('take out', 'double', 'swap', 'rename', 'lower case', 'empty', 'blank', 'other value', 'words', 'nest', 'attribute', 'spaces'),
  value: fc.constantFrom('X', '2025-02-30', '2025-2-3', '20250203', 'true', '0123456789', '٣٣٠', '2025-01-01Z', '1899-12-31', 'DS', 'NEET', 'UN4', '12345678', 'M', '3', 'S001900121014', '2026-02-03 14:30:00', 'GenderCurrent', 'ReviewDraft'),
})

export function broken(root: Tree, { where, what, value }: Break): Tree {
  let count = 0
  const countAll = (tree: Tree): void => { count += 1; tree.children.forEach(countAll) }
  countAll(root)
  // Never the root: what is around it is not the table's.
  const target = 1 + (where % Math.max(1, count - 1))
  let at = -1
  const walk = (tree: Tree): readonly Tree[] => {
    at += 1
    if (at !== target) return [{ ...tree, children: tree.children.flatMap(walk) }]
    at += sizeOf(tree) - 1
    switch (what) {
      case 'take out': return []
      case 'double': return [tree, tree]
      case 'swap': return [{ name: 'SWAP', children: [tree] }]
      case 'rename': return [{ ...tree, name: /^[A-Z][A-Za-z]+$/.test(value) ? value : 'Unheard' }]
      case 'lower case': return [{ ...tree, name: tree.name.toLowerCase() }]
      case 'empty': return [{ name: tree.name, children: [] }]
      case 'blank': return [{ name: tree.name, children: [], text: ' \n\t' }]
      case 'other value': return [tree.children.length === 0 ? { ...tree, text: value } : tree]
      case 'words': return [{ ...tree, text: `${tree.text ?? ''} and words` }]
      case 'nest': return [{ ...tree, children: [...tree.children, { name: 'Surname', children: [], text: 'Inside' }] }]
      case 'attribute': return [{ ...tree, attributes: ' id="1"' }]
      case 'spaces': return [tree.children.length === 0 ? { ...tree, text: ` \n${tree.text ?? ''}\t` } : tree]
    }
  }
  return swapped(walk(root)[0] ?? root)
}

const sizeOf = (tree: Tree): number => 1 + tree.children.reduce((sum, child) => sum + sizeOf(child), 0)

/** What was marked changes places with what comes after it. */
function swapped(tree: Tree): Tree {
  const children: Tree[] = []
  for (let at = 0; at < tree.children.length; at += 1) {
    const child = tree.children[at]
    if (child === undefined) continue
    if (child.name !== 'SWAP') { children.push(swapped(child)); continue }
    const next = tree.children[at + 1]
    if (next !== undefined) children.push(next)
    children.push(...child.children)
    at += 1
  }
  return { ...tree, children }
}
