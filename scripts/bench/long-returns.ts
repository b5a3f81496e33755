// Returns of any length for the benches, written a stretch at a time: as XML, and as the nine CSV files of the department's export.

import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { aSen2Header, manySen2Persons } from '../../test/builders/a-sen2-return.ts'
import { exportFileName, exportRows } from '../../test/builders/nine-files.ts'
import { exportTables } from '../../src/domain/sen2/export-tables.ts'
import { personText, returnBeginning, returnEnd } from '../../src/domain/sen2/write-return.ts'

/** Until there are so many persons, or the file is that long. Answers how many persons it has. */
export function writeXml(file: string, { persons: most = 10_000_000, megabytes = Infinity }: { readonly persons?: number; readonly megabytes?: number }): number {
  const to = openSync(file, 'w')
  let [written, persons, text] = [0, 0, returnBeginning(aSen2Header(), 2026)]
  for (const person of manySen2Persons(most)) {
    text += personText(person, 2026)
    persons += 1
    if (text.length > 1_000_000) {
      written += writeSync(to, text)
      text = ''
      if (written >= megabytes * 1_000_000) break
    }
  }
  writeSync(to, `${text}${returnEnd}`)
  closeSync(to)
  return persons
}

/** `mixed`: of every table below the persons, the even rows stand behind the odd ones. */
export function writeNine(folder: string, persons: number, order: 'in-order' | 'mixed'): void {
  mkdirSync(folder, { recursive: true })
  const halves = new Map<string, { readonly file: string; text: string }>(exportTables.flatMap((table) => [0, 1].map((half) => [`${table}${half}`, { file: path.join(folder, half === 0 ? exportFileName(table) : `${table}.later`), text: '' }])))
  const rows = new Map<string, number>()
  for (const { table, text } of exportRows(aSen2Header(), manySen2Persons(persons))) {
    const row = rows.get(table) ?? 0
    rows.set(table, row + 1)
    // The first row has the names.
    const half = halves.get(`${table}${order === 'mixed' && table !== 'sen2' && table !== 'person' && row > 0 && row % 2 === 0 ? 1 : 0}`)
    if (half === undefined) continue
    half.text += text
    if (half.text.length > 500_000) { appendFileSync(half.file, half.text); half.text = '' }
  }
  for (const { file, text } of halves.values()) if (text !== '') appendFileSync(file, text)
  if (order === 'in-order') return
  for (const table of exportTables.filter((one) => one !== 'sen2' && one !== 'person')) {
    const later = path.join(folder, `${table}.later`)
    appendFileSync(path.join(folder, exportFileName(table)), readFileSync(later))
    rmSync(later)
  }
}
