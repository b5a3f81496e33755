// What the passing of the rights puts on the list of work, one row a case with what presses most and how much there is: the same as
// `rightsToDo` says of one case, for all of an area, found by day of birth. `which` is a condition on `case_file c`.

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../casebook/tx.ts'
import { addDays, addMonths } from '../../domain/calendar/plain-date.ts'
import { bornByToBeYoungPerson } from '../../domain/calendar/school-year.ts'
import { rankOf } from '../../domain/case-file/work-reasons.ts'
import { noticeMonths } from '../../domain/rights/rights-letter-due.ts'
import type { RightsWork } from '../../domain/rights/rights-to-do.ts'
import { reviewAheadDays, rightsWork, settleParentsDays } from '../../domain/rights/rights-to-do.ts'

const week = 7

export function rightsItems(tx: Pick<Tx, 'today'>, areas: RawBuilder<unknown>, which: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> {
  const { today } = tx
  const bornBy = (days: number) => bornByToBeYoungPerson(addDays(today, days))
  const thing = (what: RightsWork, when: RawBuilder<unknown>) => sql`select ${sql.lit(what)}::text as what where ${when}`
  const fact = (alias: string) => sql`${sql.ref(alias)}.local_area_id = c.local_area_id and ${sql.ref(alias)}.case_id = c.id`
  // What a later fact put right no longer stands.
  const stands = (alias: string) => sql`not exists (select 1 from fact x where x.local_area_id = c.local_area_id and x.case_id = c.id and x.corrects_seq = ${sql.ref(alias)}.seq)`
  const lastFound = sql`f.type = 'capacity-found' and not exists (select 1 from fact g where ${fact('g')} and g.type = 'capacity-found'
    and g.data ->> 'decision' = f.data ->> 'decision' and (g.happened_on, g.seq) > (f.happened_on, f.seq) and ${stands('g')}) and ${stands('f')}`
  return sql`
    select c.local_area_id, c.id, case when ch.born_on <= ${bornBy(week)} then ${rankOf('week')}::int else ${rankOf('returned')}::int end, 'rights', null::date, t.what, null, t.count, null::timestamptz[]
    from child ch join case_file c on c.local_area_id = ch.local_area_id and c.child_id = ch.id and c.stage in ('considering', 'assessing', 'drafting', 'draft-out', 'maintained', 'reviewing', 'amending')
    cross join lateral (select (array_agg(d.what order by array_position(${[...rightsWork]}::text[], d.what)))[1] as what, count(*)::int as count from (
      ${thing('untold', sql`ch.born_on > ${bornByToBeYoungPerson(addMonths(today, -noticeMonths))} and not exists (select 1 from fact f where ${fact('f')} and f.type = 'rights-notice-given')`)}
      union all ${thing('contact', sql`not exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.part = 'young-person'
        and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today}))`)}
      union all ${thing('parent', sql`ch.born_on <= ${bornBy(settleParentsDays)}
        and exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.part = 'parent' and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today})
          and not exists (select 1 from fact f where ${fact('f')} and f.type in ('permission-given', 'permission-narrowed', 'permission-ended', 'permission-refused') and f.data ->> 'parentId' = p.person_id::text))
        and not exists (select 1 from fact f where ${fact('f')} and ${lastFound} and f.data ->> 'decision' = 'sharing' and f.data ->> 'hasCapacity' = 'false' and f.data -> 'standIn' is null
          and (f.data ->> 'reviewOn' is null or (f.data ->> 'reviewOn')::date > ${today}))`)}
      union all ${thing('doubt', sql`exists (select 1 from fact f where ${fact('f')} and f.type = 'capacity-doubted' and ${stands('f')} and not exists (select 1 from fact g where ${fact('g')}
        and g.type = 'capacity-found' and g.data ->> 'decision' = f.data ->> 'decision' and g.happened_on >= f.happened_on and ${stands('g')}))`)}
      union all ${thing('review', sql`exists (select 1 from fact f where ${fact('f')} and ${lastFound} and f.data ->> 'hasCapacity' = 'false' and (f.data ->> 'reviewOn')::date <= ${today}::date + ${sql.lit(reviewAheadDays)})`)}) d having count(*) > 0) t
    where ch.local_area_id = ${areas} and c.local_area_id = ${areas} and ${which} and ch.born_on > ${addMonths(today, -12 * 25)} and ch.born_on <= ${bornByToBeYoungPerson(addMonths(today, noticeMonths))}`
}
