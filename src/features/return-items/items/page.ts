import type { Ask } from '../../../casebook/ask.ts'
import { listChildNeeds } from '../../../casebook/family/child-needs.ts'
import { listPlacements } from '../../../casebook/family/child-settings.ts'
import { findChildDetails } from '../../../casebook/family/family-rows.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { listNamedSettings } from '../../../casebook/plan/named-settings.ts'
import { listPersonalBudgets } from '../../../casebook/plan/personal-budgets.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { findPlanId, findPostcode, listRequestRows } from '../items-store.ts'
import { childKeyOf, openForReturn } from '../open-items.ts'
import { readFaults } from './read-faults.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openForReturn(tx, ask)
    return page(view({ frame: ask.frame, caseFile, items: await readItems(tx, caseFile), faults: await readFaults(tx, caseFile) }))
  })
}

export type Items = Awaited<ReturnType<typeof readItems>>

/** Everything of modules 1 to 5 that people say. */
async function readItems(tx: Tx, caseFile: CaseFile) {
  const planId = await findPlanId(tx, caseFile)
  const planKey = planId === undefined ? undefined : { localAreaId: caseFile.localAreaId, planId }
  return {
    details: await findChildDetails(tx, childKeyOf(caseFile)), home: await findPostcode(tx, caseFile), requests: await listRequestRows(tx, caseFile),
    needs: await listChildNeeds(tx, childKeyOf(caseFile)), placements: await listPlacements(tx, caseFile), hasPlan: planId !== undefined,
    named: planKey === undefined ? [] : await listNamedSettings(tx, planKey), budgets: planKey === undefined ? [] : await listPersonalBudgets(tx, planKey),
  }
}
