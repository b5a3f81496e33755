// How overdue work came and went: what passed its legal day undone, and what of that was finished or ended, in one statement.

import { sql } from 'kysely'
import { caseInSight } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { OverdueKind } from '../../domain/stock/overdue-kinds.ts'
import { overdueKinds } from '../../domain/stock/overdue-kinds.ts'
import type { Period } from '../../domain/stock/periods.ts'
import { caseOfThing, overdueThings } from './overdue-things-store.ts'

export interface Flow {
  /** The first day past the legal day, undone, was in the period. */
  readonly inflow: number
  /** Was past its legal day and was finished, or ended another way, in the period. */
  readonly outflow: number
  /** Past its legal day and open at the end of the period (today, of a period that goes on). */
  readonly sizeAtEnd: number
}

/** By kind, in the order of the periods. What the law excuses is not overdue, and in none of them. */
export async function countFlows(tx: Tx, periods: readonly Period[]): Promise<Record<OverdueKind, Flow[]>> {
  const wasLate = sql`(t.ended_on is null or t.ended_on > t.legal_on)`
  const found = await sql<Flow & { kind: OverdueKind; no: number }>`
    with thing as (${overdueThings(tx, { openSince: periods[0]?.firstDay ?? tx.today })}),
      period as (select p.no, p.from_on, least(p.to_on, ${tx.today}::date) as to_on
        from unnest(${periods.map(({ firstDay }) => firstDay)}::date[], ${periods.map(({ lastDay }) => lastDay)}::date[]) with ordinality as p (from_on, to_on, no))
    select t.kind, p.no::int as no,
      count(*) filter (where t.legal_on + 1 between p.from_on and p.to_on and ${wasLate})::int as inflow,
      count(*) filter (where t.ended_on between p.from_on and p.to_on and ${wasLate})::int as outflow,
      count(*) filter (where t.legal_on < p.to_on and (t.ended_on is null or t.ended_on > p.to_on))::int as size_at_end
    from thing t join ${caseOfThing(tx)}
    join period p on t.legal_on < p.to_on and (t.ended_on is null or t.ended_on >= p.from_on)
    where not t.is_excused and ${caseInSight(tx, 'c')}
    group by t.kind, p.no`.execute(tx.db)
  return Object.fromEntries(overdueKinds.map((kind) => [kind, periods.map((_, index) => {
    const row = found.rows.find((one) => one.kind === kind && one.no === index + 1)
    return { inflow: row?.inflow ?? 0, outflow: row?.outflow ?? 0, sizeAtEnd: row?.sizeAtEnd ?? 0 }
  })])) as Record<OverdueKind, Flow[]>
}
