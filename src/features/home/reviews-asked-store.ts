// Reviews to which the viewer, or a body of theirs, is invited and that are not over: what is asked of them, and by when.

import { sql } from 'kysely'
import { caseInSight, organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseRow, RawRow } from './case-rows-store.ts'
import { columns, joins, toRow } from './case-rows-store.ts'

export interface ReviewAsked {
  readonly row: CaseRow
  readonly reviewId: string
  readonly invitationId: string
  /** Of a body: its name. Absent: the viewer by name. */
  readonly body?: string
  readonly meetingOn: PlainDate
  readonly starts: string
  readonly invitedAt: Instant
  readonly part: 'not-begun' | 'begun' | 'given'
}

/** The meeting that comes first at the top, and what somebody is asked by name before what their body is; until the report is sent, or the meeting is called off. Nothing that is held, or was taken back. */
export async function listReviewsAsked(tx: Tx): Promise<ReviewAsked[]> {
  if (tx.viewer.kind !== 'person') return []
  const stands = (alias: string) => sql`not exists (select 1 from fact k where k.local_area_id = ${sql.ref(`${alias}.local_area_id`)} and k.case_id = ${sql.ref(`${alias}.case_id`)} and k.corrects_seq = ${sql.ref(`${alias}.seq`)})`
  const found = await sql<RawRow & { reviewId: string; invitationId: string; body: string | null; meetingOn: PlainDate; starts: string; sentAt: Instant; state: ReviewAsked['part'] }>`
    select ${columns}, i.review_id, i.id as invitation_id, coalesce(b.service || ', ', '') || b.name as body, m.meeting_on, r.starts, i.sent_at,
      case when w.given_at is not null then 'given' when w.invitation_id is not null then 'begun' else 'not-begun' end as state
    from review_invitation i join review_arrangement r on r.local_area_id = i.local_area_id and r.review_id = i.review_id
    join case_file c on c.local_area_id = i.local_area_id and c.id = i.case_id ${joins(tx.today)}
    join lateral (select (f.data ->> 'meetingOn')::date as meeting_on from fact f where f.local_area_id = i.local_area_id and f.case_id = i.case_id and f.type = 'review-meeting-arranged'
      and f.data ->> 'reviewId' = i.review_id::text and ${stands('f')} order by f.seq desc limit 1) m on true
    left join organisation b on b.id = i.organisation_id and i.person_id is null
    left join review_contribution w on w.local_area_id = i.local_area_id and w.invitation_id = i.id
    where (i.person_id = ${tx.viewer.personId} or (i.person_id is null and i.organisation_id = any(${organisationsOf(tx.viewer)}::uuid[])))
      and i.taken_off_at is null and i.sent_at is not null and ${caseInSight(tx, 'c')}
      and not exists (select 1 from sending s where s.local_area_id = i.local_area_id and s.case_id = i.case_id and s.sent_at = i.sent_at and s.held_until > ${tx.now})
      and not exists (select 1 from fact e where e.local_area_id = i.local_area_id and e.case_id = i.case_id and e.type in ('review-called-off', 'review-report-sent', 'review-decision-notified')
        and e.data ->> 'reviewId' = i.review_id::text and ${stands('e')})
    order by m.meeting_on, c.reference, i.person_id is null, i.name limit 200`.execute(tx.db)
  return found.rows.map((raw) => ({
    row: toRow(raw), reviewId: raw.reviewId, invitationId: raw.invitationId, meetingOn: raw.meetingOn, starts: raw.starts, invitedAt: raw.sentAt, part: raw.state,
    ...(raw.body === null ? {} : { body: raw.body }),
  }))
}
