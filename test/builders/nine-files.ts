// A return as the department's own export has it: nine CSV files joined by keys.

import { exportColumnNames, exportTables, parentOf, type ExportTable } from '../../src/domain/sen2/export-tables.ts'
import type { Sen2Header, Sen2Person } from '../../src/domain/sen2/sen2-return.ts'
import { csvLine } from '../../src/platform/export/csv.ts'

const blocksBelow: Readonly<Record<string, readonly [block: string, table: ExportTable][]>> = {
  person: [['Requests', 'requests']], requests: [['Assessment', 'assessment'], ['ActivePlans', 'activeplans']], assessment: [['NamedPlan', 'namedplan']],
  namedplan: [['PlanDetail', 'plandetail']], activeplans: [['PlacementDetail', 'placementdetail'], ['SENneed', 'senneed']],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function cellOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2}))?$/.exec(String(value))
  return day === null ? String(value) : `${day[1] ?? ''}-${months[Number(day[2]) - 1] ?? ''}-${day[3] ?? ''} ${day[4] ?? '00:00:00'}`
}

/** A row to be written, with the table that it is of. */
export interface ExportRow { readonly table: ExportTable; readonly text: string }

const headings = new Map(exportTables.map((table) => [table, exportColumnNames(table)]))

/** The rows of names, the header's own row, and then the rows of each person as they come. */
export function* exportRows(header: Sen2Header, persons: Iterable<Sen2Person>): Generator<ExportRow> {
  const last = new Map<ExportTable, number>()
  const rowOf = (table: ExportTable, parent: number | undefined, block: object): { row: ExportRow; key: number } => {
    const key = (last.get(table) ?? 0) + 1
    last.set(table, key)
    const values = new Map<string, unknown>(Object.entries(block).map(([name, value]) => [name.toLowerCase(), value]))
    const cells = (headings.get(table) ?? []).map((name) => {
      if (name === `${table}tableid`) return String(key)
      if (name === `${parentOf(table) ?? ''}tableid`) return String(parent)
      if (name === 'NativeId') return '330'
      if (name === `${table}orderseqcolumn`) return String(key)
      const value = values.get(name)
      return value === undefined || typeof value === 'object' ? '' : cellOf(value)
    })
    return { row: { table, text: csvLine(cells) }, key }
  }
  function* below(table: ExportTable, key: number, block: object): Generator<ExportRow> {
    for (const [name, inside] of blocksBelow[table] ?? []) {
      const value = (block as Record<string, unknown>)[name]
      for (const one of value === undefined ? [] : Array.isArray(value) ? value as object[] : [value as object]) {
        const made = rowOf(inside, key, one)
        yield made.row
        yield* below(inside, made.key, one)
      }
    }
  }
  for (const table of exportTables) yield { table, text: csvLine(headings.get(table) ?? []) }
  yield rowOf('sen2', undefined, { ...header.CollectionDetails, ...header.Source }).row
  for (const person of persons) {
    const made = rowOf('person', 1, person)
    yield made.row
    yield* below('person', made.key, person)
  }
}

export const exportFileName = (table: ExportTable): string => `Blade-Export_26-03-2026_${table}.csv`

/** Small returns whole: the text of each file by its table. */
export function nineFileTexts(header: Sen2Header, persons: Iterable<Sen2Person>): Map<ExportTable, string> {
  const texts = new Map<ExportTable, string>(exportTables.map((table) => [table, '']))
  for (const { table, text } of exportRows(header, persons)) texts.set(table, (texts.get(table) ?? '') + text)
  return texts
}
