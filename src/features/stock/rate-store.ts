// The numbers behind the rates: everything whose legal day fell in a period, and everything finished in it, in one statement.

import { sql } from 'kysely'
import { caseInSight, councilAreasOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { OverdueKind } from '../../domain/stock/overdue-kinds.ts'
import type { Period } from '../../domain/stock/periods.ts'
import type { Counted } from '../../domain/stock/timeliness.ts'
import { measureNames, measures, weeksOf } from '../../domain/stock/timeliness.ts'

export interface RateCounts {
  /** The legal day fell in the period and is over. What is late and still open is a miss. */
  readonly due: Counted
  /** Finished in the period, whenever it was due. */
  readonly completed: Counted
  /** Of those that were due, how many are still open. */
  readonly stillOpen: number
  /** Of amended plans that were due, how many reviews have no decision recorded at all. */
  readonly undecided: number
  /** Due or finished in the period, and excused by the law: in neither rate. */
  readonly excused: number
}

const none: RateCounts = { due: { inTime: 0, all: 0 }, completed: { inTime: 0, all: 0 }, stillOpen: 0, undecided: 0, excused: 0 }

interface RawCounts {
  readonly measure: OverdueKind; readonly no: number; readonly dueInTime: number; readonly dueAll: number; readonly completedInTime: number; readonly completedAll: number
  readonly stillOpen: number; readonly undecided: number; readonly excused: number
}

/** By measure, in the order of the periods. A legal day that is not over yet is not counted: nobody is late on it. */
export async function countRates(tx: Tx, periods: readonly Period[]): Promise<Record<OverdueKind, RateCounts[]>> {
  const [first, last] = [periods[0]?.firstDay ?? tx.today, periods.at(-1)?.lastDay ?? tx.today]
  const clocks = measureNames.flatMap((name) => measures[name].clocks.map((clockId) => ({ clockId, name, leavesOutEnded: measures[name].leavesOutEnded ?? false })))
  const reviewDays = weeksOf('amended-plan') * 7
  const ofArea = sql`cl.local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[])`
  const isDue = sql`k.due_on between p.from_on and p.to_on and k.due_on < ${tx.today}`
  const isCompleted = sql`k.met_on between p.from_on and p.to_on`
  const inTime = sql`k.met_on <= k.due_on and not k.was_breach`
  // What ended another way by its legal day was never owed on it.
  const counts = sql`k.excused_by is null and (k.met_on is not null or k.overtaken_on is null or (k.overtaken_on > k.due_on and not m.leaves_out_ended))`
  const found = await sql<RawCounts>`
    with period as (select p.no, p.from_on, p.to_on from unnest(${periods.map(({ firstDay }) => firstDay)}::date[], ${periods.map(({ lastDay }) => lastDay)}::date[]) with ordinality as p (from_on, to_on, no)),
      measure as (select m.clock_id, m.name, m.leaves_out_ended from unnest(${clocks.map(({ clockId }) => clockId)}::text[], ${clocks.map(({ name }) => name)}::text[], ${clocks.map(({ leavesOutEnded }) => leavesOutEnded)}::boolean[]) as m (clock_id, name, leaves_out_ended)),
      counted as (
        select cl.local_area_id, cl.case_id, cl.clock_id, cl.due_on, cl.met_on, cl.overtaken_on, cl.excused_by, cl.late_before_correction as was_breach, false as is_undecided
          from clock cl where ${ofArea} and cl.clock_id = any(${clocks.map(({ clockId }) => clockId)}::text[]) and cl.due_on between ${first} and ${last}
        union all
        select cl.local_area_id, cl.case_id, cl.clock_id, cl.due_on, cl.met_on, cl.overtaken_on, cl.excused_by, cl.late_before_correction, false
          from clock cl where ${ofArea} and cl.clock_id = any(${clocks.map(({ clockId }) => clockId)}::text[]) and cl.met_on between ${first} and ${last}
            and (cl.due_on is null or cl.due_on not between ${first} and ${last})
        union all
        -- A review that nobody decided may be one that amends: its twelve weeks count, or leaving it undecided would hide it.
        select cl.local_area_id, cl.case_id, 'REV-12', cl.started_on + ${reviewDays}::int, null, null, null, false, true
          from clock cl where ${ofArea} and cl.clock_id = 'REV-08' and cl.is_open and cl.started_on + ${reviewDays}::int between ${first} and ${last})
    select m.name as measure, p.no::int as no,
      count(*) filter (where ${isDue} and ${counts} and ${inTime})::int as due_in_time, count(*) filter (where ${isDue} and ${counts})::int as due_all,
      count(*) filter (where ${isCompleted} and ${counts} and ${inTime})::int as completed_in_time, count(*) filter (where ${isCompleted} and ${counts})::int as completed_all,
      count(*) filter (where ${isDue} and ${counts} and k.met_on is null and k.overtaken_on is null)::int as still_open,
      count(*) filter (where ${isDue} and k.is_undecided)::int as undecided,
      count(*) filter (where (${isDue} or ${isCompleted}) and k.excused_by is not null)::int as excused
    from counted k join measure m on m.clock_id = k.clock_id
    join case_file c on c.id = k.case_id and c.local_area_id is not distinct from k.local_area_id and c.local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[])
    join period p on ${isDue} or ${isCompleted}
    where ${caseInSight(tx, 'c')}
    group by m.name, p.no`.execute(tx.db)
  return Object.fromEntries(measureNames.map((name) => [name, periods.map((_, index) => {
    const row = found.rows.find((one) => one.measure === name && one.no === index + 1)
    if (row === undefined) return none
    const { dueInTime, dueAll, completedInTime, completedAll, stillOpen, undecided, excused } = row
    return { due: { inTime: dueInTime, all: dueAll }, completed: { inTime: completedInTime, all: completedAll }, stillOpen, undecided, excused }
  })])) as Record<OverdueKind, RateCounts[]>
}
