// Files of rows are written from scratch, as CSV: no hidden sheets or columns, no formulas, no history, nothing that was not asked
// for (ICO advice on disclosing data safely, 2023). A cell that a spreadsheet would take for a formula begins with an apostrophe.

import { stringify } from 'csv-stringify/sync'

export type CsvCell = string | number | undefined

export interface CsvTable {
  /** One name for each column; every column there is has one. */
  readonly columns: readonly string[]
  /** Each as long as `columns`. Days as ISO 8601 text. */
  readonly rows: readonly (readonly CsvCell[])[]
}

export const csvType = 'text/csv; charset=utf-8'

/** UTF-8 with a byte order mark, so that names keep their accents in every spreadsheet program; line ends as RFC 4180 says. */
export function csvOf({ columns, rows }: CsvTable): Uint8Array {
  for (const row of rows) if (row.length !== columns.length) throw new Error(`a row has ${row.length} cells for ${columns.length} columns`)
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? oneLine(cell) : cell)))
  return Buffer.from(stringify([[...columns], ...cells], { bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_string: true }), 'utf8')
}

/** One row with its line end and no byte order mark, for files that are written as they are found. */
export const csvLine = (row: readonly CsvCell[]): string =>
  stringify([row.map((cell) => (typeof cell === 'string' ? oneLine(cell) : cell))], { record_delimiter: 'windows', escape_formulas: true, quoted_string: true })

/** Line ends inside a cell would begin a new row for simple readers; other control characters have no place in one. */
const oneLine = (text: string): string => text.replaceAll(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
