import type { Insertable, Updateable } from 'kysely'
import type { OrganisationId } from '../domain/ids.ts'
import type { OrganisationTable } from '../platform/db/schema.ts'
import type { Tx } from './tx.ts'

/** What a setting is called of which a return gave the number and nobody has said the name: one of no area, until somebody of its area names it. */
export const nameByNumber = (kind: 'urn' | 'ukprn', number: string): string => `Setting ${kind.toUpperCase()} ${number}`

/** The setting that is known by this URN and no more. */
export const findByNumberAlone = async (tx: Tx, urn: string): Promise<OrganisationId | undefined> =>
  (await tx.db.selectFrom('organisation').select('id').where('urn', '=', urn).where('name', '=', nameByNumber('urn', urn)).where('localAreaId', 'is', null).orderBy('id').limit(1).forUpdate().executeTakeFirst())?.id

export async function updateOrganisation(tx: Tx, id: OrganisationId, row: Updateable<OrganisationTable>): Promise<void> {
  await tx.db.updateTable('organisation').set(row).where('id', '=', id).execute()
}

/** A body that the hub did not know: added by a person, or named by a number in a return. */
export async function insertOrganisation(tx: Tx, row: Insertable<OrganisationTable>): Promise<void> {
  await tx.db.insertInto('organisation').values(row).execute()
}
