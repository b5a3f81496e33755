// SQL of finding a child in an emergency and of the opening itself.

import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { caseInSight } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { nameToCompare } from '../../../domain/access/emergency.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { BreakGlassId, CaseId, ChildId, LocalAreaId, PersonId } from '../../../domain/ids.ts'
import type { BreakGlassTable } from '../../../platform/db/schema.ts'

/**
 * The newest case of the one child of exactly this name and birth in the area. Two children who share both are told apart by a person
 * on the telephone, not by whoever opens them both.
 */
export async function findCaseOf(
  tx: Tx, localAreaId: LocalAreaId, wanted: { givenName: string; familyName: string; bornOn: PlainDate },
): Promise<{ caseId: CaseId; childId: ChildId } | undefined> {
  // Whoever asks has no sight of the child: the database asks for their role, and gives names to compare.
  const { rows } = await sql<{ caseId: CaseId; childId: ChildId; givenName: string; preferredName: string | null; familyName: string }>`
    select * from hub_born_on_in_emergency(${localAreaId}, ${wanted.bornOn})`.execute(tx.db)
  const given = nameToCompare(wanted.givenName)
  const family = nameToCompare(wanted.familyName)
  const named = rows.filter((row) => nameToCompare(row.familyName) === family && [row.givenName, row.preferredName].some((name) => name !== null && nameToCompare(name) === given))
  const [first] = named
  return first === undefined || named.some(({ childId }) => childId !== first.childId) ? undefined : { caseId: first.caseId, childId: first.childId }
}

/** Nobody opens their own family's record in an emergency: an order that keeps them from it is not got round by taking a job. */
export async function isOwnFamily(tx: Tx, localAreaId: LocalAreaId, childId: ChildId): Promise<boolean> {
  const { rows: [row] } = await sql<{ is: boolean }>`select hub_is_own_family(${localAreaId}, ${childId}) as is`.execute(tx.db)
  return row?.is === true
}

/** Whether the case is theirs to open without any emergency. */
export async function isInSight(tx: Tx, caseId: CaseId): Promise<boolean> {
  return await tx.db.selectFrom('caseFile').select('id').where('id', '=', caseId).where(caseInSight(tx)).executeTakeFirst() !== undefined
}

export async function findRunning(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId, personId: PersonId): Promise<BreakGlassId | undefined> {
  const row = await tx.db.selectFrom('breakGlass').select('id').where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('personId', '=', personId)
    .where('endsAt', '>', tx.now).where('endedAt', 'is', null).executeTakeFirst()
  return row?.id as BreakGlassId | undefined
}

export async function insertOpening(tx: Tx, row: Insertable<BreakGlassTable>): Promise<void> {
  await tx.db.insertInto('breakGlass').values(row).execute()
}

/** Ends the person's own opening; undefined when it is not theirs. */
export async function endOpening(tx: Tx, id: BreakGlassId, personId: PersonId): Promise<{ localAreaId: LocalAreaId; caseId: CaseId } | undefined> {
  const row = await tx.db.selectFrom('breakGlass').select(['localAreaId', 'caseId', 'endedAt']).where('id', '=', id).where('personId', '=', personId).forUpdate().executeTakeFirst()
  if (row === undefined) return undefined
  if (row.endedAt === null) await tx.db.updateTable('breakGlass').set({ endedAt: tx.now }).where('localAreaId', '=', row.localAreaId).where('id', '=', id).execute()
  return { localAreaId: row.localAreaId, caseId: row.caseId }
}
