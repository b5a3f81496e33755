// CSV from an untrusted file of any length, one row at a time. Quotes, line ends and the mark of UTF-8 are the library's; what would make a row grow is
// refused, and every row says the line it begins on.

import { CsvError, parse } from 'csv-parse'
import { decodeUtf8, UnreadableText } from '../files/decode-utf8.ts'

export interface CsvRow {
  /** From 1: of its first character. */
  readonly line: number
  readonly cells: readonly string[]
}

const longestRow = 1_000_000

/** The rows of a file, the row of names first. Throws UnreadableText for what is no CSV, is cut off in a quoted cell, or has a row of another length than the first. */
export async function* readCsv(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<CsvRow> {
  const waiting: CsvRow[] = []
  const lines = { before: 0 }
  const parser = parse({ bom: true, info: true, relax_column_count: false, skip_empty_lines: true, max_record_size: longestRow })
  parser.on('readable', () => {
    for (let row = parser.read() as Given | null; row !== null; row = parser.read() as Given | null) {
      waiting.push({ line: lines.before + 1 + (row.info.empty_lines ?? 0) - told.empty, cells: row.record })
      told.empty = row.info.empty_lines ?? 0
      lines.before = row.info.lines
    }
  })
  const told = { empty: 0 }
  const failed: { fault?: Error } = {}
  const ended = new Promise<void>((resolve) => { parser.once('end', resolve).once('error', (fault) => { failed.fault = fault; resolve() }) })
  try {
    for await (const text of decodeUtf8(bytes, 'CSV')) {
      if (failed.fault !== undefined) break
      if (text !== '' && !parser.write(text)) await Promise.race([new Promise((resolve) => { parser.once('drain', resolve) }), ended])
      yield* waiting.splice(0)
    }
    if (failed.fault === undefined) parser.end()
    await ended
    yield* waiting.splice(0)
    if (failed.fault !== undefined) throw failed.fault
  } catch (fault) {
    if (fault instanceof UnreadableText && fault.line === 0) throw new UnreadableText(fault.why, lines.before + 1, 1)
    if (fault instanceof CsvError) throw new UnreadableText(wordsOf(fault), lines.before + 1, 1)
    throw fault
  } finally {
    parser.destroy()
  }
}

interface Given { readonly record: string[]; readonly info: { readonly lines: number; readonly empty_lines?: number } }

function wordsOf(fault: CsvError): string {
  switch (fault.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS': return 'the row has another number of cells than the first row'
    case 'CSV_QUOTE_NOT_CLOSED': return 'a quoted cell that begins near here has no end: the file is cut off'
    case 'CSV_MAX_RECORD_SIZE': return `the row is longer than ${longestRow.toLocaleString('en-GB')} characters`
    default: return 'a quotation mark stands where none can be'
  }
}
