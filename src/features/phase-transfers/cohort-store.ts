// The rows of a cohort (table phase_transfer): who might be in it, who is, and what a person said of it.

import { sql } from 'kysely'
import { batchSize } from '../../casebook/in-batches.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { inForce } from '../../domain/case-file/tracks.ts'
import type { CaseId, LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { ForeseenBecause } from '../../domain/transfer/foresee.ts'
import { isForeseenBecause } from '../../domain/transfer/foresee.ts'
import type { TransferKind, YearsTaught } from '../../domain/transfer/phases.ts'
import { isSettingPhase, isTransferKind, phaseSaidBy } from '../../domain/transfer/phases.ts'

export const standings = ['moves', 'to-look-at', 'stays', 'out'] as const
export type TransferStanding = (typeof standings)[number]
export const isStanding = (text: string): text is TransferStanding => (standings as readonly string[]).includes(text)

export interface Candidate {
  readonly caseId: CaseId
  readonly bornOn: PlainDate
  readonly yearGroupOverride?: number
  readonly setting: 'none' | { readonly organisationId: OrganisationId; readonly years?: YearsTaught }
}

interface Years { readonly phase: string | null; readonly lowestYear: number | null; readonly highestYear: number | null; readonly settingType: string | null }

/** What the area says of a setting's years, else what its type says. */
export function yearsOf({ phase, lowestYear, highestYear, settingType }: Years): YearsTaught | undefined {
  if (phase !== null && isSettingPhase(phase) && lowestYear !== null && highestYear !== null) return { phase, lowest: lowestYear, highest: highestYear }
  return settingType === null ? undefined : phaseSaidBy(settingType)
}

/** Plans in force of an area with no word of that year yet, whatever was said: whoever was taken out by hand is not put in again. In batches by case. */
export async function listCandidates(tx: Tx, localAreaId: LocalAreaId, year: number, after: CaseId | undefined): Promise<Candidate[]> {
  const found = await sql<{ caseId: CaseId; bornOn: PlainDate; yearGroupOverride: number | null; organisationId: OrganisationId | null } & Years>`
    with at as materialized (
      select distinct on (s.child_id) s.child_id, s.organisation_id from child_setting s
      where s.local_area_id = ${localAreaId} and s.from_on <= ${tx.today} and (s.to_on is null or s.to_on >= ${tx.today}) order by s.child_id, s.from_on desc, s.id)
    select c.id as case_id, ch.born_on, ch.year_group_override, o.id as organisation_id, o.setting_type, p.phase, p.lowest_year, p.highest_year
    from case_file c join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id
    left join at on at.child_id = c.child_id left join organisation o on o.id = at.organisation_id
    left join setting_phase p on p.organisation_id = o.id and p.local_area_id = ${localAreaId}
    where c.local_area_id = ${localAreaId} and c.stage = any(${[...inForce]}::text[]) ${after === undefined ? sql`` : sql`and c.id > ${after}`}
      and not exists (select 1 from phase_transfer t where t.local_area_id = c.local_area_id and t.case_id = c.id and t.year = ${year})
    order by c.id limit ${batchSize}`.execute(tx.db)
  return found.rows.map(candidateOf)
}

function candidateOf(row: Years & { readonly caseId: CaseId; readonly bornOn: PlainDate; readonly yearGroupOverride: number | null; readonly organisationId: OrganisationId | null }): Candidate {
  const years = yearsOf(row)
  return {
    caseId: row.caseId, bornOn: row.bornOn, ...(row.yearGroupOverride === null ? {} : { yearGroupOverride: row.yearGroupOverride }),
    setting: row.organisationId === null ? 'none' : { organisationId: row.organisationId, ...(years === undefined ? {} : { years }) },
  }
}

export interface MovedSince {
  readonly id: string
  readonly kind?: TransferKind
  readonly candidate: Candidate
}

/** Rows that nobody has settled, of children who go to another setting today than the one that the row was made for. */
export async function listMovedSince(tx: Tx, localAreaId: LocalAreaId, year: number): Promise<MovedSince[]> {
  const found = await sql<{ id: string; kind: string | null; caseId: CaseId; bornOn: PlainDate; yearGroupOverride: number | null; organisationId: OrganisationId | null } & Years>`
    select t.id, t.kind, t.case_id, ch.born_on, ch.year_group_override, o.id as organisation_id, o.setting_type, p.phase, p.lowest_year, p.highest_year
    from phase_transfer t join case_file c on c.local_area_id is not distinct from t.local_area_id and c.id = t.case_id join child ch on ch.local_area_id is not distinct from c.local_area_id and ch.id = c.child_id
    left join lateral (select g.organisation_id from child_setting g where g.local_area_id is not distinct from c.local_area_id and g.child_id = c.child_id and g.from_on <= ${tx.today} and (g.to_on is null or g.to_on >= ${tx.today})
      order by g.from_on desc, g.id limit 1) h on true
    left join organisation o on o.id = h.organisation_id left join setting_phase p on p.organisation_id = o.id and p.local_area_id = ${localAreaId}
    where t.local_area_id = ${localAreaId} and t.year = ${year} and t.standing <> 'out' and t.settled_by is null and t.because <> 'added-by-hand' and c.stage = any(${[...inForce]}::text[])
      and h.organisation_id is distinct from t.organisation_id order by t.id`.execute(tx.db)
  return found.rows.map((row) => ({ id: row.id, candidate: candidateOf(row), ...(row.kind === null || !isTransferKind(row.kind) ? {} : { kind: row.kind }) }))
}

/** The same move from another setting: the row follows the child. */
export async function followChild(tx: Tx, { localAreaId, id: caseId }: CaseFile, id: string, { organisationId, because, yearGroup }: Pick<NewTransfer, 'organisationId' | 'because' | 'yearGroup'>): Promise<void> {
  await tx.db.updateTable('phaseTransfer').set({ organisationId: organisationId ?? null, because, yearGroup: yearGroup ?? null }).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('id', '=', id).where('settledBy', 'is', null).execute()
}

/** A row without a clock behind it goes, so that it is foreseen again. */
export async function forgetOne(tx: Tx, { localAreaId, id: caseId }: CaseFile, id: string): Promise<void> {
  await tx.db.deleteFrom('phaseTransfer').where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('id', '=', id).where('kind', 'is', null).where('settledBy', 'is', null).execute()
}

export interface NewTransfer {
  readonly id: string
  readonly year: number
  readonly standing: Exclude<TransferStanding, 'out'>
  readonly kind?: TransferKind
  readonly because: ForeseenBecause
  readonly yearGroup?: number
  readonly isOutOfYear: boolean
  readonly organisationId?: OrganisationId
  readonly transferOn?: PlainDate
  readonly strictOn?: PlainDate
  readonly reason?: string
}

/** False when the case has a live row of that year. */
export async function insertTransfer(tx: Tx, { localAreaId, id: caseId }: CaseFile, { kind, yearGroup, organisationId, transferOn, strictOn, reason, ...one }: NewTransfer): Promise<boolean> {
  const isByHand = tx.viewer.kind === 'person'
  const made = await tx.db.insertInto('phaseTransfer').values({
    localAreaId, caseId, ...one, kind: kind ?? null, yearGroup: yearGroup ?? null, organisationId: organisationId ?? null, transferOn: transferOn ?? null, strictOn: strictOn ?? null, reason: reason ?? null,
    madeAt: tx.now, settledBy: tx.viewer.kind === 'person' && reason !== undefined ? tx.viewer.personId : null, settledAt: isByHand && reason !== undefined ? tx.now : null,
  }).onConflict((conflict) => conflict.columns(['localAreaId', 'caseId', 'year']).where('standing', '<>', 'out').doNothing()).executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes a row out, with the reason of whoever did. */
export async function takeOut(tx: Tx, { localAreaId, id: caseId }: CaseFile, id: string, reason: string): Promise<void> {
  await tx.db.updateTable('phaseTransfer').set({ standing: 'out', reason, settledBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, settledAt: tx.now })
    .where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('id', '=', id).execute()
}

export interface Transfer extends NewTransferRow {
  readonly settingName?: string
  readonly years?: YearsTaught
  readonly settledBy?: string
}
interface NewTransferRow extends Omit<NewTransfer, 'standing'> { readonly standing: TransferStanding }

const transfersOf = (tx: Tx, { localAreaId, id }: CaseFile) => tx.db.selectFrom('phaseTransfer as t').leftJoin('organisation as o', 'o.id', 't.organisationId').leftJoin('person as p', 'p.id', 't.settledBy')
  .leftJoin('settingPhase as s', (join) => join.onRef('s.organisationId', '=', 'o.id').onRef('s.localAreaId', '=', 't.localAreaId'))
  .select(['t.id', 't.year', 't.standing', 't.kind', 't.because', 't.yearGroup', 't.isOutOfYear', 't.organisationId', 't.transferOn', 't.strictOn', 't.reason', 'o.name', 'o.settingType', 's.phase', 's.lowestYear', 's.highestYear', 'p.fullName'])
  .where('t.localAreaId', '=', localAreaId).where('t.caseId', '=', id)

function toTransfer(row: Awaited<ReturnType<ReturnType<typeof transfersOf>['execute']>>[number]): Transfer {
  if (!isStanding(row.standing) || !isForeseenBecause(row.because)) throw new Error(`no transfer is ${row.standing} because ${row.because}`)
  const years = yearsOf(row)
  return {
    id: row.id, year: row.year, standing: row.standing, because: row.because, isOutOfYear: row.isOutOfYear,
    ...(row.kind === null || !isTransferKind(row.kind) ? {} : { kind: row.kind }), ...(row.yearGroup === null ? {} : { yearGroup: row.yearGroup }), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
    ...(row.transferOn === null ? {} : { transferOn: row.transferOn }), ...(row.strictOn === null ? {} : { strictOn: row.strictOn }), ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.name === null ? {} : { settingName: row.name }), ...(years === undefined ? {} : { years }), ...(row.fullName === null ? {} : { settledBy: row.fullName }),
  }
}

export async function findTransfer(tx: Tx, caseFile: CaseFile, id: string): Promise<Transfer | undefined> {
  if (!isId(id)) return undefined
  const row = await transfersOf(tx, caseFile).where('t.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toTransfer(row)
}

/** The live rows of a case, the latest year first. */
export async function listTransfers(tx: Tx, caseFile: CaseFile): Promise<Transfer[]> {
  return (await transfersOf(tx, caseFile).where('t.standing', '<>', 'out').orderBy('t.year', 'desc').execute()).map(toTransfer)
}

export interface SettingRow {
  readonly id: OrganisationId
  readonly name: string
  readonly settingType?: string
  readonly years?: YearsTaught
  /** An area said it; else the type of the setting tells it, or nothing does. */
  readonly isSaid: boolean
  readonly children: number
}

/** The settings that children with a plan of the area attend, those whose years nobody knows first. */
export async function listSettings(tx: Tx, localAreaId: LocalAreaId, only?: OrganisationId): Promise<SettingRow[]> {
  const found = await sql<{ id: OrganisationId; name: string; children: number } & Years>`
    select o.id, o.name, o.setting_type, p.phase, p.lowest_year, p.highest_year, count(distinct c.id)::int as children
    from child_setting s join organisation o on o.id = s.organisation_id join case_file c on c.child_id = s.child_id and c.local_area_id is not distinct from s.local_area_id
    left join setting_phase p on p.organisation_id = o.id and p.local_area_id = ${localAreaId}
    where s.local_area_id = ${localAreaId} and c.local_area_id = ${localAreaId} and c.stage = any(${[...inForce]}::text[]) and s.from_on <= ${tx.today} and (s.to_on is null or s.to_on >= ${tx.today})
      ${only === undefined ? sql`` : sql`and o.id = ${only}`}
    group by o.id, p.phase, p.lowest_year, p.highest_year order by o.name`.execute(tx.db)
  return found.rows.map((row) => {
    const years = yearsOf(row)
    return { id: row.id, name: row.name, children: row.children, isSaid: row.phase !== null, ...(row.settingType === null ? {} : { settingType: row.settingType }), ...(years === undefined ? {} : { years }) }
  }).toSorted((a, b) => Number(a.years !== undefined) - Number(b.years !== undefined))
}

export async function saveYears(tx: Tx, localAreaId: LocalAreaId, organisationId: OrganisationId, { phase, lowest, highest }: YearsTaught): Promise<void> {
  const said = { phase, lowestYear: lowest, highestYear: highest, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now }
  await tx.db.insertInto('settingPhase').values({ localAreaId, organisationId, ...said }).onConflict((conflict) => conflict.columns(['localAreaId', 'organisationId']).doUpdateSet(said)).execute()
}

/** What was foreseen and settled by nobody goes, so that it is foreseen again by other years: only rows without a clock behind them. */
export async function forgetUntold(tx: Tx, localAreaId: LocalAreaId, organisationId: OrganisationId, year: number): Promise<void> {
  await tx.db.deleteFrom('phaseTransfer').where('localAreaId', '=', localAreaId).where('organisationId', '=', organisationId).where('year', '=', year).where('kind', 'is', null).where('settledBy', 'is', null)
    .where('standing', 'in', ['to-look-at', 'stays']).execute()
}
