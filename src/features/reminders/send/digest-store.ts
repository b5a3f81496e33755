// The counts of a day's work for those who look after cases and for managers, and who has had theirs (table digest).

import { sql } from 'kysely'
import { isTimeToChase, lastChaseOf } from '../../../casebook/limits/automatic-chases.ts'
import { batchSize } from '../../../casebook/in-batches.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { councilOwes } from '../../../domain/case-file/work-reasons.ts'
import type { LocalAreaId, PersonId } from '../../../domain/ids.ts'
import type { DigestCounts } from '../../../domain/reminders/reminder-words.ts'
import { isUnexplained } from '../reminder-store.ts'

export interface DigestReader {
  readonly localAreaId: LocalAreaId
  readonly councilName: string
  readonly personId: PersonId
  readonly isManager: boolean
}

/** Officers who look after a case, and managers, of every area, who have had no summary today: people of the council's team of today. */
export async function listReaders(tx: Tx, after: DigestReader | undefined): Promise<DigestReader[]> {
  const found = await sql<DigestReader>`
    select a.id as local_area_id, a.council_name, m.person_id, bool_or(m.role = 'decision-maker') as is_manager
    from membership m join organisation o on o.id = m.organisation_id and o.kind = 'council' join local_area a on a.id = o.local_area_id
    where m.role in ('case-officer', 'decision-maker') and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today})
      and not exists (select 1 from digest d where d.local_area_id = a.id and d.person_id = m.person_id and d.on_day = ${tx.today})
      ${after === undefined ? sql`` : sql`and (a.id, m.person_id) > (${after.localAreaId}, ${after.personId})`}
    group by a.id, a.council_name, m.person_id order by a.id, m.person_id limit ${batchSize}`.execute(tx.db)
  return [...found.rows]
}

/** Cases of one officer, or of the whole area for a manager, as their own list of today's work counts them. */
export async function countsFor(tx: Tx, { localAreaId, personId, isManager }: DigestReader): Promise<DigestCounts> {
  const { today } = tx
  const ours = sql`any(${[...councilOwes]}::text[])`
  const isTheirs = isManager ? sql`true` : sql`c.case_officer_id = ${personId}`
  const isLive = sql`c.local_area_id = ${localAreaId} and c.stage not in ('closed', 'exported') and ${isTheirs}`
  const found = await sql<{ late: number; week: number; chase: number; unexplained: number }>`
    with limits as (
      select cl.*, cl.owed_by = ${ours} as is_ours from clock cl join case_file c on c.local_area_id = cl.local_area_id and c.id = cl.case_id
      where cl.local_area_id = ${localAreaId} and cl.is_open and cl.nature = 'limit' and cl.due_on <= ${today}::date + 7 and ${isLive})
    select
      (select count(*)::int from (select case_id from limits where is_ours and standing = 'law' and due_on <= ${today}
        union select c.id from case_file c where c.clocks_refused is not null and ${isLive}) late) as late,
      (select count(distinct case_id)::int from limits where is_ours and standing = 'law' and due_on > ${today}) as week,
      (select count(distinct l.case_id)::int from limits l
        left join advice_request ar on l.scope = 'advice' and ar.local_area_id = l.local_area_id and ar.case_id = l.case_id and ar.id = case when l.scope = 'advice' then l.about::uuid end
        left join consultation k on l.scope = 'consultation' and k.local_area_id = l.local_area_id and k.case_id = l.case_id and k.id = case when l.scope = 'consultation' then l.about::uuid end
        where not l.is_ours and l.due_on < ${today}
          and ${isTimeToChase(today, sql`coalesce(${lastChaseOf('ar')}, ${lastChaseOf('k')})`)}) as chase,
      (select count(*)::int from limits cl where ${isUnexplained(today)}) as unexplained`.execute(tx.db)
  const { late = 0, week = 0, chase = 0, unexplained = 0 } = found.rows[0] ?? {}
  return { late, week, chase, ...(isManager ? { unexplained } : {}) }
}

/** Claims the day for this reader; false when somebody else has it: their transaction waits for ours, and then finds the row. */
export async function claimDigest(tx: Tx, { localAreaId, personId }: DigestReader, counts: DigestCounts): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db.insertInto('digest')
    .values({ localAreaId, personId, onDay: tx.today, counts: JSON.stringify(counts), recordedAt: tx.now, outgoingId: null })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function noteDigestSent(tx: Tx, { localAreaId, personId }: DigestReader, outgoingId: string): Promise<void> {
  await tx.db.updateTable('digest').set({ outgoingId }).where('localAreaId', '=', localAreaId).where('personId', '=', personId).where('onDay', '=', tx.today).execute()
}

/** Summaries of other days that never left: today's takes their place. */
export async function listStaleDigests(tx: Tx, { localAreaId, personId }: DigestReader): Promise<string[]> {
  const rows = await tx.db.selectFrom('outgoing').select('id').where('localAreaId', '=', localAreaId).where('toPersonId', '=', personId)
    .where('about', '=', 'digest').where('state', 'in', ['queued', 'failed']).forUpdate().execute()
  return rows.map(({ id }) => id)
}
