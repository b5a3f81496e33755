// What a package says with nothing in it that is an id: each id is put as what stands in its row and in the rows that this names, so that
// two packages of one child, made by two councils, can be compared element by element.

import { createHash } from 'node:crypto'
import type { MovedFact, Row } from '../../src/features/moves/package/format.ts'
import { columnsOf, idOf, movedTableNames } from '../../src/features/moves/package/moved-tables.ts'
import type { OpenedPackage } from '../../src/features/moves/package/read-package.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const markOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** How far a row sees along what it names: a line's source, its report, its author. */
const rounds = 4

export function withoutIds({ record: { people, organisations, tables, ledger, earlier, clocks }, versions, files, manifest }: OpenedPackage) {
  let marks = new Map<string, string>()
  const put = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null).replaceAll(uuid, (id) => marks.get(id) ?? id)) as unknown
  // `ids` leads from the frozen text to rows of this very package: it is compared by what it leads to elsewhere.
  const bare = (row: Row, own: boolean): Row => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'ids' && (own || name !== 'id')))
  const all: readonly (readonly [id: string, row: unknown])[] = [
    ...people.map(({ id, ...person }) => [id, person] as const), ...organisations.map(({ id, ...body }) => [id, body] as const),
    ...movedTableNames.flatMap((table) => tables[table].flatMap((row) => { const id = idOf(table, row); return typeof id === 'string' && 'id' in row ? [[id, { table, ...bare(row, false) }] as const] : [] })),
  ]
  marks = new Map(all.map(([id]) => [id, 'somebody']))
  for (let round = 0; round < rounds; round += 1) marks = new Map(all.map(([id, row]) => [id, markOf(put(row))] as const))
  const sorted = (values: readonly unknown[]): unknown[] => values.map((value) => put(value)).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const fact = ({ type, happenedOn, fact: said }: MovedFact) => ({ type, happenedOn, fact: put(said) })
  return {
    planFirstMadeOn: manifest.planFirstMadeOn, people: sorted(people), organisations: sorted(organisations),
    tables: Object.fromEntries(movedTableNames.map((table) => [table, sorted(tables[table].map((row) => bare(row, true)))])),
    columns: movedTableNames.map((table) => columnsOf(table).length), versions: [...versions].toSorted(), files: [...files.keys()].toSorted(),
    ledger: ledger.map(fact), wholeLedger: ledger.map(({ fact: said, ...one }) => ({ ...one, fact: put(said) })),
    earlier: earlier.map((one) => ({ ...one, ledger: one.ledger.map(({ fact: said, ...rest }) => ({ ...rest, fact: put(said) })) })), clocks: clocks.map(({ clock, startedOn, dueOn, owedBy }) => ({ clock, startedOn, dueOn, owedBy })),
  }
}
