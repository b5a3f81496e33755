import { act } from '../../../casebook/act.ts'
import { runPlanCheck } from '../../../casebook/plan/plan-checking.ts'
import type { PlanStatus } from '../../../domain/plan/checks/plan-under-check.ts'
import { ok } from '../../../domain/outcome.ts'

/** Keeps that somebody ran the check now, and what it found. */
export const runCheck = act('run-plan-check', async (tx, caseFile, { status }: { readonly status: PlanStatus }) => {
  const { verdict } = await runPlanCheck(tx, caseFile, status)
  return ok({ may: verdict.may })
})
