// The check before issue: every check of a plan, in the order in which a plan is read. Ids are for good: releases name them.

import { adviceChecks } from './advice-checks.ts'
import { directPaymentChecks } from './direct-payment-checks.ts'
import { familyChecks } from './family-checks.ts'
import { healthAndCareChecks } from './health-and-care-checks.ts'
import { needChecks } from './need-checks.ts'
import { outcomeChecks } from './outcome-checks.ts'
import { placementChecks } from './placement-checks.ts'
import type { Finding, PlanCheck } from './plan-check.ts'
import type { PlanUnderCheck } from './plan-under-check.ts'
import { provisionChecks } from './provision-checks.ts'
import { threadChecks } from './thread-checks.ts'
import { viewsChecks } from './views-checks.ts'
import { emptyPlanCheck, wholePlanChecks } from './whole-plan-checks.ts'
import { wordsChecks } from './words-checks.ts'

export const planChecks: readonly PlanCheck[] = [
  ...wholePlanChecks, ...viewsChecks, ...needChecks, ...outcomeChecks, ...provisionChecks, ...healthAndCareChecks,
  ...placementChecks, ...directPaymentChecks, ...adviceChecks, ...threadChecks, ...wordsChecks, ...familyChecks,
]

/** Everything that the checks find in this plan at its stage. Nothing found means that nothing was found, not that all is well. */
export function checkPlan(plan: PlanUnderCheck): Finding[] {
  const empty = findingsOf(emptyPlanCheck, plan)
  return empty.length > 0 ? empty : planChecks.flatMap((check) => findingsOf(check, plan))
}

function findingsOf({ id, citation, severity, release, find }: PlanCheck, plan: PlanUnderCheck): Finding[] {
  const weight = severity[plan.status]
  return weight === 'not-asked' ? [] : find(plan).map((found): Finding => ({ ...found, checkId: id, severity: weight, citation, release }))
}
