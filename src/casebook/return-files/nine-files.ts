import { exportTables, type ExportTable } from '../../domain/sen2/export-tables.ts'
import type { TableFile } from './table-rows.ts'
import { UnreadableReturn } from './unreadable-return.ts'

export type NineFiles = ReadonlyMap<ExportTable, TableFile>

/** Which files are missing or come twice; throws UnreadableReturn naming them. */
export function nineFilesOf(files: readonly TableFile[]): NineFiles {
  const nine = new Map<ExportTable, TableFile>()
  for (const file of files) {
    const other = nine.get(file.table)
    if (other !== undefined) throw new UnreadableReturn(`there are two files of the table ${file.table}: the other is ${other.name}`, { file: file.name, line: 1, column: 1 })
    nine.set(file.table, file)
  }
  const missing = exportTables.filter((table) => !nine.has(table))
  if (missing.length > 0) throw new UnreadableReturn(`the export is nine files, and ${missing.length === 1 ? 'one is' : `${missing.length} are`} missing: ${missing.join(', ')}`, { line: 1, column: 1 })
  return nine
}

export function fileOf(nine: NineFiles, table: ExportTable): TableFile {
  const file = nine.get(table)
  if (file === undefined) throw new Error(`no file of ${table}`)
  return file
}
