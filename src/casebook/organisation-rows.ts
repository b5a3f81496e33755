import type { Insertable } from 'kysely'
import type { OrganisationTable } from '../platform/db/schema.ts'
import type { Tx } from './tx.ts'

/** A body that the hub did not know: added by a person, or named by a number in a return. */
export async function insertOrganisation(tx: Tx, row: Insertable<OrganisationTable>): Promise<void> {
  await tx.db.insertInto('organisation').values(row).execute()
}
