// The legal limits of whose delay a family is still to be told, as SQL for lists: the same rule as `tellingOf` in
// domain/case-file/delays.ts, which pages about one case ask. Found by indexes of the clocks and of what was told.

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { englandsCalendar } from '../../domain/calendar/england.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { limitsToldOf, type Telling } from '../../domain/case-file/delays.ts'
import { lostUntil, mustRunFirst } from '../../domain/clocks/certain-to-be-missed.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import type { CaseFile } from '../open-case-file.ts'
import { councilAreasOf } from '../access/sight.ts'
import type { Tx } from '../tx.ts'

/** A standing fact of what a family was told, under the alias `f`. */
export const stillStands = (alias: string): RawBuilder<unknown> => sql`not exists (select 1 from fact k
  where k.local_area_id = ${sql.ref(`${alias}.local_area_id`)} and k.case_id = ${sql.ref(`${alias}.case_id`)} and k.corrects_seq = ${sql.ref(`${alias}.seq`)})`

/** Whether the excuse that this telling rests on was withdrawn. */
const isExcuseWithdrawn = sql`exists (select 1 from fact w
  where w.local_area_id = f.local_area_id and w.case_id = f.case_id and w.type = 'excuse-withdrawn' and w.data ->> 'claimId' = f.data ->> 'claimId' and ${stillStands('w')})`

/** Everywhere the same: a time that must run whole is counted in days and not by any school's terms. */
const england = englandsCalendar

/** Limits that are certain to be missed though their day is still to come, under the alias `cl`. */
function isCertain(today: PlainDate) {
  const each = Object.entries(mustRunFirst).map(([limit, floor]) => sql`(cl.clock_id = ${limit} and cl.due_on <= ${lostUntil(limit, today, england) ?? today}::date
    and not exists (select 1 from clock fl where fl.local_area_id = cl.local_area_id and fl.case_id = cl.case_id and fl.clock_id = ${floor} and fl.started_on >= cl.started_on))`)
  return sql`(cl.due_on >= ${today} and (${sql.join(each, sql` or `)}))`
}

/** The last day that any of them could have and be certain to be missed. */
const latestLost = (today: PlainDate): PlainDate => Object.keys(mustRunFirst).map((limit) => lostUntil(limit, today, england) ?? today).toSorted().at(-1) ?? today

/**
 * A query: local_area_id, case_id, clock_id, about, due_on, telling, and on_day (the legal day; where the family was told before,
 * the day it was promised). Of the whole of some areas, or of those cases in them that `which` lets through: a condition on `cl`.
 */
export function limitsToTell(tx: Pick<Tx, 'today'>, areas: RawBuilder<unknown>, which: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> {
  const { today } = tx
  const ours = sql`cl.local_area_id = ${areas} and cl.clock_id = any(${[...limitsToldOf]}::text[]) and ${which}`
  return sql`
    select cl.local_area_id, cl.case_id, cl.clock_id, cl.about, cl.due_on, coalesce(told.expected_on, cl.due_on) as on_day,
      case when told.seq is null then case when cl.due_on < ${today} then 'late' else 'certain' end when told.is_withdrawn then 'excuse-withdrawn' else 'promise-passed' end as telling
    from (
      select cl.* from clock cl where ${ours} and cl.is_open and cl.due_on <= ${latestLost(today)}::date
      union
      select cl.* from clock cl where ${ours} and cl.excused_by is not null and cl.met_on is null and cl.overtaken_by is null
      union
      select cl.* from fact w join clock cl on cl.local_area_id = w.local_area_id and cl.case_id = w.case_id
        where w.local_area_id = ${areas} and w.type = 'excuse-withdrawn' and ${ours} and cl.is_open and cl.due_on is not null
    ) cl
    left join lateral (
      select f.seq, (f.data ->> 'expectedOn')::date as expected_on, ${isExcuseWithdrawn} as is_withdrawn
      from fact f where f.local_area_id = cl.local_area_id and f.case_id = cl.case_id and f.type = 'delay-explained'
        and f.data ->> 'clock' = cl.clock_id and f.data ->> 'about' = cl.about and f.happened_on >= cl.started_on and ${stillStands('f')}
      order by f.happened_on desc, f.seq desc limit 1) told on true
    where case when told.seq is null then cl.is_open and (cl.due_on < ${today} or ${isCertain(today)}) else told.is_withdrawn or told.expected_on < ${today} end`
}

export interface LimitToTell {
  readonly clockId: string
  readonly about: string
  readonly dueOn: PlainDate
  readonly onDay: PlainDate
  readonly telling: Telling
}

/** Of one case, the oldest first: empty for whoever is not of its council. */
export async function listLimitsToTell(tx: Tx, caseFile: Pick<CaseFile, 'id'>): Promise<LimitToTell[]> {
  const areas: readonly LocalAreaId[] = councilAreasOf(tx.viewer)
  if (areas.length === 0) return []
  const found = await sql<LimitToTell>`
    select t.clock_id, t.about, t.due_on, t.on_day, t.telling from (${limitsToTell(tx, sql`any(${areas}::uuid[])`, sql`cl.case_id = ${caseFile.id}`)}) t order by t.due_on, t.clock_id`.execute(tx.db)
  return [...found.rows]
}
