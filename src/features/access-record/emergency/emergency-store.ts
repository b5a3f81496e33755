// SQL of finding a child in an emergency and of the opening itself.

import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { caseInSight } from '../../../casebook/sight.ts'
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
  const rows = await tx.db.selectFrom('child as n').innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'n.localAreaId').onRef('c.childId', '=', 'n.id'))
    .select(['c.id as caseId', 'n.id as childId', 'n.givenName', 'n.preferredName', 'n.familyName'])
    .where('n.localAreaId', '=', localAreaId).where('n.bornOn', '=', wanted.bornOn).orderBy('c.openedAt', 'desc').limit(200).execute()
  const given = nameToCompare(wanted.givenName)
  const family = nameToCompare(wanted.familyName)
  const named = rows.filter((row) => nameToCompare(row.familyName) === family && [row.givenName, row.preferredName].some((name) => name !== null && nameToCompare(name) === given))
  const [first] = named
  return first === undefined || named.some(({ childId }) => childId !== first.childId) ? undefined : { caseId: first.caseId, childId: first.childId }
}

/** Nobody opens their own family's record in an emergency: an order that keeps them from it is not got round by taking a job. */
export async function isFamilyOf(tx: Tx, localAreaId: LocalAreaId, childId: ChildId, personId: PersonId): Promise<boolean> {
  const { rows: [row] } = await sql<{ is: boolean }>`select exists (select 1 from relationship r where r.local_area_id = ${localAreaId} and r.child_id = ${childId} and r.person_id = ${personId})
    or exists (select 1 from child n where n.local_area_id = ${localAreaId} and n.id = ${childId} and n.person_id = ${personId})
    or exists (select 1 from case_party p join case_file c on c.local_area_id = p.local_area_id and c.id = p.case_id
      where c.local_area_id = ${localAreaId} and c.child_id = ${childId} and p.person_id = ${personId} and p.part in ('parent', 'young-person', 'representative')) as is`.execute(tx.db)
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
