// All SQL of what goes into files of rows.

import { sql } from 'kysely'
import { caseInSight, councilAreasOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId } from '../../domain/ids.ts'

export interface MyCase {
  readonly localAreaId: LocalAreaId
  readonly reference: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly stage: string
  readonly receivedOn: PlainDate | null
  readonly nextStep: string | null
  readonly nextDueOn: PlainDate | null
}

/** The open cases that this officer looks after, what is due soonest first. */
export async function listMyCases(tx: Tx): Promise<MyCase[]> {
  if (tx.viewer.kind !== 'person') return []
  const found = await sql<MyCase>`
    select c.local_area_id, c.reference, coalesce(ch.preferred_name, ch.given_name) as given_name, ch.family_name, ch.born_on, c.stage, c.received_on, c.next_step, c.next_due_on
    from case_file c join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id
    where ${caseInSight(tx, 'c')} and c.local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[]) and c.case_officer_id = ${tx.viewer.personId} and c.stage not in ('closed', 'exported')
    order by c.next_due_on nulls last, lower(ch.family_name), c.reference`.execute(tx.db)
  return found.rows
}

export interface ReturnFaultLine {
  readonly reference: string
  readonly rule: string
  readonly severity: string
  readonly block: string
  readonly element: string
  readonly times: number
  readonly onlyBySurveyDay: boolean
  readonly sinceOn: PlainDate
  readonly officer: string | null
  readonly explanation: string | null
}

/** What is open of the area's national return, errors first. */
export async function listReturnFaults(tx: Tx, area: LocalAreaId): Promise<ReturnFaultLine[]> {
  const found = await sql<ReturnFaultLine>`
    select c.reference, f.rule, f.severity, f.block, f.element, f.times, f.only_by_survey_day, f.since_on, o.full_name as officer, f.explanation
    from return_fault f join case_file c on c.local_area_id = f.local_area_id and c.id = f.case_id left join person o on o.id = c.case_officer_id
    where f.local_area_id = ${area} and f.mended_on is null and ${caseInSight(tx, 'c')} order by f.severity, f.rule, c.reference`.execute(tx.db)
  return found.rows
}
