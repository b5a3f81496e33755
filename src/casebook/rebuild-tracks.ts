// The case row keeps a cache of what its facts fold to. This folds every case again and says where the two differ.

import type { CaseId, LocalAreaId } from '../domain/ids.ts'
import { foldCase, readLedger } from './ledger.ts'
import type { Occasion, Tx } from './tx.ts'
import { inTransaction } from './tx.ts'

export interface Rebuilt {
  readonly cases: number
  readonly facts: number
  readonly different: readonly { readonly reference: string; readonly columns: readonly string[] }[]
}

/** Compares every case's cache with its facts, and puts it right when `repair` is said. One case in one transaction. */
export async function rebuildTracks(occasion: Occasion, { repair }: { repair: boolean }): Promise<Rebuilt> {
  const cases = await occasion.house.database.selectFrom('caseFile').select(['localAreaId', 'id', 'reference']).orderBy('reference').execute()
  let facts = 0
  const different: { reference: string; columns: string[] }[] = []
  for (const { localAreaId, id, reference } of cases) {
    const compared = await inTransaction(occasion, (tx) => compareCase(tx, localAreaId, id, repair))
    facts += compared.facts
    if (compared.columns.length > 0) different.push({ reference, columns: compared.columns })
  }
  return { cases: cases.length, facts, different }
}

async function compareCase(tx: Tx, localAreaId: LocalAreaId, id: CaseId, repair: boolean): Promise<{ facts: number; columns: string[] }> {
  const row = await tx.db.selectFrom('caseFile').select(['stage', 'tracks', 'foldedSeq', 'receivedOn', 'nextStep', 'nextDueOn', 'nextHolder'])
    .where('localAreaId', '=', localAreaId).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const ledger = await readLedger(tx, localAreaId, id)
  const { tracks, receivedOn, ...next } = foldCase(ledger)
  const folded = {
    ...next, stage: tracks.process, tracks, foldedSeq: ledger.at(-1)?.seq ?? 0,
    // A case without a request in its ledger keeps the day it was opened with.
    receivedOn: receivedOn ?? row.receivedOn,
  }
  const columns = (Object.keys(folded) as (keyof typeof folded)[]).filter((column) => inOrder(folded[column]) !== inOrder(row[column]))
  if (repair && columns.length > 0) {
    await tx.db.updateTable('caseFile').set({ ...folded, tracks: JSON.stringify(tracks) })
      .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
  }
  return { facts: ledger.length, columns }
}

/** jsonb gives keys back in an order of its own. */
function inOrder(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
    : JSON.stringify(value)
}
