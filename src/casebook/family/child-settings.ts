// Which settings a child attends, with days (table child_setting). A setting's part in the case begins and ends with it.

import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ChildId, LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import type { CaseFile } from '../open-case-file.ts'
import { joinCase, leaveCase } from '../parties.ts'
import type { Dated } from '../../domain/sen2/dated-items.ts'
import type { PlacedCode, Place } from '../../domain/sen2/place.ts'
import { columnsOfPlace, placeOfColumns } from '../../domain/sen2/place.ts'
import type { Tx } from '../tx.ts'
import type { ChildKey } from './family-rows.ts'

export async function insertChildSetting(tx: Tx, localAreaId: LocalAreaId, { childId, organisationId, fromOn }: { childId: ChildId; organisationId: OrganisationId; fromOn: PlainDate }): Promise<void> {
  await tx.db.insertInto('childSetting').values({ localAreaId, id: tx.newId<string>(), childId, organisationId, fromOn }).execute()
}

export interface AttendedSetting { readonly organisationId: OrganisationId; readonly name: string }

/** The settings that a child attends today, by name. */
export async function listAttendedSettings(tx: Tx, { localAreaId, child }: CaseFile): Promise<AttendedSetting[]> {
  return tx.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId').select(['o.id as organisationId', 'o.name'])
    .where('s.localAreaId', '=', localAreaId).where('s.childId', '=', child.id).where('s.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('s.toOn', 'is', null), eb('s.toOn', '>=', tx.today)])).orderBy('o.name').orderBy('s.organisationId').execute()
}

/** The child goes to a setting from a day on; the setting has its part in the case from today. */
export async function beginSetting(tx: Tx, caseFile: CaseFile, { organisationId, name }: AttendedSetting, fromOn: PlainDate): Promise<void> {
  await endElsewhere(tx, caseFile, fromOn)
  await insertChildSetting(tx, caseFile.localAreaId, { childId: caseFile.child.id, organisationId, fromOn })
  await joinCase(tx, caseFile, { organisationId, part: 'school', basis: 'attends', name })
}

/** The child goes there no more from a day on; what began that very day is taken out, for it was so on none. With the place goes the setting's sight of the case, at once (UK GDPR Art 5(1)(c), (e)). */
export async function endSetting(tx: Tx, caseFile: CaseFile, { organisationId, name }: AttendedSetting, since: PlainDate): Promise<void> {
  await endOpen(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, since, { organisationId })
  await leaveCase(tx, caseFile, { organisationId, part: 'school', name })
}

/** What the council's word for education without a setting is in the national return (item 5.7c). Who waits for a place has none: the code asks for words. */
const codeOfArrangement = { 'elective-home': { code: 'EHE' }, eotas: { code: 'OLA' }, 'awaiting-place': { code: 'NIEO', other: 'Waits for a place' } } as const

/** From a day on the child is educated without a setting: a row of its own, so that the record tells where the child was on any day. */
export async function beginElsewhere(tx: Tx, caseFile: CaseFile, arrangement: keyof typeof codeOfArrangement, fromOn: PlainDate): Promise<void> {
  await endElsewhere(tx, caseFile, fromOn)
  await insertPlacement(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, { where: codeOfArrangement[arrangement], rank: 1, senUnit: false, resourced: false }, { fromOn })
}

/** Education without a setting ends, of this rank. What began that very day is taken out: it was so on none. */
export async function endElsewhere(tx: Tx, { localAreaId, child }: CaseFile, since: PlainDate, rank: 1 | 2 = 1): Promise<void> {
  await endOpen(tx, { localAreaId, childId: child.id }, since, { organisationId: null, rank })
}

/** Rows without an end, at this organisation or (null) at none, end the day before. */
async function endOpen(tx: Tx, key: ChildKey, since: PlainDate, { organisationId, rank }: { readonly organisationId: OrganisationId | null; readonly rank?: 1 | 2 }): Promise<void> {
  const open = { ...key, ...(rank === undefined ? {} : { rank }) }
  const is = organisationId === null ? 'is' : '='
  await tx.db.deleteFrom('childSetting').where((eb) => eb.and(open)).where('organisationId', is, organisationId).where('toOn', 'is', null).where('fromOn', '>=', since).execute()
  await tx.db.updateTable('childSetting').set({ toOn: addDays(since, -1) }).where((eb) => eb.and(open)).where('organisationId', is, organisationId).where('toOn', 'is', null).execute()
}

export interface Placement extends Place<PlacedCode>, Dated { readonly id: string }

/** Everywhere the child is or was, in the return's own terms, the latest first. */
export async function listPlacements(tx: Tx, { localAreaId, child }: CaseFile): Promise<Placement[]> {
  const rows = await tx.db.selectFrom('childSetting as s').leftJoin('organisation as o', 'o.id', 's.organisationId').selectAll('s').select('o.name')
    .where('s.localAreaId', '=', localAreaId).where('s.childId', '=', child.id).orderBy('s.fromOn', 'desc').orderBy('s.rank').execute()
  return rows.map(({ id, fromOn, toOn, name, ...row }) => ({ id, fromOn, ...(toOn === null ? {} : { toOn }), ...placeOfColumns<PlacedCode>(row, name ?? '') }))
}

export async function insertPlacement(tx: Tx, { localAreaId, childId }: ChildKey, place: Place<PlacedCode>, { fromOn, toOn }: Dated): Promise<void> {
  await tx.db.insertInto('childSetting').values({ localAreaId, id: tx.newId<string>(), childId, ...columnsOfPlace(place), fromOn, toOn: toOn ?? null }).execute()
}

/** A slip in one row is put right: where the child was, what kind of place, from when to when. */
export async function putPlacementRight(tx: Tx, { localAreaId, child }: CaseFile, id: string, place: Place<PlacedCode>, days: { readonly fromOn: PlainDate; readonly toOn?: PlainDate }): Promise<void> {
  await tx.db.updateTable('childSetting').set({ ...columnsOfPlace(place), fromOn: days.fromOn, toOn: days.toOn ?? null })
    .where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('id', '=', id).execute()
}

/** One row ends the day before. */
export async function endPlacementRow(tx: Tx, { localAreaId, child }: CaseFile, id: string, since: PlainDate): Promise<void> {
  await tx.db.updateTable('childSetting').set({ toOn: addDays(since, -1) }).where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('id', '=', id).execute()
}
