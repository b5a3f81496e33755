import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const finalPlanDuty: Duty = {
  id: 'ASMT-10',
  asks: 'Send the final plan to the family, the setting it names and the responsible commissioning body',
  startsWith: 'the request is received, or the authority becomes responsible (CFA 2014, s.24)',
  period: { kind: 'within-weeks', count: 20 },
  owedBy: 'council',
  standing: 'law',
  excuses: ['A', 'B', 'C', 'D'],
  law: ['SEND Regulations 2014, regs 13(2), (3), 14', 'Children and Families Act 2014, ss.39(8), 40(5)'],
  since: partThreeInForce,
}

/** SEND Regulations 2014, reg 13(2): within twenty weeks of receiving the request, holidays or not. */
export const finalPlanDueOn = (receivedOn: PlainDate): PlainDate => lastDayOf(finalPlanDuty.period, receivedOn)
