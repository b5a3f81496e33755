// Whether somebody to whom a held item goes may still be told of the case, asked again at the moment when it leaves: ten minutes are long
// enough for an order to be recorded, a part to end, or somebody to leave their service. What is kept in the hub needs no such question,
// because whoever opens it is asked then.

import { sql } from 'kysely'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isKeptFrom, isRestricted } from '../access/family-standing.ts'
import { caseToOpen } from '../access/sight.ts'
import type { Tx } from '../tx.ts'
import { findViewer } from '../signing-in/viewer.ts'

export interface GoesTo {
  readonly localAreaId: LocalAreaId
  readonly caseId: CaseId | null
  readonly toPersonId: PersonId | null
  readonly toOrganisationId: OrganisationId | null
}

/** True for somebody who has, or had, a part in the case by a row and has none today, or whom an order keeps from being told. */
export async function hasLostTheirRight(tx: Tx, item: GoesTo): Promise<boolean> {
  if (item.caseId === null) return false
  return item.toPersonId === null ? bodyHasLeft(tx, item) : personHasLeft(tx, item, item.toPersonId)
}

async function bodyHasLeft(tx: Tx, { localAreaId, caseId, toOrganisationId }: GoesTo): Promise<boolean> {
  if (toOrganisationId === null) return false
  const found = await sql<{ rows: number; live: number }>`
    select count(*)::int as rows, count(*) filter (where p.from_on <= ${tx.today} and (p.to_on is null or p.to_on >= ${tx.today}))::int as live
    from case_party p where p.local_area_id = ${localAreaId} and p.case_id = ${caseId} and p.organisation_id = ${toOrganisationId}`.execute(tx.db)
  const { rows = 0, live = 0 } = found.rows[0] ?? {}
  return rows > 0 && live === 0
}

async function personHasLeft(tx: Tx, { localAreaId, caseId }: GoesTo, personId: PersonId): Promise<boolean> {
  const viewer = await findViewer(tx.db, personId, tx.today)
  if (viewer === undefined) return true
  const ofCase = (column: string) => sql.ref(`c.${column}`)
  const found = await sql<{ hadRow: boolean; mayOpen: boolean; isKept: boolean }>`
    select exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id
        and (p.person_id = ${personId} or p.organisation_id in (select m.organisation_id from membership m where m.person_id = ${personId}))) as had_row,
      ${caseToOpen({ viewer, today: tx.today, now: tx.now }, 'c')} as may_open,
      (${isKeptFrom(ofCase, personId, tx.today)} or ${isRestricted(ofCase, personId, tx.today, 'may-not-be-contacted')}) as is_kept
    from case_file c where c.local_area_id = ${localAreaId} and c.id = ${caseId}`.execute(tx.db)
  const row = found.rows[0]
  return row === undefined || row.isKept || (row.hadRow && !row.mayOpen)
}
