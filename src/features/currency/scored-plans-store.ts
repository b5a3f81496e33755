// The plans in force of one area with their scores today, as one relation: the rule of domain/currency said in SQL, so that a list of
// thousands is scored, filtered, counted and ordered where it is kept. A test compares the two, row by row.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { caseInSight, councilAreasOf } from '../../casebook/access/sight.ts'
import { sectionColumns } from '../../casebook/plan/keep-currency.ts'
import { isSeen } from '../../casebook/sending/hold.ts'
import type { Tx } from '../../casebook/tx.ts'
import { schoolYearOf } from '../../domain/calendar/school-year.ts'
import { inForce } from '../../domain/case-file/tracks.ts'
import type { CurrencyRule, ScoredSection } from '../../domain/currency/rule.ts'
import { scoredSections } from '../../domain/currency/rule.ts'
import { cutoffsOf, scores } from '../../domain/currency/scores.ts'
import type { LocalAreaId, OrganisationId } from '../../domain/ids.ts'

/** Column of a section's day, and of its score, in the relation. */
const dayColumn = (section: ScoredSection) => sql.ref(sectionColumns[section])
export const scoreColumn = (section: ScoredSection) => sql.ref(`score_${section.toLowerCase()}`)

/** The settings at which the viewer is SENCO. */
export const ownSettings = ({ viewer }: Pick<Tx, 'viewer'>): OrganisationId[] =>
  (viewer.kind === 'person' ? viewer.roles.flatMap(({ role, organisationId }) => (role === 'senco' ? [organisationId] : [])) : [])

/** The council's team see every plan of their area; a SENCO those of the children who are at their setting. */
function isForViewer(tx: Tx, localAreaId: LocalAreaId): RawBuilder<SqlBool> {
  if (tx.viewer.kind === 'system' || councilAreasOf(tx.viewer).includes(localAreaId)) return sql<SqlBool>`true`
  return sql<SqlBool>`exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.part = 'school'
    and p.organisation_id = any(${ownSettings(tx)}::uuid[]) and p.from_on <= ${tx.today} and (p.to_on is null or p.to_on >= ${tx.today}))`
}

/** 31 August before the school year of today: a child's age then is their year group, less four (domain/calendar/school-year.ts). */
const yearGroup = (startsIn: number) => sql`coalesce(ch.year_group_override, extract(year from age(make_date(${startsIn}, 8, 31), ch.born_on))::int - 4)`

const place = (score: (typeof scores)[number]) => sql.lit(scores.indexOf(score))

function sectionScore(rule: CurrencyRule, section: ScoredSection, today: Tx['today']) {
  const { amberBy, redBefore } = cutoffsOf(rule, section, today)
  const day = sql`k.${dayColumn(section)}`
  return sql`case when ${day} is null then ${place('empty')} when ${day} < ${redBefore} or coalesce(${day} < m.since, false) then ${place('red')}
    when ${day} <= ${amberBy} then ${place('amber')} else ${place('green')} end`
}

/**
 * Columns: local_area_id, case_id, child_id, reference, case_officer_id, year_group, born_on, names, is_here (its words are in the hub), issued_on, oldest_on, half_on,
 * line_days, need_areas, a day and a score for each section, and the plan's own `score`: places in `scores`.
 */
export function scoredPlans(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule) {
  const { startsIn } = schoolYearOf(tx.today)
  const counting = scoredSections.filter((section) => rule.sections[section].counts)
  const moved = sql`case when y.year_group >= 12 then make_date(${startsIn} - (y.year_group - 12), 9, 1) when y.year_group >= 7 then make_date(${startsIn} - (y.year_group - 7), 9, 1)
    when y.year_group >= 0 then make_date(${startsIn} - y.year_group, 9, 1) end`
  return sql`
    select s.*, greatest(${sql.join(counting.map(scoreColumn))}) as score from (
      select c.local_area_id, c.id as case_id, c.child_id, c.reference, c.case_officer_id, y.year_group, ch.born_on, coalesce(ch.preferred_name, ch.given_name) as called, ch.family_name,
        k.plan_id is not null as is_here, k.issued_on, k.oldest_on, k.half_on, k.line_days, k.need_areas,
        ${sql.join(scoredSections.map((section) => sql`k.${dayColumn(section)}`))}, ${sql.join(scoredSections.map((section) => sql`${sectionScore(rule, section, tx.today)} as ${scoreColumn(section)}`))}
      from case_file c
      join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id
      left join plan_currency k on k.local_area_id = c.local_area_id and k.case_id = c.id and ${isSeen(tx, 'k.local_area_id', 'k.version_id')}
      cross join lateral (select ${yearGroup(startsIn)} as year_group) y
      cross join lateral (select ${rule.moveMakesRed ? sql`(${moved} - make_interval(months => ${rule.monthsBeforeMove}))::date` : sql`null::date`} as since) m
      where c.local_area_id = ${localAreaId} and c.stage = any(${[...inForce]}::text[]) and ${caseInSight(tx, 'c')} and ${isForViewer(tx, localAreaId)}) s`
}
