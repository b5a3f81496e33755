// The line that each file of rows leaves: which, by whom, for what, how many rows, and the hash of the file.

import type { LocalAreaId, PersonId } from '../domain/ids.ts'
import type { Tx } from './tx.ts'

export interface MadeExport {
  readonly name: string
  readonly purpose: string
  readonly purposeWords: string | undefined
  readonly sha256: string
  /** How many rows are of which area. */
  readonly rows: ReadonlyMap<LocalAreaId, number>
}

export async function insertExport(tx: Tx, { name, purpose, purposeWords, sha256, rows }: MadeExport, personId: PersonId): Promise<void> {
  await tx.db.insertInto('exportMade').values([...rows].map(([localAreaId, rowCount]) => ({
    localAreaId, id: tx.newId<string>(), export: name, purpose, purposeWords: purposeWords ?? null, personId, madeAt: tx.now, rowCount, sha256,
  }))).execute()
}
