// One person checked by themselves: after a value was put right by hand, with no file around them.

import { ReturnCheck, type ReturnFault } from './check-return.ts'
import type { ReturnYear } from './return-years.ts'
import { surveyDayOf } from './return-years.ts'
import type { Sen2Person } from './sen2-return.ts'
import type { FileElement } from './structure.ts'
import { entryAt, tableOf, type TableEntry } from './year-tables.ts'

/** What the rules of the year say of the person, without those between persons. Every fault stands on the line given. */
export function faultsOfPerson(person: Sen2Person, year: ReturnYear, { authority, line }: { readonly authority?: string; readonly line: number }): readonly ReturnFault[] {
  const check = new ReturnCheck({ year })
  const element = (name: string, children: readonly FileElement[] = [], text = ''): FileElement => ({ name, line, column: 1, text, attributes: [], children })
  check.take({ kind: 'opened', element: element('Message') })
  check.take({ kind: 'whole', element: element('Header', [
    element('CollectionDetails', [element('Collection', [], 'SEN2'), element('Year', [], String(year)), element('ReferenceDate', [], surveyDayOf(year))]),
    element('Source', authority === undefined ? [] : [element('LEA', [], authority)]),
  ]) })
  check.take({ kind: 'opened', element: element('Persons') })
  return check.take({ kind: 'whole', element: elementOf(entryAt(tableOf(year), 'Persons', 'Person'), person as unknown as Readonly<Record<string, unknown>>, line) }).checked?.faults ?? []
}

function elementOf(entry: TableEntry, block: Readonly<Record<string, unknown>>, line: number): FileElement {
  const children = entry.inside.flatMap((child) => {
    const value = block[child.element]
    if (value === undefined) return []
    if (child.format !== undefined) return [{ name: child.element, line, column: 1, text: value === true ? '1' : value === false ? '0' : String(value), attributes: [], children: [] }]
    return (Array.isArray(value) ? value : [value]).map((one) => elementOf(child, one as Readonly<Record<string, unknown>>, line))
  })
  return { name: entry.element, line, column: 1, text: '', attributes: [], children }
}
