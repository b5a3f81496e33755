// What of the outbox has waited too long, by whose it is: the alarm on the home page of its owner and of whoever decides.

import { sql } from 'kysely'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import { lettersOverdueFrom, minutesToLeave } from '../../domain/sending/outbox-alarm.ts'
import { ownerNow } from './outgoing-owner.ts'
import { councilAreasOf } from '../access/sight.ts'
import type { Tx } from '../tx.ts'

export interface OverdueOutgoing { readonly mine: number; readonly all: number; readonly failed: number }

export async function countOverdueOutgoing(tx: Tx): Promise<OverdueOutgoing> {
  const { viewer } = tx
  const areas = councilAreasOf(viewer)
  if (viewer.kind !== 'person' || areas.length === 0) return { mine: 0, all: 0, failed: 0 }
  const found = await sql<OverdueOutgoing>`
    select count(*) filter (where own.owner_now_id = ${viewer.personId})::int as mine, count(*)::int as "all", count(*) filter (where g.state = 'failed')::int as failed
    from outgoing g left join case_file c on c.local_area_id = g.local_area_id and c.id = g.case_id ${ownerNow(tx)}
    where g.local_area_id = any(${areas}::uuid[]) and (g.state = 'failed'
      or (g.state = 'queued' and g.channel = 'letter' and (g.queued_at at time zone 'Europe/London')::date <= ${lettersOverdueFrom(tx.today)})
      or (g.state = 'queued' and g.channel in ('email', 'text') and not g.by_day and coalesce(g.held_until, g.queued_at) < ${instantAfter(tx.now, -minutesToLeave * 60 * 1000)}))`.execute(tx.db)
  return found.rows[0] ?? { mine: 0, all: 0, failed: 0 }
}
