import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const noPlanDecisionDuty: Duty = {
  id: 'ASMT-06',
  asks: 'Tell the family that there will be no plan, with the reasons; tell the health body and the setting',
  startsWith: 'the request is received, or the authority becomes responsible (CFA 2014, s.24)',
  period: { kind: 'within-weeks', count: 16 },
  owedBy: 'council',
  standing: 'law',
  excuses: ['A', 'B', 'C', 'D'],
  law: ['Children and Families Act 2014, s.36(9)', 'SEND Regulations 2014, reg 10(1), (2)'],
  since: partThreeInForce,
}

/**
 * SEND Regulations 2014, reg 10(1): within sixteen weeks of receiving the request. The Regulations set no day of its own
 * for a decision to make a plan; it is shown against this one, because a family must know by then which it is.
 */
export const noPlanDecisionDueOn = (receivedOn: PlainDate): PlainDate => lastDayOf(noPlanDecisionDuty.period, receivedOn)
