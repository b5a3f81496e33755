// The department's own export of a return: nine tables as CSV files, joined by keys, with the elements' names in small letters as columns
// and days as "2022-Sep-28 00:00:00". Made from the table of years, so a new element is known here too.

import { trimmed, type FileElement } from './structure.ts'
import type { Format } from './formats.ts'
import { returnYears, type ReturnYear } from './return-years.ts'
import { entryAt, tableOf, type TableEntry } from './year-tables.ts'

export const exportTables = ['sen2', 'person', 'requests', 'assessment', 'namedplan', 'plandetail', 'activeplans', 'placementdetail', 'senneed'] as const
export type ExportTable = (typeof exportTables)[number]

interface TableShape {
  readonly element: string
  readonly parent?: ExportTable
  /** From `Message` down, as far as it is a block of one row. */
  readonly path: readonly string[]
}

const ofRequest = ['Persons', 'Person', 'Requests'] as const
const shapes: Readonly<Record<ExportTable, TableShape>> = {
  sen2: { element: 'Header', path: ['Header'] },
  person: { element: 'Person', parent: 'sen2', path: ['Persons', 'Person'] },
  requests: { element: 'Requests', parent: 'person', path: ofRequest },
  assessment: { element: 'Assessment', parent: 'requests', path: [...ofRequest, 'Assessment'] },
  namedplan: { element: 'NamedPlan', parent: 'assessment', path: [...ofRequest, 'Assessment', 'NamedPlan'] },
  plandetail: { element: 'PlanDetail', parent: 'namedplan', path: [...ofRequest, 'Assessment', 'NamedPlan', 'PlanDetail'] },
  activeplans: { element: 'ActivePlans', parent: 'requests', path: [...ofRequest, 'ActivePlans'] },
  placementdetail: { element: 'PlacementDetail', parent: 'activeplans', path: [...ofRequest, 'ActivePlans', 'PlacementDetail'] },
  senneed: { element: 'SENneed', parent: 'activeplans', path: [...ofRequest, 'ActivePlans', 'SENneed'] },
}

export const parentOf = (table: ExportTable): ExportTable | undefined => shapes[table].parent
export const childrenOf = (table: ExportTable): readonly ExportTable[] => exportTables.filter((one) => shapes[one].parent === table)

/** The table that a file of the export is, by the end of its name: "Blade-Export_26-03-2026_namedplan.csv". */
export const tableOfFileName = (fileName: string): ExportTable | undefined => {
  const last = /(?:^|[^a-z0-9])([a-z0-9]+)\.csv$/i.exec(fileName)?.[1]?.toLowerCase()
  return exportTables.find((table) => table === last)
}

const blockIn = (table: ExportTable, year: ReturnYear): TableEntry => entryAt(tableOf(year), ...shapes[table].path)

interface Column { readonly element: string; readonly format: Format; readonly isAlways: boolean }

const columnsBy = new Map(exportTables.map((table) => [table, columnsOf(table)]))

function columnsOf(table: ExportTable): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>()
  for (const year of returnYears) {
    const block = blockIn(table, year)
    const blocks = table === 'sen2' ? block.inside : [block]
    for (const { inside } of blocks) {
      for (const { element, format, least } of inside) {
        if (format === undefined) continue
        const always = returnYears.every((one) => (table === 'sen2' ? blockIn(table, one).inside : [blockIn(table, one)]).some((entry) => entry.inside.some((row) => row.element === element && row.least > 0)))
        columns.set(element.toLowerCase(), { element, format, isAlways: least > 0 && always })
      }
    }
  }
  return columns
}

/** Where each thing stands in the rows of one file. */
export interface ExportColumns {
  readonly table: ExportTable
  /** Index of the row's own key, where something refers to it. */
  readonly own: number | undefined
  /** Index of the key of the row that it belongs to. */
  readonly parent: number | undefined
  readonly items: readonly { readonly index: number; readonly column: Column }[]
}

export interface HeadingFault { readonly because: string; /** From 1. */ readonly column: number }

/** Reads the row of names of a file. */
export function readHeadings(table: ExportTable, names: readonly string[]): { readonly columns: ExportColumns } | { readonly fault: HeadingFault } {
  const { parent } = shapes[table]
  const known = columnsBy.get(table) ?? new Map<string, Column>()
  const items: { index: number; column: Column }[] = []
  const places = new Map<string, number>()
  for (const [index, given] of names.entries()) {
    const name = trimmed(given).toLowerCase()
    const column = known.get(name)
    if (places.has(name)) return { fault: { because: `the column “${shown(given)}” stands twice`, column: index + 1 } }
    places.set(name, index)
    if (column !== undefined) items.push({ index, column })
    else if (!isKeyOrOrder(name, table)) return { fault: { because: `the table ${table} has no column “${shown(given)}”`, column: index + 1 } }
  }
  const own = places.get(`${table}tableid`)
  const above = parent === undefined ? undefined : places.get(`${parent}tableid`)
  const missing = own === undefined && childrenOf(table).length > 0 && table !== 'sen2' ? `${table}tableid` : above === undefined && parent !== undefined && parent !== 'sen2' ? `${parent}tableid`
    : [...known].find(([name, { isAlways }]) => isAlways && !places.has(name))?.[0]
  if (missing !== undefined) return { fault: { because: `the column ${missing} is missing`, column: 1 } }
  return { columns: { table, own, parent: parent === 'sen2' ? undefined : above, items } }
}

const isKeyOrOrder = (name: string, table: ExportTable): boolean =>
  name === 'nativeid' || name === 'sourceid' || name === `${table}tableid` || name === `${shapes[table].parent ?? ''}tableid` || name === `${table}orderseqcolumn`
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** One row of a file with everything that belongs to it, as the element that it is in the XML of that year. */
export function elementOfRow(
  { table, items }: ExportColumns, row: { readonly file: string; readonly line: number; readonly cells: readonly string[] }, year: ReturnYear, inside: readonly FileElement[] = [],
): FileElement {
  const at = { file: row.file, line: row.line, attributes: [], text: '' }
  const cells = items.flatMap(({ index, column: { element, format } }) => {
    const given = trimmed(row.cells[index] ?? '')
    return given === '' ? [] : [{ ...at, name: element, column: index + 1, text: asInXml(format, given), children: [] }]
  })
  const block = blockIn(table, year)
  if (table === 'sen2') {
    return { ...at, name: 'Header', column: 1, children: block.inside.map((part) => ({ ...at, name: part.element, column: 1, children: inOrder(part, cells.filter(({ name }) => part.order.has(name))) })) }
  }
  return { ...at, name: block.element, column: 1, children: inOrder(block, [...cells, ...inside]) }
}

/** What the year does not know comes last, and is told there. */
const inOrder = ({ order }: TableEntry, elements: readonly FileElement[]): readonly FileElement[] =>
  elements.toSorted((one, other) => (order.get(one.name) ?? Infinity) - (order.get(other.name) ?? Infinity) || 0)

const months: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function asInXml(format: Format, given: string): string {
  if (format.kind === 'flag') return /^true$/i.test(given) ? '1' : /^false$/i.test(given) ? '0' : given
  const day = format.kind === 'date' || format.kind === 'pattern' ? /^(\d{4})-([A-Za-z]{3}|\d{2})-(\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?)?$/.exec(given) : null
  if (day === null) return given
  const [, year = '', month = '', date = '', time] = day
  const number = /^\d/.test(month) ? month : String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0')
  if (number === '00') return given
  return format.kind === 'date' ? `${year}-${number}-${date}` : time === undefined ? given : `${year}-${number}-${date}T${time}`
}

/** What the header says is the year; undefined when it says none that is known. */
export const yearInHeader = ({ items }: ExportColumns, cells: readonly string[]): string | undefined => {
  const at = items.find(({ column }) => column.element === 'Year')?.index
  return at === undefined ? undefined : trimmed(cells[at] ?? '')
}

/** The rows of a person as the export has them: for tests, and for handing a return on in this form. */
export const exportColumnNames = (table: ExportTable): readonly string[] => [
  `${table}tableid`, 'NativeId', `${table}orderseqcolumn`, 'sourceid', ...(parentOf(table) === undefined ? [] : [`${parentOf(table) ?? ''}tableid`]), ...(columnsBy.get(table) ?? new Map()).keys(),
]
