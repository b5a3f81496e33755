// What was reminded and chased in the viewer's areas, as the ledger says it, and how much of it waits or failed.

import { sql } from 'kysely'
import { reminderAbouts } from '../../../casebook/sending/outgoing.ts'
import { caseInSight, councilAreasOf } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Fact, RecordedFact } from '../../../domain/case-file/facts.ts'
import type { Instant, PlainDate } from '../../../domain/calendar/plain-date.ts'

export interface RemindedRow {
  readonly key: { readonly area: string; readonly caseId: string }
  readonly reference: string
  readonly child: string
  readonly fact: RecordedFact
  /** Absent when the program did it by itself. */
  readonly by?: string
}

// Word for word the condition of the index fact_reminding: as a parameter it would not be used.
const isReminding = sql`f.type in ('reminder-sent', 'advice-chased', 'consultation-chased', 'delivery-chased')`

export async function listReminded(tx: Tx, { limit, offset }: { limit: number; offset: number }): Promise<RemindedRow[]> {
  const found = await sql<{ code: string; caseId: string; reference: string; child: string; seq: number; type: string; data: object; happenedOn: PlainDate; recordedAt: Instant; by: string | null }>`
    select a.code, c.id as case_id, c.reference, coalesce(ch.preferred_name, ch.given_name) || ' ' || ch.family_name as child, f.seq, f.type, f.data, f.happened_on, f.recorded_at, p.full_name as by
    from fact f join case_file c on c.local_area_id = f.local_area_id and c.id = f.case_id
    join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id join local_area a on a.id = f.local_area_id left join person p on p.id = f.recorded_by
    where f.local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[]) and ${isReminding} and ${caseInSight(tx, 'c')}
    order by f.recorded_at desc, f.case_id, f.seq desc limit ${limit} offset ${offset}`.execute(tx.db)
  return found.rows.map(({ code, caseId, reference, child, seq, type, data, happenedOn, recordedAt, by }) => ({
    key: { area: code, caseId }, reference, child, ...(by === null ? {} : { by }), fact: { type, ...data, seq, happenedOn, recordedAt } as unknown as RecordedFact<Fact>,
  }))
}

export interface ReminderCounts {
  readonly waiting: number
  readonly failed: number
  readonly toPost: number
}

export async function countReminders(tx: Tx): Promise<ReminderCounts> {
  const found = await sql<ReminderCounts>`
    select count(*) filter (where state = 'queued' and channel <> 'letter')::int as waiting, count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'queued' and channel = 'letter')::int as to_post
    from outgoing where local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[]) and state in ('queued', 'failed') and about = any(${[...reminderAbouts]}::text[])`.execute(tx.db)
  return found.rows[0] ?? { waiting: 0, failed: 0, toPost: 0 }
}
