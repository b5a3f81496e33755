// What is sent to a body and to nobody by name: one list for all who hold a role that reads it, in every area, with who has it now and
// since when.

import { sql } from 'kysely'
import { isSeen } from '../../casebook/sending/hold.ts'
import { caseInSight, organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseRow, RawRow } from './case-rows-store.ts'
import { columns, joins, toRow } from './case-rows-store.ts'

export interface InboxItem {
  readonly row: CaseRow
  readonly what: 'advice' | 'consultation' | 'plan'
  /** Of the request, the consultation; of a plan nothing is needed beside its case. */
  readonly aboutId: string
  readonly body: string
  readonly since: PlainDate
  readonly dueOn?: PlainDate
  /** The colleague who has it; absent: nobody yet. */
  readonly with?: string
}

/** The oldest first. Advice that the viewer has taken on is in their own list. */
export async function listRoleInbox(tx: Tx): Promise<InboxItem[]> {
  if (tx.viewer.kind !== 'person') return []
  const bodies = sql`any(${organisationsOf(tx.viewer)}::uuid[])`
  const found = await sql<RawRow & { what: InboxItem['what']; aboutId: string; body: string; since: PlainDate; dueOn: PlainDate | null; withName: string | null }>`
    select ${columns}, i.what, i.about_id, coalesce(b.service || ', ', '') || b.name as body, i.since, i.due_on, w.full_name as with_name
    from (
      select q.local_area_id, q.case_id, 'advice' as what, q.id as about_id, q.asked_organisation_id as body_id, q.sent_on as since, q.due_on, q.asked_person_id as with_id
      from advice_request q where q.asked_organisation_id = ${bodies} and q.state in ('asked', 'received', 'returned') and q.asked_person_id is distinct from ${tx.viewer.personId} and ${isSeen(tx, 'q.local_area_id', 'q.id')}
      union all
      select k.local_area_id, k.case_id, 'consultation', k.id, k.organisation_id, k.sent_on, k.due_on, null
      from consultation k where k.organisation_id = ${bodies} and k.answered_at is null and k.withdrawn_at is null and ${isSeen(tx, 'k.local_area_id', 'k.id')}
      union all
      select d.local_area_id, d.case_id, 'plan', d.id, d.organisation_id, (d.sent_at at time zone 'Europe/London')::date, null,
        (select r.person_id from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id order by r.opened_at limit 1)
      from delivery d where d.organisation_id = ${bodies} and d.person_id is null and not d.by_post and ${isSeen(tx, 'd.local_area_id', 'd.id')}
        and not exists (select 1 from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id and r.acknowledged_at is not null)) i
    join case_file c on c.local_area_id = i.local_area_id and c.id = i.case_id ${joins(tx.today)}
    join organisation b on b.id = i.body_id left join person w on w.id = i.with_id
    where ${caseInSight(tx, 'c')}
    order by i.since, c.reference limit 200`.execute(tx.db)
  return found.rows.map((raw) => ({
    row: toRow(raw), what: raw.what, aboutId: raw.aboutId, body: raw.body, since: raw.since,
    ...(raw.dueOn === null ? {} : { dueOn: raw.dueOn }), ...(raw.withName === null ? {} : { with: raw.withName }),
  }))
}
