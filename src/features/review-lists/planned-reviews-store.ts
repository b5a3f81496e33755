// What is planned for every plan in force, as one relation: a row for each plan with its next review, its meeting and who convenes.

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { anyArea, caseInSight, councilAreasOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { inForce } from '../../domain/case-file/tracks.ts'
import type { LocalAreaId, OrganisationId } from '../../domain/ids.ts'

export interface WhichPlans {
  /** Areas in which the cases lie. */
  readonly areas: readonly LocalAreaId[]
  /** Only pupils of these settings: in whose cases they have the school's part. */
  readonly pupilsOf?: readonly OrganisationId[]
}

/** The viewer's council's cases of one area; none for whoever is not of its council. */
export const ofArea = (tx: Tx, localAreaId: LocalAreaId): WhichPlans => ({ areas: tx.viewer.kind === 'system' || councilAreasOf(tx.viewer).includes(localAreaId) ? [localAreaId] : [] })

const roles = ['case-officer', 'decision-maker']

/** The names of the settings of a row, for those that are shown. */
export const settingNames = sql`coalesce((select string_agg(s.name, ', ' order by s.name) from organisation s where s.id = any(t.setting_ids)), '')`

/**
 * Begins with "with": columns of `planned` are local_area_id, case_id, child_id, reference, due_on (last day of the decision by law; null when the clocks
 * cannot tell), meeting_by, is_first, early_from, early_to, phase_on, phase_id, meeting_on, held_on, placement ('attending' or how otherwise), setting_ids
 * (`settingNames` says them), officer_id, convenor_id, kinds, state. `lastDay` is that of the term.
 */
export function plannedReviews(tx: Tx, { areas, pupilsOf }: WhichPlans, { lastDay }: { lastDay: PlainDate }): RawBuilder<unknown> {
  const { today } = tx
  const inAreas = (alias: string) => sql`${sql.ref(`${alias}.local_area_id`)} = ${anyArea(areas)}`
  // For a whole area a clock is found by its name and joined by the case, for the pupils of a school by the case. PostgreSQL is not told that the areas are
  // equal, because it would merge by them alone and hold every case of an area against every other.
  const sameCase = (alias: string) => (pupilsOf === undefined
    ? sql`${sql.ref(`${alias}.case_id`)} = c.id and ${sql.ref(`${alias}.local_area_id`)} is not distinct from c.local_area_id and ${inAreas(alias)}`
    : sql`${sql.ref(`${alias}.case_id`)} = c.id and ${sql.ref(`${alias}.local_area_id`)} = c.local_area_id`)
  const ofPupils = pupilsOf === undefined ? sql`true` : sql`exists (select 1 from case_party p where p.local_area_id = f.local_area_id and p.case_id = f.id and p.part = 'school'
    and p.organisation_id = any(${[...pupilsOf]}::uuid[]) and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today}))`
  const notCorrected = sql`not exists (select 1 from fact k where k.local_area_id = r.local_area_id and k.case_id = r.case_id and k.corrects_seq = r.seq)`
  return sql`
    with cases as materialized (
      select f.local_area_id, f.id, f.child_id, f.reference, f.case_officer_id, f.tracks ->> 'placement' as placement, ch.born_on > ${today}::date - interval '5 years' as is_young
      from case_file f left join child ch on ch.local_area_id = f.local_area_id and ch.id = f.child_id
      where ${inAreas('f')} and f.stage = any(${[...inForce]}::text[]) and ${ofPupils} and ${caseInSight(tx, 'f')}),
    limits as materialized (
      -- Of a plan that came from another council TR-04 is the limit, in place of the year (reg 15(5)).
      select c.local_area_id, c.id,
        min(k.due_on) filter (where k.clock_id in ('REV-01', 'REV-02', 'TR-04')) as due_on,
        min(least(coalesce(k.target_on, k.due_on - 28), k.due_on)) filter (where k.clock_id in ('REV-01', 'REV-02', 'TR-04')) as yearly_by,
        bool_or(k.clock_id = 'REV-01') as is_first,
        min(k.started_on) filter (where k.clock_id = 'REV-03') as early_from, min(k.due_on) filter (where k.clock_id = 'REV-03') as early_to,
        min(k.due_on) filter (where k.clock_id like 'PT-04/%') as phase_by,
        min(k.due_on) filter (where k.clock_id in ('PT-01', 'PT-02', 'PT-03')) as phase_on, min(k.about) filter (where k.clock_id in ('PT-01', 'PT-02', 'PT-03')) as phase_id,
        max(k.started_on) filter (where k.clock_id = 'REV-08') as held_on
      from cases c join clock k on ${sameCase('k')} and k.is_open and k.clock_id in ('REV-01', 'REV-02', 'TR-04', 'REV-03', 'REV-08', 'PT-01', 'PT-02', 'PT-03', 'PT-04/february', 'PT-04/march')
      group by c.local_area_id, c.id),
    meetings as materialized (
      select distinct on (v.local_area_id, v.id) v.local_area_id, v.id, v.meeting_on from (
        -- What was arranged for a review and what ended it are one pass through the facts, and not a search for each meeting.
        select c.local_area_id, c.id, max(r.seq) filter (where r.type = 'review-meeting-arranged') as seq,
          ((array_agg(r.data ->> 'meetingOn' order by r.seq desc) filter (where r.type = 'review-meeting-arranged'))[1])::date as meeting_on
        from cases c join fact r on ${sameCase('r')} and r.type in ('review-meeting-arranged', 'review-called-off', 'review-meeting-held')
        where ${notCorrected}
        group by c.local_area_id, c.id, r.data ->> 'reviewId' having bool_and(r.type = 'review-meeting-arranged')) v
      order by v.local_area_id, v.id, v.seq desc),
    settings as materialized (
      select s.local_area_id, s.child_id, array_agg(s.organisation_id) as ids
      from child_setting s
      where ${inAreas('s')} and s.organisation_id is not null and s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today}) group by 1, 2),
    team as materialized (
      select distinct o.local_area_id, m.person_id from membership m join organisation o on o.id = m.organisation_id and o.kind = 'council'
      where ${inAreas('o')} and m.role = any(${roles}::text[]) and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today})),
    told as materialized (
      select c.local_area_id, c.id as case_id, c.child_id, c.reference, c.case_officer_id as officer_id,
        l.due_on, least(l.yearly_by, l.phase_by) as meeting_by, coalesce(l.is_first, false) as is_first,
        -- The clock of the Code stays open past the fifth birthday, and there is nothing to consider any more.
        case when c.is_young then l.early_from end as early_from, case when c.is_young then l.early_to end as early_to, l.phase_on, l.phase_id, m.meeting_on, l.held_on,
        coalesce(s.ids, '{}') as setting_ids,
        case when c.placement in ('elective-home', 'eotas', 'awaiting-place') then c.placement when s.ids is null then 'no-setting' else 'attending' end as placement,
        -- Named by hand while they work here; else whoever looks after the case (SEND Regulations 2014, reg 21).
        coalesce((select t.person_id from review_convenor v join team t on t.local_area_id = v.local_area_id and t.person_id = v.person_id where v.local_area_id = c.local_area_id and v.case_id = c.id),
          (select t.person_id from team t where t.local_area_id = c.local_area_id and t.person_id = c.case_officer_id)) as convenor_id
      from cases c
      left join limits l on l.id = c.id and l.local_area_id is not distinct from c.local_area_id
      left join meetings m on m.id = c.id and m.local_area_id is not distinct from c.local_area_id
      left join settings s on s.child_id = c.child_id and s.local_area_id is not distinct from c.local_area_id),
    planned as materialized (
      select t.*,
        array_remove(array[case when t.is_first then 'first' else 'annual' end, case when t.early_to is not null then 'early-years' end, case when t.phase_on is not null then 'phase' end,
          case when t.placement <> 'attending' then 'council' end], null) as kinds,
        case when t.due_on is null and exists (select 1 from fact r where r.local_area_id = t.local_area_id and r.case_id = t.case_id and r.type = 'cease-notified' and ${notCorrected}) then 'ending'
          when t.due_on is null then 'untold' when t.due_on < ${today} then 'late' when t.held_on is not null then 'held' when t.meeting_on < ${today} then 'day-passed'
          when t.meeting_on is not null then 'arranged' when t.meeting_by <= ${lastDay} then 'to-arrange' else 'later' end as state
      from told t)`
}
