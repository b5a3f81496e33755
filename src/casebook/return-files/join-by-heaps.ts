// Rows in no order, joined with a memory that does not grow with them: each table is laid into heaps by key on the disk, from the leaves up, and two tables meet
// heap by heap. A row that belongs to nothing is told with its place.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { childrenOf, elementOfRow, parentOf, type ExportTable } from '../../domain/sen2/export-tables.ts'
import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import type { FileElement } from '../../domain/sen2/structure.ts'
import { fileOf, type NineFiles } from './nine-files.ts'
import { TableRows, type TableRow } from './table-rows.ts'
import { UnreadableReturn } from './unreadable-return.ts'

/** About so many are in memory at once: a longer file has more heaps, never larger ones. */
const personsInHeap = 1000

/** Lines appended to many files, a stretch at a time. */
class Heaps {
  readonly #folder: string
  readonly #waiting = new Map<string, string[]>()
  readonly #written = new Set<string>()
  #size = 0
  /** Heaps of each table. */
  readonly count: number

  constructor(folder: string, persons: number) {
    this.#folder = folder
    this.count = Math.max(16, Math.ceil(persons / personsInHeap))
  }

  /** The heap in which the rows with this key are, of whichever table. */
  numberOf(key: string): number { return createHash('sha256').update(key).digest().readUInt32LE(0) % this.count }

  nameOf(heap: string, number: number): string { return path.join(this.#folder, `${heap}-${number}.jsonl`) }

  async add(heap: string, number: number, thing: unknown): Promise<void> {
    const name = this.nameOf(heap, number)
    const line = `${JSON.stringify(thing)}\n`
    const list = this.#waiting.get(name)
    if (list === undefined) this.#waiting.set(name, [line])
    else list.push(line)
    this.#size += line.length
    if (this.#size > 8_000_000) await this.flush()
  }

  async flush(): Promise<void> {
    for (const [name, lines] of this.#waiting) {
      await appendFile(name, lines.join(''), { mode: 0o600 })
      this.#written.add(name)
    }
    this.#waiting.clear()
    this.#size = 0
  }

  async* read<T>(heap: string, number: number): AsyncGenerator<T> {
    const name = this.nameOf(heap, number)
    if (this.#written.has(name)) for await (const line of createInterface({ input: createReadStream(name, 'utf8') })) yield JSON.parse(line) as T
  }

  async remove(heap: string): Promise<void> {
    for (let number = 0; number < this.count; number += 1) if (this.#written.delete(this.nameOf(heap, number))) await rm(this.nameOf(heap, number))
  }
}

interface Joined { readonly parent: string; readonly seq: number; readonly keyColumn: number; readonly element: FileElement }
interface Laid { readonly seq: number; readonly row: TableRow }

/** The persons in the order of their file. `folder` exists, and is the caller's to remove; `persons`: how many rows their file has. */
export async function* joinedByHeaps(nine: NineFiles, year: ReturnYear, { folder, persons }: { readonly folder: string; readonly persons: number }): AsyncGenerator<FileElement> {
  const heaps = new Heaps(folder, persons)
  for (const table of ['plandetail', 'namedplan', 'assessment', 'placementdetail', 'senneed', 'activeplans', 'requests', 'person'] as const) await joinTable(nine, table, year, heaps)
  yield* inOrderOfFile(heaps, persons)
}

async function joinTable(nine: NineFiles, table: ExportTable, year: ReturnYear, heaps: Heaps): Promise<void> {
  const rows = await TableRows.open(fileOf(nine, table))
  const below = childrenOf(table)
  let seq = 0
  for (let row = await rows.peek(); row !== undefined; row = rows.next) {
    await rows.take()
    seq += 1
    if (below.length > 0) await heaps.add(`rows-${table}`, heaps.numberOf(row.own), { seq, row } satisfies Laid)
    else await heaps.add(`joined-${table}`, heaps.numberOf(row.parent), joinedOf(rows, row, seq, year, []))
  }
  await heaps.flush()
  if (below.length === 0) return
  for (let number = 0; number < heaps.count; number += 1) await joinHeap(rows, table, number, year, heaps)
  await heaps.flush()
  await heaps.remove(`rows-${table}`)
  for (const one of below) await heaps.remove(`joined-${one}`)
}

async function joinHeap(rows: TableRows, table: ExportTable, number: number, year: ReturnYear, heaps: Heaps): Promise<void> {
  const inside = new Map<string, Joined[]>()
  for (const below of childrenOf(table)) {
    for await (const one of heaps.read<Joined>(`joined-${below}`, number)) {
      const list = inside.get(one.parent)
      if (list === undefined) inside.set(one.parent, [one])
      else list.push(one)
    }
  }
  const seen = new Set<string>()
  const done: { readonly heap: number; readonly one: Joined }[] = []
  for await (const { seq, row } of heaps.read<Laid>(`rows-${table}`, number)) {
    if (seen.has(row.own)) throw new UnreadableReturn('the key of this row comes twice', { file: row.file, line: row.line, column: (rows.columns.own ?? 0) + 1 })
    seen.add(row.own)
    // By their files, and within a file by their rows: as they stand in the export.
    const elements = (inside.get(row.own) ?? []).toSorted((one, other) => one.seq - other.seq).map(({ element }) => element)
    done.push({ heap: parentOf(table) === 'sen2' ? stretchOf(seq) : heaps.numberOf(row.parent), one: joinedOf(rows, row, seq, year, elements) })
    inside.delete(row.own)
  }
  const [orphan] = [...inside.values()].flat().toSorted((one, other) => one.seq - other.seq)
  if (orphan !== undefined) {
    const { element: { file, line }, keyColumn } = orphan
    throw new UnreadableReturn(`the row belongs to a row of ${table} that is not there`, { file, line, column: keyColumn })
  }
  for (const { heap, one } of done) await heaps.add(`joined-${table}`, heap, one)
}

const joinedOf = ({ columns }: TableRows, row: TableRow, seq: number, year: ReturnYear, inside: readonly FileElement[]): Joined =>
  ({ parent: row.parent, seq, keyColumn: (columns.parent ?? 0) + 1, element: elementOfRow(columns, row, year, inside) })

/** Persons are laid by their place in the file, so that one stretch after another is read and put in order. */
const stretchOf = (seq: number): number => Math.floor(seq / personsInHeap)

async function* inOrderOfFile(heaps: Heaps, persons: number): AsyncGenerator<FileElement> {
  for (let stretch = 0; stretch <= stretchOf(persons); stretch += 1) {
    const joined: Joined[] = []
    for await (const one of heaps.read<Joined>('joined-person', stretch)) joined.push(one)
    for (const { element } of joined.toSorted((one, other) => one.seq - other.seq)) yield element
  }
}
