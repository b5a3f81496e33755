// One file of the export, row by row, with its keys found.

import { readHeadings, type ExportColumns, type ExportTable } from '../../domain/sen2/export-tables.ts'
import { readCsv, type CsvRow } from '../../platform/csv/read-csv.ts'
import { UnreadableText } from '../../platform/files/decode-utf8.ts'
import { UnreadableReturn } from './unreadable-return.ts'

export interface TableFile {
  readonly table: ExportTable
  readonly name: string
  /** From the beginning, as often as it is asked. */
  readonly open: () => AsyncIterable<Uint8Array | string>
}

export interface TableRow {
  readonly file: string
  readonly line: number
  readonly cells: readonly string[]
  readonly own: string
  readonly parent: string
}

type CsvRows = AsyncGenerator<CsvRow, void>

/** The rows of a file behind its row of names, one of which can be looked at before it is taken. */
export class TableRows {
  readonly #rows: CsvRows
  readonly #file: TableFile
  #next: TableRow | undefined
  #isStarted = false
  readonly columns: ExportColumns

  private constructor(file: TableFile, rows: CsvRows, columns: ExportColumns) {
    this.#file = file
    this.#rows = rows
    this.columns = columns
  }

  static async open(file: TableFile): Promise<TableRows> {
    const rows = namingFile(file)
    const first = await rows.next()
    if (first.done === true) throw new UnreadableReturn('the file is empty: even with nothing in the table it begins with the names of its columns', { file: file.name, line: 1, column: 1 })
    const read = readHeadings(file.table, first.value.cells)
    if ('fault' in read) throw new UnreadableReturn(read.fault.because, { file: file.name, line: first.value.line, column: read.fault.column })
    return new TableRows(file, rows, read.columns)
  }

  /** The next row without taking it; undefined at the end. */
  async peek(): Promise<TableRow | undefined> {
    if (!this.#isStarted) await this.take()
    return this.#next
  }

  /** The next row, once one was looked at or taken. */
  get next(): TableRow | undefined { return this.#next }

  async take(): Promise<TableRow | undefined> {
    const taken = this.#next
    this.#isStarted = true
    const read = await this.#rows.next()
    this.#next = read.done === true ? undefined : this.#keyed(read.value)
    return taken
  }

  async close(): Promise<void> { await this.#rows.return(undefined) }

  #keyed({ line, cells }: CsvRow): TableRow {
    const key = (index: number | undefined): string => (index === undefined ? '' : (cells[index] ?? '').trim())
    const { own, parent } = this.columns
    for (const index of [own, parent]) if (index !== undefined && key(index) === '') throw new UnreadableReturn('the row has no key', { file: this.#file.name, line, column: index + 1 })
    return { file: this.#file.name, line, cells, own: key(own), parent: key(parent) }
  }
}

async function* namingFile(file: TableFile): CsvRows {
  try {
    yield* readCsv(file.open())
  } catch (fault) {
    if (fault instanceof UnreadableText) throw new UnreadableReturn(fault.why, { file: file.name, line: fault.line, column: fault.column })
    throw fault
  }
}
