// What an area lets the worker chase by itself, with every change that was ever made (table automatic_chase; casebook reads it).

import type { Tx } from '../../../casebook/tx.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import type { LocalAreaId, PersonId } from '../../../domain/ids.ts'
import type { ChaseKind } from '../../../domain/reminders/chasing.ts'

export interface ChasingChange {
  readonly kind: ChaseKind
  readonly isOn: boolean
  readonly reason: string
  readonly by: string
  readonly changedAt: Instant
}

/** The newest first. */
export async function listChanges(tx: Tx, localAreaId: LocalAreaId): Promise<ChasingChange[]> {
  const rows = await tx.db.selectFrom('automaticChase as k').innerJoin('person as p', 'p.id', 'k.changedBy').select(['k.kind', 'k.isOn', 'k.reason', 'k.changedAt', 'p.fullName'])
    .where('k.localAreaId', '=', localAreaId).orderBy('k.changedAt', 'desc').execute()
  return rows.map(({ kind, fullName, ...change }) => ({ ...change, kind: kind as ChaseKind, by: fullName }))
}

export async function insertChange(tx: Tx, localAreaId: LocalAreaId, change: { kind: ChaseKind; isOn: boolean; reason: string; changedBy: PersonId }): Promise<void> {
  await tx.db.insertInto('automaticChase').values({ localAreaId, ...change, changedAt: tx.now }).execute()
}
