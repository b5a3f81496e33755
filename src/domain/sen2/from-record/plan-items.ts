// Module 4: the plan, what it names, and how it ended.

import { ceaseReasons } from '../code-sets.ts'
import type { Sen2NamedPlan } from '../sen2-return.ts'
import type { Course, PlanStory } from './courses.ts'
import { lastOf } from './courses.ts'
import { byRankOn, holdsOn, said, type ReturnAsked } from './record-for-return.ts'
import { planDetailOf } from './setting-items.ts'

type CeaseReason = Exclude<Sen2NamedPlan['CeaseReason'], undefined>
const isCeaseReason = (code: string): code is CeaseReason => Object.hasOwn(ceaseReasons, code)

/**
 * `StartDate` is the day on which the plan was first made, also by another council ("may predate a transfer in"): a review or an amendment makes no new
 * plan (CFA 2014 s.44), and with outcome Y the day is that of the issue. What it names and its budget are as they were on survey day, or on its last day.
 */
export function namedPlanOf({ facts, of }: Course, plan: PlanStory, { surveyDay }: ReturnAsked): Sen2NamedPlan {
  const day = plan.ended?.on ?? surveyDay
  const named = byRankOn(of.namedSettings, day)
  const budget = plan.ended === undefined ? of.personalBudgets.filter((row) => holdsOn(row, day)).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1) : undefined
  // A direct payment that was agreed is a personal budget, whoever has not yet said more of it.
  const isBudget = budget?.isTakenUp ?? (plan.ended === undefined && lastOf(facts, 'direct-payment-agreed') !== undefined ? true : undefined)
  const reason = plan.ended === undefined ? undefined : String(plan.ended.code)
  return {
    ...said<Sen2NamedPlan>({
      StartDate: plan.startedOn, PlanRes: named.find(({ residential }) => residential !== undefined)?.residential, PlanWBP: named.find(({ workBased }) => workBased !== undefined)?.workBased,
      PB: isBudget, OA: isBudget === true ? budget?.isOrganised : undefined, DP: isBudget === true ? budget?.directPayment : undefined,
      CeaseDate: plan.ended?.on, CeaseReason: reason !== undefined && isCeaseReason(reason) ? reason : undefined,
    }),
    PlanDetail: named.map(planDetailOf),
  }
}
