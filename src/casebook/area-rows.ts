// What is set of a local area itself (table local_area): its beginning, and what the national return says of it.

import type { LocalAreaId } from '../domain/ids.ts'
import type { OfficerCode } from '../domain/sen2/sen2-return.ts'
import type { Tx } from './tx.ts'

export interface NewArea { readonly code: string; readonly name: string; readonly councilName: string }

/** False when there is an area of this code already. */
export async function insertArea(tx: Tx, area: NewArea): Promise<LocalAreaId | undefined> {
  const id = tx.newId<LocalAreaId>()
  const added = await tx.db.insertInto('localArea').values({ id, ...area }).onConflict((conflict) => conflict.column('code').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n ? id : undefined
}

/** Who sends the national return, and whether the area has its designated officers. undefined: nobody has said. */
export interface ReturnHeader {
  /** Three digits. */
  readonly authorityNumber?: string
  readonly medicalOfficer?: OfficerCode
  readonly clinicalOfficer?: OfficerCode
  readonly socialCareOfficer?: OfficerCode
}

export async function findReturnHeader(tx: Tx, id: LocalAreaId): Promise<ReturnHeader> {
  const row = await tx.db.selectFrom('localArea').select(['authorityNumber', 'medicalOfficer', 'clinicalOfficer', 'socialCareOfficer']).where('id', '=', id).executeTakeFirstOrThrow()
  // The database holds these to the codes.
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as ReturnHeader
}

export async function saveReturnHeader(tx: Tx, id: LocalAreaId, { authorityNumber, medicalOfficer, clinicalOfficer, socialCareOfficer }: ReturnHeader): Promise<void> {
  await tx.db.updateTable('localArea').set({ authorityNumber: authorityNumber ?? null, medicalOfficer: medicalOfficer ?? null, clinicalOfficer: clinicalOfficer ?? null, socialCareOfficer: socialCareOfficer ?? null }).where('id', '=', id).execute()
}
