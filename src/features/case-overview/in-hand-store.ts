// The cases that somebody who leaves the council's team looks after.

import { sql } from 'kysely'
import type { Leaver, OpenPiece } from '../../casebook/handovers.ts'
import type { Tx } from '../../casebook/tx.ts'

/** As the function open_work_of counts them. */
export async function listCasesInHand(tx: Tx, { personId, organisationId }: Leaver): Promise<OpenPiece[]> {
  const { rows } = await sql<{ area: string; caseId: string }>`
    select a.code as area, c.id as case_id from case_file c join local_area a on a.id = c.local_area_id
    join organisation o on o.id = ${organisationId} and o.kind = 'council' and o.local_area_id = c.local_area_id
    where c.case_officer_id = ${personId} and c.stage not in ('closed', 'exported') order by c.id`.execute(tx.db)
  return rows.map(({ area, caseId }) => ({ id: caseId, key: { area, caseId } }))
}
