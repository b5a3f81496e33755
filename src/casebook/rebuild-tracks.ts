// The case row and its clocks are a cache of what the facts fold to. This folds every case again and says where the two differ.

import type { CaseId, LocalAreaId } from '../domain/ids.ts'
import { keepClocks } from './limits/keep-clocks.ts'
import { foldCase, readLedger } from './ledger.ts'
import type { Occasion, Tx } from './tx.ts'
import { inTransaction } from './tx.ts'

export interface Rebuilt {
  readonly cases: number
  readonly facts: number
  readonly different: readonly { readonly reference: string; readonly columns: readonly string[] }[]
  /** Cases whose facts contradict each other, so that their clocks stand where they last could be told. */
  readonly refused: readonly string[]
}

/** Which cases to fold: every one, those whose clocks were never folded from their newest facts, or those that were refused. */
export type CasesToFold = 'all' | 'behind' | 'refused'

/** Compares every case's cache with its facts, and puts it right when `repair` is said. One case in one transaction. */
export async function rebuildTracks(occasion: Occasion, { repair, which = 'all' }: { repair: boolean; which?: CasesToFold }): Promise<Rebuilt> {
  const cases = await inTransaction(occasion, (tx) => listCases(tx, which))
  let facts = 0
  const different: { reference: string; columns: string[] }[] = []
  const refused: string[] = []
  for (const { localAreaId, id, reference } of cases) {
    const compared = await inTransaction(occasion, (tx) => compareCase(tx, localAreaId, id, repair))
    facts += compared.facts
    if (compared.columns.length > 0) different.push({ reference, columns: compared.columns })
    if (compared.isRefused) refused.push(reference)
  }
  return { cases: cases.length, facts, different, refused }
}

function listCases(tx: Tx, which: CasesToFold) {
  const every = tx.db.selectFrom('caseFile').select(['localAreaId', 'id', 'reference']).orderBy('reference')
  if (which === 'all') return every.execute()
  return (which === 'refused' ? every.where('clocksRefused', 'is not', null)
    : every.where(({ eb, ref }) => eb.or([eb('clocksSeq', 'is', null), eb('clocksSeq', '<>', ref('foldedSeq'))]))).execute()
}

/** Folds one case again and puts right what differs: for what its clocks rest on beside its facts, such as an area's targets. */
export const refoldCase = (occasion: Occasion, localAreaId: LocalAreaId, id: CaseId): Promise<{ columns: string[] }> =>
  inTransaction(occasion, (tx) => compareCase(tx, localAreaId, id, true))

async function compareCase(tx: Tx, localAreaId: LocalAreaId, id: CaseId, repair: boolean): Promise<{ facts: number; columns: string[]; isRefused: boolean }> {
  const row = await tx.db.selectFrom('caseFile').select(['childId', 'stage', 'tracks', 'foldedSeq', 'receivedOn'])
    .where('localAreaId', '=', localAreaId).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const { bornOn, code } = await tx.db.selectFrom('child').innerJoin('localArea', 'localArea.id', 'child.localAreaId').select(['child.bornOn', 'localArea.code'])
    .where('child.localAreaId', '=', localAreaId).where('child.id', '=', row.childId).executeTakeFirstOrThrow()
  const ledger = await readLedger(tx, localAreaId, id)
  const { tracks, receivedOn } = foldCase(ledger)
  const folded = {
    stage: tracks.process, tracks, foldedSeq: ledger.at(-1)?.seq ?? 0,
    // A case without a request in its ledger keeps the day it was opened with.
    receivedOn: receivedOn ?? row.receivedOn,
  }
  const columns = (Object.keys(folded) as (keyof typeof folded)[]).filter((column) => inOrder(folded[column]) !== inOrder(row[column]))
  if (repair && columns.length > 0) {
    await tx.db.updateTable('caseFile').set({ ...folded, tracks: JSON.stringify(tracks) })
      .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
  }
  const clocks = await keepClocks(tx, { localAreaId, areaCode: code, id, bornOn, facts: ledger }, { write: repair })
  return { facts: ledger.length, columns: [...columns, ...clocks.different], isRefused: clocks.refused.length > 0 }
}

/** jsonb gives keys back in an order of its own. */
function inOrder(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
    : JSON.stringify(value)
}
