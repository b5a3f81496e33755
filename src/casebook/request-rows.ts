// The row of a request for an assessment: written when it comes in, by whatever way, and put right when something of it was otherwise.

import type { Insertable, Updateable } from 'kysely'
import type { CaseId, LocalAreaId, RequestId } from '../domain/ids.ts'
import type { RequestTable } from '../platform/db/schema.ts'
import type { Tx } from './tx.ts'

export async function insertRequestRow(tx: Tx, row: Insertable<RequestTable>): Promise<void> {
  await tx.db.insertInto('request').values(row).execute()
}

/** How many rows there were: of one request, or of all of a case. */
export async function updateRequestRows(tx: Tx, { localAreaId, id, caseId }: { readonly localAreaId: LocalAreaId; readonly id?: RequestId; readonly caseId?: CaseId }, values: Updateable<RequestTable>): Promise<bigint> {
  let update = tx.db.updateTable('request').set(values).where('localAreaId', '=', localAreaId)
  if (id !== undefined) update = update.where('id', '=', id)
  if (caseId !== undefined) update = update.where('caseId', '=', caseId)
  if (id === undefined && caseId === undefined) throw new Error('which request?')
  return (await update.executeTakeFirst()).numUpdatedRows
}
