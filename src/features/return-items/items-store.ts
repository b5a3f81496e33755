// What the pages of the return read of a case, beside what the casebook reads.

import type { Tx } from '../../casebook/tx.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PlanId, RequestId } from '../../domain/ids.ts'

export interface FoundSetting { readonly id: OrganisationId; readonly name: string; readonly urn?: string; readonly ukprn?: string }

const asFound = ({ id, name, urn, ukprn }: { id: OrganisationId; name: string; urn: string | null; ukprn: string | null }): FoundSetting => ({ id, name, ...(urn === null ? {} : { urn }), ...(ukprn === null ? {} : { ukprn }) })

/** Settings with these words in their name. */
export async function findSettings(tx: Tx, words: string): Promise<FoundSetting[]> {
  if (words.trim() === '') return []
  const rows = await tx.db.selectFrom('organisation').select(['id', 'name', 'urn', 'ukprn']).where('kind', '=', 'setting')
    .where('name', 'ilike', `%${words.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`).orderBy('name').limit(20).execute()
  return rows.map(asFound)
}

export async function findSetting(tx: Tx, id: OrganisationId): Promise<FoundSetting | undefined> {
  const row = await tx.db.selectFrom('organisation').select(['id', 'name', 'urn', 'ukprn']).where('kind', '=', 'setting').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : asFound(row)
}

/** The plan of a case; undefined while there is none. */
export async function findPlanId(tx: Tx, { localAreaId, id }: CaseFile): Promise<PlanId | undefined> {
  return (await tx.db.selectFrom('plan').select('id').where('localAreaId', '=', localAreaId).where('caseId', '=', id).executeTakeFirst())?.id
}

export interface RequestRow { readonly id: RequestId; readonly receivedOn: PlainDate; readonly madeBy: string; readonly inYouthAccommodation?: boolean }

export async function listRequestRows(tx: Tx, { localAreaId, id }: CaseFile): Promise<RequestRow[]> {
  const rows = await tx.db.selectFrom('request').select(['id', 'receivedOn', 'madeBy', 'inYouthAccommodation']).where('localAreaId', '=', localAreaId).where('caseId', '=', id).orderBy('receivedOn').orderBy('id').execute()
  return rows.map(({ inYouthAccommodation, ...row }) => ({ ...row, ...(inYouthAccommodation === null ? {} : { inYouthAccommodation }) }))
}

/** Where the child lives, as far as an ordinary page may say it: a postcode of an address that is kept secret is never shown. */
export async function findPostcode(tx: Tx, { localAreaId, child }: CaseFile): Promise<{ readonly postcode?: string; readonly isSealed: boolean }> {
  const rows = await tx.db.selectFrom('childAddress').select(['postcode', 'isConfidential']).where('localAreaId', '=', localAreaId).where('childId', '=', child.id)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).orderBy('fromOn', 'desc').execute()
  if (rows.some(({ isConfidential }) => isConfidential)) return { isSealed: true }
  const postcode = rows.find((row) => row.postcode !== null)?.postcode
  return { isSealed: false, ...(typeof postcode === 'string' ? { postcode } : {}) }
}
