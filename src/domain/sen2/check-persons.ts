// The persons of a return that is made here, checked one by one as if they were read from a file, so that there is one check and one set of rules.
// What it finds is told by block and element, which is what a person can be led to.

import { ReturnCheck, type ReturnFault } from './check-return.ts'
import type { ReturnAsked } from './from-record/record-for-return.ts'
import { newestReturnYear } from './return-years.ts'
import type { RuleText, Severity } from './rules/rule.ts'
import type { Sen2Block, Sen2Person } from './sen2-return.ts'
import type { FileElement } from './structure.ts'
import { entryAt, tableOf, type TableEntry } from './year-tables.ts'

/** One thing that is wrong with a person, in as many places as it is. */
export interface PersonFault {
  readonly rule: string
  readonly severity: Severity
  readonly block: string
  /** '' for the block itself. */
  readonly element: string
  /** Which of the person's requests it is about, from 0; undefined for the person. */
  readonly request: number | undefined
  readonly times: number
  readonly because: string | undefined
}

export interface CheckedAsWritten {
  readonly faults: readonly PersonFault[]
  /** Blocks of each kind in this person, and for each item (`Person UPN`; `Person ` for the block) in how many of them an error stands. */
  readonly counted: ReadonlyMap<string, number>
  readonly wrong: ReadonlyMap<string, number>
}

export const itemKey = (block: string, element: string): string => `${block} ${element}`

const plain = { column: 1, attributes: [] }

/** A file that is never written: its elements are made from values and given to the check, in the order of the year. */
export class PersonsCheck {
  readonly #check: ReturnCheck
  readonly #person: TableEntry

  /** `authority`: three digits; undefined where the area has not said. */
  constructor({ year, surveyDay, period }: ReturnAsked, authority: string | undefined) {
    this.#check = new ReturnCheck({ year, on: { surveyDay, period } })
    this.#person = entryAt(tableOf(year), 'Persons', 'Person')
    const leaf = (name: string, text: string): FileElement => ({ ...plain, name, line: 0, text, children: [] })
    const block = (name: string, ...children: FileElement[]): FileElement => ({ ...plain, name, line: 0, text: '', children })
    this.#check.take({ kind: 'opened', element: block('Message') })
    // What is wrong with the header is the area's, and is looked at where the return is written.
    this.#check.take({ kind: 'whole', element: block('Header', block('CollectionDetails', leaf('Year', String(year))), block('Source', ...(authority === undefined ? [] : [leaf('LEA', authority)]))) })
    this.#check.take({ kind: 'opened', element: block('Persons') })
  }

  take(person: Sen2Person): CheckedAsWritten {
    const lines: Place[] = []
    const element = elementOf(this.#person, person, lines, undefined)
    const found = this.#check.take({ kind: 'whole', element }).checked?.faults ?? []
    return { faults: gathered(found, lines), counted: countOf(lines), wrong: wrongOf(found, lines) }
  }
}

/** Where an element stands: its number is the "line" that the check tells. */
interface Place { readonly block: string; readonly blockLine: number; readonly request: number | undefined; readonly isBlock: boolean }

function elementOf({ element, inside }: TableEntry, block: Sen2Block, lines: Place[], request: number | undefined): FileElement {
  const values = new Map<string, unknown>(Object.entries(block))
  const line = lines.length
  lines.push({ block: element, blockLine: line, request, isBlock: true })
  const children: FileElement[] = []
  for (const child of inside) {
    const value = values.get(child.element)
    if (value === undefined) continue
    if (child.format === undefined) {
      const blocks = (Array.isArray(value) ? value : [value]) as readonly Sen2Block[]
      for (const [index, one] of blocks.entries()) children.push(elementOf(child, one, lines, child.element === 'Requests' ? index : request))
    } else {
      children.push({ ...plain, name: child.element, line: lines.length, text: typeof value === 'boolean' ? (value ? '1' : '0') : String(value), children: [] })
      lines.push({ block: element, blockLine: line, request, isBlock: false })
    }
  }
  return { ...plain, name: element, line, text: '', children }
}

/** What is missing is told of the block that should have it: it is about the first element that the rule reads and the block can have. */
function about(element: string | undefined, { reads }: RuleText, block: string): string {
  return element ?? reads.find((one) => elementsOf.get(block)?.has(one)) ?? ''
}

const elementsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(blocksIn(entryAt(tableOf(newestReturnYear), 'Persons', 'Person')))
function blocksIn(entry: TableEntry): [string, ReadonlySet<string>][] {
  return [[entry.element, new Set(entry.order.keys())], ...entry.inside.filter(({ format }) => format === undefined).flatMap(blocksIn)]
}

function gathered(found: readonly ReturnFault[], lines: readonly Place[]): PersonFault[] {
  const faults = new Map<string, PersonFault>()
  for (const { rule, block, line, because, ...fault } of found) {
    const element = about(fault.element, rule, block)
    const request = lines[line]?.request
    const key = `${rule.id} ${block} ${element} ${String(request)}`
    const before = faults.get(key)
    faults.set(key, before === undefined ? { rule: rule.id, severity: rule.severity, block, element, request, times: 1, because } : { ...before, times: before.times + 1 })
  }
  return [...faults.values()]
}

function countOf(lines: readonly Place[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const { block, isBlock } of lines) if (isBlock) counted.set(block, (counted.get(block) ?? 0) + 1)
  return counted
}

/** Each item once for each block in which an error is about it, however many rules say so. */
function wrongOf(found: readonly ReturnFault[], lines: readonly Place[]): Map<string, number> {
  const places = new Set(found.filter(({ rule }) => rule.severity === 'error').map(({ rule, block, element, line }) => `${itemKey(block, about(element, rule, block))}|${lines[line]?.blockLine ?? 0}`))
  const wrong = new Map<string, number>()
  for (const place of places) {
    const key = place.slice(0, place.indexOf('|'))
    wrong.set(key, (wrong.get(key) ?? 0) + 1)
  }
  return wrong
}
