// Opens an older plan for somebody of the council's team of its area: another area's is not found.

import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { openAreaFor } from '../../casebook/open-area.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isId, type PersonId } from '../../domain/ids.ts'
import type { OlderPlan } from './older-plan-store.ts'
import { getOlderPlan } from './older-plan-store.ts'

export interface PlanKey { readonly area: string; readonly olderPlanId: string }

export const planKeyOf = (ask: Ask): PlanKey => ({ area: param(ask, 'area'), olderPlanId: param(ask, 'olderPlanId') })

export async function openOlderPlan(tx: Tx, { area: code, olderPlanId }: PlanKey, { lock = false } = {}): Promise<{ area: Area; plan: OlderPlan }> {
  const area = await openAreaFor(tx, code, 'place-older-plan')
  if (!isId(olderPlanId)) throw new NotFound('older plan')
  const plan = await getOlderPlan(tx, area.id, olderPlanId, { lock })
  await mustSeeItsCase(tx, area, plan)
  return { area, plan }
}

/** Once it is of a case, whoever may not find the case, or whom a seal keeps from the file, does not find its words here. */
async function mustSeeItsCase(tx: Tx, area: Area, { caseId, documentId }: OlderPlan): Promise<void> {
  if (caseId === undefined) return
  const { sealed } = await openCaseFile(tx, { area: area.code, caseId })
  if (sealed.hidden.includes(documentId)) throw new NotFound('older plan')
}

/** Only people say what belongs where. */
export function personOf(tx: Pick<Tx, 'viewer'>): PersonId {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('place-older-plan')
  return tx.viewer.personId
}

/** "Rewan Tahsin", as the file says; what the file is called where it says no name. */
export const nameOnPlan = ({ facts: { givenName, familyName }, fileName }: Pick<OlderPlan, 'facts' | 'fileName'>): string =>
  (givenName === undefined && familyName === undefined ? fileName : [givenName, familyName].filter((name) => name !== undefined).join(' '))
