// Work for later is queued in the transaction of the act that wants it: it happens if, and only if, the act did.

import { sql } from 'kysely'
import type { Tx } from './tx.ts'

/** Queues a job for the worker. With a `key`, a later one of the same key replaces one that still waits. */
export async function enqueue(tx: Tx, job: string, payload: object, { key }: { key?: string } = {}): Promise<void> {
  await sql`select hub_enqueue(${job}, ${JSON.stringify(payload)}::json, ${key ?? null})`.execute(tx.db)
}
