// How much of the outbox waits for a person, and how much has waited too long.

import { sql } from 'kysely'
import { councilAreasOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'

/** How many there are in each state that somebody has to look at. */
export async function countWaiting(tx: Tx): Promise<{ failed: number; toPost: number }> {
  const found = await sql<{ failed: number; toPost: number }>`
    select count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'queued' and channel = 'letter' and (held_until is null or held_until <= ${tx.now})) as to_post
    from outgoing where local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[]) and state in ('failed', 'queued')`.execute(tx.db)
  return found.rows[0] ?? { failed: 0, toPost: 0 }
}
