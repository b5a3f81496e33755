// A return in whatever form it comes: XML, the nine files of an export, or a zip of either; one person at a time.

import type { FilePiece } from '../../domain/sen2/check-return.ts'
import { wayToPersons } from '../../domain/sen2/check-return.ts'
import { tableOfFileName } from '../../domain/sen2/export-tables.ts'
import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import { BadZip, isZip, zipEntries, type RangedFile } from '../../platform/files/zip-stream.ts'
import { UnreadableText } from '../../platform/files/decode-utf8.ts'
import { readXml } from '../../platform/xml/read-xml.ts'
import { exportPieces } from './export-pieces.ts'
import { nineFilesOf } from './nine-files.ts'
import type { TableFile } from './table-rows.ts'
import { UnreadableReturn } from './unreadable-return.ts'

interface Named { readonly name: string; readonly open: () => AsyncIterable<Uint8Array | string> }

/** `heaps`: a folder that exists, for tables whose rows are in no order; it is the caller's to remove. Throws UnreadableReturn. */
export async function* returnPieces(files: readonly RangedFile[], reading: { readonly year?: ReturnYear; readonly heaps: string }): AsyncGenerator<FilePiece> {
  try {
    const inside = await unzipped(files)
    const [first] = inside
    if (first === undefined) throw new UnreadableReturn('there is no file', { line: 1, column: 1 })
    if (inside.length === 1 && tableOfFileName(first.name) === undefined) yield* readXml(first.open(), wayToPersons)
    else yield* exportPieces(nineFilesOf(inside.map(tableFileOf)), reading)
  } catch (fault) {
    if (fault instanceof UnreadableText) throw new UnreadableReturn(fault.why, fault)
    if (fault instanceof BadZip) throw new UnreadableReturn(zipWords[fault.why], { line: 1, column: 1 })
    throw fault
  }
}

const zipWords = {
  broken: 'the zip file is damaged or was not saved completely; make it again', encrypted: 'the zip file has a password; make one without', 'too-large': 'the zip file holds too much to be a return',
} as const

/** The files, or those inside one zip; what computers add to a zip for themselves is none of them. */
async function unzipped(files: readonly RangedFile[]): Promise<Named[]> {
  const [only] = files
  if (only === undefined || files.length > 1 || !(await isZip(only))) return files.map(({ name, stream }) => ({ name, open: () => stream() }))
  const entries = (await zipEntries(only)).filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name))
  if (entries.some(({ name }) => name.startsWith('xl/'))) throw new UnreadableReturn('this is an Excel workbook; save the return as XML', { line: 1, column: 1 })
  return entries.map(({ name, stream }) => ({ name: name.split('/').at(-1) ?? name, open: stream }))
}

function tableFileOf({ name, open }: Named): TableFile {
  const table = tableOfFileName(name)
  if (table === undefined) throw new UnreadableReturn('this is none of the nine files of an export: their names end in sen2.csv, person.csv, requests.csv and so on', { file: name, line: 1, column: 1 })
  return { table, name, open }
}
