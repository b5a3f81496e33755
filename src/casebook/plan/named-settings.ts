// What section I of a plan names, as the national return asks for it, with the days on which it was so (table named_setting). Written with every
// plan that is issued; what the words of section I do not say (a SEN unit, weeks of boarding) an officer adds.

import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PlanId } from '../../domain/ids.ts'
import type { Dated } from '../../domain/sen2/dated-items.ts'
import type { NamedCode, Place, Where } from '../../domain/sen2/place.ts'
import { columnsOfPlace, placeOfColumns } from '../../domain/sen2/place.ts'
import type { Tx } from '../tx.ts'

interface PlanKey { readonly localAreaId: LocalAreaId; readonly planId: PlanId }
export type NamedPlace = Place<NamedCode>
export interface NamedSetting extends NamedPlace, Dated { readonly id: string }

/** All that was ever named, what is named now first. */
export async function listNamedSettings(tx: Tx, { localAreaId, planId }: PlanKey): Promise<NamedSetting[]> {
  const rows = await tx.db.selectFrom('namedSetting as s').leftJoin('organisation as o', 'o.id', 's.organisationId').selectAll('s').select('o.name')
    .where('s.localAreaId', '=', localAreaId).where('s.planId', '=', planId).orderBy('s.fromOn', 'desc').orderBy('s.rank').execute()
  return rows.map(({ id, fromOn, toOn, name, ...row }) => ({ id, fromOn, ...(toOn === null ? {} : { toOn }), ...placeOfColumns<NamedCode>(row, name ?? '') }))
}

export async function insertNamedSetting(tx: Tx, { localAreaId, planId }: PlanKey, place: NamedPlace, { fromOn, toOn }: Dated): Promise<void> {
  await tx.db.insertInto('namedSetting').values({ localAreaId, id: tx.newId<string>(), planId, ...columnsOfPlace(place), fromOn, toOn: toOn ?? null, recordedAt: tx.now }).execute()
}

export async function putNamedSettingRight(tx: Tx, { localAreaId, planId }: PlanKey, id: string, place: NamedPlace, fromOn: PlainDate): Promise<void> {
  await tx.db.updateTable('namedSetting').set({ ...columnsOfPlace(place), fromOn, recordedAt: tx.now }).where('localAreaId', '=', localAreaId).where('planId', '=', planId).where('id', '=', id).execute()
}

/** Ends what is named since before that day; what began that very day is taken out, for it was never so on any. */
export async function endNamedSettings(tx: Tx, { localAreaId, planId }: PlanKey, since: PlainDate, rank?: number): Promise<void> {
  const open = tx.db.updateTable('namedSetting').set({ toOn: addDays(since, -1) }).where('localAreaId', '=', localAreaId).where('planId', '=', planId).where('toOn', 'is', null).where('fromOn', '<', since)
  await (rank === undefined ? open : open.where('rank', '=', rank)).execute()
  const sameDay = tx.db.deleteFrom('namedSetting').where('localAreaId', '=', localAreaId).where('planId', '=', planId).where('toOn', 'is', null).where('fromOn', '>=', since)
  await (rank === undefined ? sameDay : sameDay.where('rank', '=', rank)).execute()
}

/** Section I as it was chosen: a setting by name, a type only, or (neither) education otherwise than in one (CFA 2014 ss.40, 61). */
export interface SectionI { readonly settingId?: OrganisationId; readonly settingName?: string; readonly settingType?: string }

function whereOf({ settingId, settingName, settingType }: SectionI): Where<NamedCode> {
  if (settingId !== undefined) return { organisationId: settingId, name: settingName ?? '' }
  // A type only, or a name that the hub knows no organisation of, is "other", which the return wants in words (item 4.7c).
  const words = [settingName, settingType].filter((one) => one !== undefined && one !== '')
  return words.length === 0 ? { code: 'OLA' } : { code: 'OTH', other: settingName === undefined ? `Type of setting: ${words.join(', ')}` : words.join(', ') }
}

/** With a plan that is issued: what it names from that day on. Where it goes on naming the same, what was said of the place stays said. */
export async function nameInPlan(tx: Tx, key: PlanKey, section: SectionI, since: PlainDate, { isKept = false } = {}): Promise<void> {
  const open = (await listNamedSettings(tx, key)).filter(({ toOn }) => toOn === undefined)
  if (isKept && open.length > 0) return
  const where = whereOf(section)
  const same = open.find((one) => one.rank === 1 && isSame(one.where, where))
  if (same !== undefined && open.length === 1) return
  await endNamedSettings(tx, key, since)
  // Where no school is named there is no unit of one.
  const { senUnit, resourced, residential, workBased } = same ?? ('code' in where ? { senUnit: false, resourced: false } : {})
  await insertNamedSetting(tx, key, {
    where, rank: 1, ...(senUnit === undefined ? {} : { senUnit }), ...(resourced === undefined ? {} : { resourced }), ...(residential === undefined ? {} : { residential }), ...(workBased === undefined ? {} : { workBased }),
  }, { fromOn: since })
}

const isSame = (one: Where, other: Where): boolean => JSON.stringify('organisationId' in one ? one.organisationId : one) === JSON.stringify('organisationId' in other ? other.organisationId : other)

/** An issue was taken back before it left: what it named was never named, and what it ended goes on. */
export async function unnameInPlan(tx: Tx, { localAreaId, planId }: PlanKey, issuedOn: PlainDate): Promise<void> {
  await tx.db.deleteFrom('namedSetting').where('localAreaId', '=', localAreaId).where('planId', '=', planId).where('fromOn', '=', issuedOn).execute()
  await tx.db.updateTable('namedSetting').set({ toOn: null }).where('localAreaId', '=', localAreaId).where('planId', '=', planId).where('toOn', '=', addDays(issuedOn, -1)).execute()
}
