// The plan begins when the council decides to issue one; its lines are written by the drafting feature.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PlanId } from '../../domain/ids.ts'
import type { AdviceEntry } from '../../domain/plan/freeze.ts'
import { recordFact } from '../ledger.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export interface PlanRow { readonly localAreaId: LocalAreaId; readonly caseId: CaseId; readonly id: PlanId; readonly firstMadeOn?: PlainDate; readonly listedAdvice?: string }

/** The row alone: what happened is for whoever records the fact. */
export async function insertPlanRow(tx: Tx, row: PlanRow): Promise<void> {
  await tx.db.insertInto('plan').values({ ...row, startedAt: tx.now }).execute()
}

/** The plan of a child whose plan was made before the hub: it was first made on a day that is known, and lists reports that are not here. */
export async function startOlderPlan(tx: Tx, caseFile: CaseFile, { firstMadeOn, listedAdvice }: { firstMadeOn: PlainDate; listedAdvice: readonly AdviceEntry[] }): Promise<PlanId> {
  const id = tx.newId<PlanId>()
  await insertPlanRow(tx, { localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, firstMadeOn, listedAdvice: JSON.stringify(listedAdvice) })
  return id
}

/** The plan whose days came with a return gets its words: it lists reports that are not here. */
export async function fillShell(tx: Tx, { localAreaId }: CaseFile, planId: PlanId, listedAdvice: readonly AdviceEntry[]): Promise<PlanId> {
  await tx.db.updateTable('plan').set({ listedAdvice: JSON.stringify(listedAdvice) }).where('localAreaId', '=', localAreaId).where('id', '=', planId).execute()
  return planId
}

/** Whether the case has a plan, or one that is being written. */
export const hasPlan = async (tx: Tx, { localAreaId, id }: CaseFile): Promise<boolean> =>
  (await tx.db.selectFrom('plan').select('id').where('localAreaId', '=', localAreaId).where('caseId', '=', id).executeTakeFirst()) !== undefined

/** Begins the child's plan if there is none; answers with its id. */
export async function startPlan(tx: Tx, caseFile: CaseFile): Promise<PlanId> {
  const existing = await tx.db.selectFrom('plan').select('id')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).executeTakeFirst()
  if (existing !== undefined) return existing.id
  const id = tx.newId<PlanId>()
  await insertPlanRow(tx, { localAreaId: caseFile.localAreaId, id, caseId: caseFile.id })
  await recordFact(tx, caseFile, { type: 'drafting-began', planId: id })
  return id
}
