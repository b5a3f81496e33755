// The row of a case beside what its facts fold to (ledger.ts): that there is one, and who looks after it.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { partsOf } from '../domain/calendar/plain-date.ts'
import type { CaseId, ChildId, LocalAreaId, PersonId } from '../domain/ids.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export async function insertCase(
  tx: Tx, localAreaId: LocalAreaId, { id, childId, reference, receivedOn }: { id: CaseId; childId: ChildId; reference: string; receivedOn?: PlainDate },
): Promise<void> {
  await tx.db.insertInto('caseFile').values({ localAreaId, id, childId, reference, openedAt: tx.now, stage: 'not-known', receivedOn: receivedOn ?? null }).execute()
}

/** Gives the case to an officer, or to nobody yet; the fact that says so is recorded by the act. */
export async function setOfficer(tx: Tx, caseFile: CaseFile, officerId: PersonId | null): Promise<void> {
  await tx.db.updateTable('caseFile').set({ caseOfficerId: officerId })
    .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', caseFile.id).execute()
}

/** "W-2026-000123": the area's letter, the year, the next number. Unique in the area; it guards nothing. */
export async function nextReference(tx: Tx, area: { id: LocalAreaId; code: string }): Promise<string> {
  const { year } = partsOf(tx.today)
  const { latest } = await tx.db.insertInto('caseNumber').values({ localAreaId: area.id, year, latest: 1 })
    .onConflict((conflict) => conflict.columns(['localAreaId', 'year']).doUpdateSet((eb) => ({ latest: eb('caseNumber.latest', '+', 1) })))
    .returning('latest').executeTakeFirstOrThrow()
  return `${area.code.charAt(0).toUpperCase()}-${year}-${String(latest).padStart(6, '0')}`
}
