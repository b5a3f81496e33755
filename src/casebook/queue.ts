// Work for later is queued in the transaction of the act that wants it: it happens if, and only if, the act did.

import { sql } from 'kysely'
import type { Tx } from './tx.ts'

/** Queues a job for the worker. With a `key`, a later one of the same key replaces one that still waits; with a delay it is not begun before that. */
export async function enqueue(tx: Tx, job: string, payload: object, { key, inMilliseconds = 0 }: { key?: string; inMilliseconds?: number } = {}): Promise<void> {
  await sql`select hub_enqueue(${job}, ${JSON.stringify(payload)}::json, ${key ?? null}, now() + ${inMilliseconds} * interval '1 millisecond')`.execute(tx.db)
}
