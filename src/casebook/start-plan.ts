// The plan begins when the council decides to issue one; its lines are written by the drafting feature.

import type { PlanId } from '../domain/ids.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

/** Begins the child's plan if there is none; answers with its id. */
export async function startPlan(tx: Tx, caseFile: CaseFile): Promise<PlanId> {
  const existing = await tx.db.selectFrom('plan').select('id')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).executeTakeFirst()
  if (existing !== undefined) return existing.id
  const id = tx.newId<PlanId>()
  await tx.db.insertInto('plan').values({ localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, startedAt: tx.now }).execute()
  await recordFact(tx, caseFile, { type: 'drafting-began', planId: id })
  return id
}
