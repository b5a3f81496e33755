// The nine files of the department's own export as the pieces of one return: header, one person after another, the end. While every file is in the order of the
// file above it, they are read side by side and nothing is kept. Whether that is so is found by reading the keys once; where it is not, the
// rows are laid into heaps by key on the disk and joined heap by heap.

import type { FilePiece } from '../../domain/sen2/check-return.ts'
import { childrenOf, elementOfRow, exportTables, yearInHeader, type ExportTable } from '../../domain/sen2/export-tables.ts'
import { newestReturnYear, returnYearOf, type ReturnYear } from '../../domain/sen2/return-years.ts'
import type { FileElement } from '../../domain/sen2/structure.ts'
import { joinedByHeaps } from './join-by-heaps.ts'
import { fileOf, type NineFiles } from './nine-files.ts'
import { TableRows, type TableRow } from './table-rows.ts'
import { UnreadableReturn } from './unreadable-return.ts'

/** `heaps`: a folder that exists, for files that are not in order; it is the caller's to remove. */
export async function* exportPieces(nine: NineFiles, { year: asked, heaps }: { readonly year?: ReturnYear; readonly heaps: string }): AsyncGenerator<FilePiece> {
  const top = await headerOf(nine)
  const year = asked ?? returnYearOf(top.year ?? '') ?? newestReturnYear
  const message: FileElement = { name: 'Message', file: top.file, line: 1, column: 1, text: '', attributes: [], children: [] }
  const persons: FileElement = { ...message, name: 'Persons', file: fileOf(nine, 'person').name }
  yield { kind: 'opened', element: message }
  yield { kind: 'whole', element: elementOfRow(top.columns, top.row, year) }
  yield { kind: 'opened', element: persons }
  const { isInOrder, persons: count } = await readKeys(nine)
  for await (const element of isInOrder ? sideBySide(nine, year) : joinedByHeaps(nine, year, { folder: heaps, persons: count })) yield { kind: 'whole', element }
  yield { kind: 'closed', element: persons }
  yield { kind: 'closed', element: message }
}

async function headerOf(nine: NineFiles) {
  const file = fileOf(nine, 'sen2')
  const rows = await TableRows.open(file)
  const row = await rows.peek()
  if (row === undefined) throw new UnreadableReturn('the file has no row: it says what the return is', { file: file.name, line: 2, column: 1 })
  await rows.take()
  const second = rows.next
  if (second !== undefined) throw new UnreadableReturn('the file has a second row: it is of several returns', { file: file.name, line: second.line, column: 1 })
  await rows.close()
  return { row, columns: rows.columns, year: yearInHeader(rows.columns, row.cells), file: file.name }
}

async function openAll(nine: NineFiles): Promise<Map<ExportTable, TableRows>> {
  const all = new Map<ExportTable, TableRows>()
  for (const table of exportTables) {
    if (table === 'sen2') continue
    const rows = await TableRows.open(fileOf(nine, table))
    await rows.peek()
    all.set(table, rows)
  }
  return all
}

const rowsOf = (all: ReadonlyMap<ExportTable, TableRows>, table: ExportTable): TableRows => {
  const rows = all.get(table)
  if (rows === undefined) throw new Error(`no rows of ${table}`)
  return rows
}

/** Goes through all nine side by side as they will be read: in order when every row was come by. `persons`: how many rows their file has. */
async function readKeys(nine: NineFiles): Promise<{ readonly isInOrder: boolean; readonly persons: number }> {
  const all = await openAll(nine)
  const passBelow = async (table: ExportTable, key: string): Promise<void> => {
    for (const below of childrenOf(table)) {
      const rows = rowsOf(all, below)
      while (rows.next?.parent === key) {
        const own = rows.next.own
        await rows.take()
        await passBelow(below, own)
      }
    }
  }
  const persons = rowsOf(all, 'person')
  let last: string | undefined
  let isTwice = false
  let count = 0
  while (persons.next !== undefined) {
    const { own } = persons.next
    isTwice ||= own === last
    count += 1
    last = own
    await persons.take()
    await passBelow('person', own)
  }
  const isInOrder = !isTwice && [...all.values()].every((rows) => rows.next === undefined)
  for (const rows of all.values()) await rows.close()
  return { isInOrder, persons: count }
}

async function* sideBySide(nine: NineFiles, year: ReturnYear): AsyncGenerator<FileElement> {
  const all = await openAll(nine)
  const build = async (table: ExportTable, row: TableRow): Promise<FileElement> => {
    const inside: FileElement[] = []
    for (const below of childrenOf(table)) {
      const rows = rowsOf(all, below)
      while (rows.next?.parent === row.own) {
        const child = rows.next
        await rows.take()
        inside.push(await build(below, child))
      }
    }
    return elementOfRow(rowsOf(all, table).columns, row, year, inside)
  }
  const persons = rowsOf(all, 'person')
  while (persons.next !== undefined) {
    const person = persons.next
    await persons.take()
    yield await build('person', person)
  }
  for (const rows of all.values()) await rows.close()
}
