import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const assessDecisionDuty: Duty = {
  id: 'ASMT-02',
  asks: 'Tell the family, and those told that it is being considered, whether there will be a needs assessment',
  startsWith: 'the request is received, or the authority becomes responsible (CFA 2014, s.24)',
  period: { kind: 'within-weeks', count: 6 },
  owedBy: 'council',
  standing: 'law',
  excuses: ['A', 'B', 'C', 'D'],
  law: ['SEND Regulations 2014, reg 5(1), (2)', 'Children and Families Act 2014, s.36(5), (8)'],
  since: partThreeInForce,
}

/** SEND Regulations 2014, reg 5(1): within six weeks of receiving the request; the day of receipt is not counted. */
export const assessDecisionDueOn = (receivedOn: PlainDate): PlainDate => lastDayOf(assessDecisionDuty.period, receivedOn)
