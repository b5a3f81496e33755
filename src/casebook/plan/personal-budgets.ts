// Whether a plan has a personal budget, with days (table personal_budget; CFA 2014 s.49).

import { addDays } from '../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, PlanId } from '../../domain/ids.ts'
import type { directPayments } from '../../domain/sen2/code-sets.ts'
import type { Dated, WayToRecord } from '../../domain/sen2/dated-items.ts'
import type { Tx } from '../tx.ts'

export interface BudgetSaid {
  readonly isTakenUp: boolean
  /** The council or another arranges what is bought with it. */
  readonly isOrganised?: boolean
  readonly directPayment?: keyof typeof directPayments
}
export interface PersonalBudget extends BudgetSaid, Dated { readonly id: string }

interface PlanKey { readonly localAreaId: LocalAreaId; readonly planId: PlanId }

/** All that was ever recorded, what stands now first. */
export async function listPersonalBudgets(tx: Tx, { localAreaId, planId }: PlanKey): Promise<PersonalBudget[]> {
  const rows = await tx.db.selectFrom('personalBudget').selectAll().where('localAreaId', '=', localAreaId).where('planId', '=', planId).orderBy('fromOn', 'desc').execute()
  return rows.map(({ id, isTakenUp, isOrganised, directPayment, fromOn, toOn }) => ({
    id, isTakenUp, fromOn, ...(isOrganised === null ? {} : { isOrganised }), ...(directPayment === null ? {} : { directPayment: directPayment as keyof typeof directPayments }), ...(toOn === null ? {} : { toOn }),
  }))
}

/** How it is from that day on. The day was asked of `dayRefusal`. */
export async function savePersonalBudget(tx: Tx, { localAreaId, planId }: PlanKey, said: BudgetSaid, since: PlainDate, how: WayToRecord): Promise<void> {
  const open = (await listPersonalBudgets(tx, { localAreaId, planId })).find(({ toOn }) => toOn === undefined)
  if (open !== undefined && how === 'put-right') {
    await tx.db.updateTable('personalBudget').set({ ...columnsOf(tx, said), fromOn: since }).where('localAreaId', '=', localAreaId).where('id', '=', open.id).execute()
    return
  }
  if (open !== undefined) await tx.db.updateTable('personalBudget').set({ toOn: addDays(since, -1) }).where('localAreaId', '=', localAreaId).where('id', '=', open.id).execute()
  await insertPersonalBudget(tx, { localAreaId, planId }, said, { fromOn: since })
}

export async function insertPersonalBudget(tx: Tx, { localAreaId, planId }: PlanKey, said: BudgetSaid, { fromOn, toOn }: Dated): Promise<void> {
  await tx.db.insertInto('personalBudget').values({ localAreaId, id: tx.newId<string>(), planId, ...columnsOf(tx, said), fromOn, toOn: toOn ?? null }).execute()
}

const columnsOf = (tx: Tx, { isTakenUp, isOrganised, directPayment }: BudgetSaid) =>
  ({ isTakenUp, isOrganised: isOrganised ?? null, directPayment: directPayment ?? null, recordedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, recordedAt: tx.now })
