// What the nights found wrong with the national return (tables return_fault, return_night). Written by the night, and by whoever explains a query.

import { sql } from 'kysely'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Severity } from '../../domain/sen2/rules/rule.ts'
import type { Tx } from '../tx.ts'

export interface FoundFault {
  readonly caseId: CaseId
  readonly rule: string
  readonly severity: Severity
  readonly block: string
  /** '' for the block itself. */
  readonly element: string
  readonly times: number
  readonly because: string | undefined
  readonly onlyBySurveyDay: boolean
}

/** Keeps what was found: what stood before goes on with its first day and its explanation, what is new begins today. One statement for a batch. */
export async function keepFaults(tx: Tx, localAreaId: LocalAreaId, found: readonly FoundFault[], run: string): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({ because, ...fault }) => ({ ...fault, id: tx.newId<string>(), because: because ?? null }))
  await sql`
    insert into return_fault (local_area_id, id, case_id, rule, severity, block, element, times, because, only_by_survey_day, since_on, seen_in)
    select ${localAreaId}, f.id, f."caseId", f.rule, f.severity, f.block, f.element, f.times, f.because, f."onlyBySurveyDay", ${tx.today}, ${run}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, "caseId" uuid, rule text, severity text, block text, element text, times int, because text, "onlyBySurveyDay" boolean)
    on conflict (local_area_id, case_id, rule, block, element) where mended_on is null
    do update set times = excluded.times, because = excluded.because, only_by_survey_day = excluded.only_by_survey_day, seen_in = excluded.seen_in`.execute(tx.db)
}

/** What this run did not find is mended. Answers how many. */
export async function mendOthers(tx: Tx, localAreaId: LocalAreaId, run: string): Promise<number> {
  const mended = await tx.db.updateTable('returnFault').set({ mendedOn: tx.today }).where('localAreaId', '=', localAreaId).where('mendedOn', 'is', null).where('seenIn', '<>', run).executeTakeFirst()
  return Number(mended.numUpdatedRows)
}

export interface NightCount { readonly block: string; readonly element: string; readonly counted: number; readonly wrong: number }

/** The counts of a night, in place of those of an earlier run on the same day. */
export async function keepNight(tx: Tx, localAreaId: LocalAreaId, counts: readonly NightCount[]): Promise<void> {
  await tx.db.deleteFrom('returnNight').where('localAreaId', '=', localAreaId).where('onDay', '=', tx.today).execute()
  if (counts.length > 0) await tx.db.insertInto('returnNight').values(counts.map((count) => ({ localAreaId, onDay: tx.today, ...count }))).execute()
}

export interface OpenFault {
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly block: string
  readonly element: string
  readonly times: number
  readonly because?: string
  readonly onlyBySurveyDay: boolean
  readonly sinceOn: PlainDate
  readonly explanation?: string
  readonly explainedByName?: string
}

/** What is open of one case, errors first. */
export async function listOpenFaults(tx: Tx, { localAreaId, id }: { readonly localAreaId: LocalAreaId; readonly id: CaseId }): Promise<OpenFault[]> {
  const rows = await tx.db.selectFrom('returnFault as f').leftJoin('person as p', 'p.id', 'f.explainedBy')
    .select(['f.id', 'f.rule', 'f.severity', 'f.block', 'f.element', 'f.times', 'f.because', 'f.onlyBySurveyDay', 'f.sinceOn', 'f.explanation', 'p.fullName'])
    .where('f.localAreaId', '=', localAreaId).where('f.caseId', '=', id).where('f.mendedOn', 'is', null).orderBy('f.severity').orderBy('f.rule').execute()
  return rows.map(({ severity, because, explanation, fullName, ...row }) => ({
    ...row, severity: severity === 'error' ? 'error' : 'query', ...(because === null ? {} : { because }), ...(explanation === null ? {} : { explanation }), ...(fullName === null ? {} : { explainedByName: fullName }),
  }))
}

/** False when it is mended meanwhile, or no query. */
export async function explainFault(tx: Tx, { localAreaId, id }: { readonly localAreaId: LocalAreaId; readonly id: CaseId }, faultId: string, explanation: string, by: PersonId): Promise<boolean> {
  const done = await tx.db.updateTable('returnFault').set({ explanation, explainedBy: by, explainedAt: tx.now })
    .where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('id', '=', faultId).where('severity', '=', 'query').where('mendedOn', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}
