import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { draftWindowDuty } from './draft-window.ts'
import { partThreeInForce, type Duty } from './duty.ts'
import { finalPlanDueOn, finalPlanDuty } from './final-plan-due-on.ts'

export const latestDraftDuty: Duty = {
  id: 'ASMT-07',
  asks: 'Serve the draft by then, or the family’s window cannot end before the final plan is due',
  startsWith: finalPlanDuty.startsWith,
  period: { kind: 'within-days', count: 20 * 7 - 15 },
  owedBy: 'council',
  standing: 'planning',
  excuses: [],
  law: ['Derived from SEND Regulations 2014, reg 13(1)(a) and (2)'],
  since: partThreeInForce,
}

/**
 * The last day on which a draft can be served so that the plan can be made final, lawfully, on the twenty-week day. It
 * leaves no time to consult settings after the family has asked for one, so plan for week 12 to 14.
 */
export const latestDraftServiceOn = (receivedOn: PlainDate): PlainDate =>
  addDays(finalPlanDueOn(receivedOn), -draftWindowDuty.period.count)
