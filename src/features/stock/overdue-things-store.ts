// What can be overdue, as one relation over the clocks of the viewer's areas: a row for each amended plan, decision after a
// review, new plan and decision whether to assess, with the day on which it began, its legal day and the day on which it ended.

import { sql } from 'kysely'
import { ownAreas } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'

/**
 * A thing's case, for all cases of the viewer's areas at once. The areas are compared without "=": given two equalities,
 * PostgreSQL inside a big database merges the two by area alone and holds every case of the area against every other.
 */
export const caseOfThing = (tx: Tx) => sql`case_file c on c.id = t.case_id and c.local_area_id is not distinct from t.local_area_id and c.local_area_id = ${ownAreas(tx.viewer)}`

const same = (other: string) => sql`${sql.ref(`${other}.local_area_id`)} = r.local_area_id and ${sql.ref(`${other}.case_id`)} = r.case_id and ${sql.ref(`${other}.about`)} = r.about and ${sql.ref(`${other}.run`)} = 1`

/**
 * Columns: local_area_id, case_id, about, kind, since_on, decided_on, legal_on, target_on, ended_on, is_excused, stage, turn (both
 * null where the case row tells them). It is open on a day when ended_on is null or later, and overdue when legal_on is before it.
 * `openSince` leaves out what has ended, now or before a day. What an excuse disapplies is marked, not left out.
 */
export function overdueThings(tx: Tx, { openSince }: { openSince: 'now' | PlainDate }) {
  const { today } = tx
  const areas = sql`r.local_area_id = ${ownAreas(tx.viewer)}`
  // An excused clock is open too, though nothing is owed by its day.
  const open = openSince === 'now' ? sql`and r.met_on is null and r.overtaken_by is null` : sql`and (r.met_on is null or r.met_on >= ${openSince}) and (r.overtaken_on is null or r.overtaken_on >= ${openSince})`
  // A notice sent early brings the legal day of the amended plan forward (REV-11); a late one does not move it back (REV-12).
  return sql`
    select r.local_area_id, r.case_id, r.about, 'amended-plan' as kind, r.started_on as since_on, d.met_on as decided_on,
        least(r.due_on, f.due_on) as legal_on, least(r.target_on, f.target_on) as target_on, coalesce(r.met_on, r.overtaken_on) as ended_on, r.excused_by is not null as is_excused,
        case when f.clock_id is null then 'notice' when w.due_on >= ${today} then 'with-family' else 'amended-plan' end as stage,
        case when f.clock_id is not null and w.due_on >= ${today} then 'family' else 'council' end as turn
      from clock r
      left join clock d on ${same('d')} and d.clock_id = 'REV-08'
      left join clock f on ${same('f')} and f.clock_id = 'REV-11'
      left join clock w on ${same('w')} and w.clock_id = 'REV-10'
      where ${areas} and r.clock_id = 'REV-12' ${open}
    union all
    select r.local_area_id, r.case_id, r.about, 'review-decision', r.started_on, null::date, r.due_on, r.target_on, coalesce(r.met_on, r.overtaken_on), r.excused_by is not null,
        'decide', 'council'
      from clock r where ${areas} and r.clock_id = 'REV-08' ${open}
    union all
    select r.local_area_id, r.case_id, r.about, 'new-plan', r.started_on, null, r.due_on, r.target_on, coalesce(r.met_on, r.overtaken_on), r.excused_by is not null, null, null
      from clock r where ${areas} and r.clock_id in ('ASMT-10', 'ASMT-12/final') ${open}
    union all
    select r.local_area_id, r.case_id, r.about, 'assess-decision', r.started_on, null, r.due_on, r.target_on, least(r.met_on, r.overtaken_on, x.due_on + 1), r.excused_by is not null, null, null
      from clock r
      left join clock x on ${same('x')} and x.clock_id in ('ASMT-10', 'ASMT-12/final') and x.clock_id = case r.clock_id when 'ASMT-02' then 'ASMT-10' else 'ASMT-12/final' end
      where ${areas} and r.clock_id in ('ASMT-02', 'ASMT-12/assess-decision') ${open}`
}
