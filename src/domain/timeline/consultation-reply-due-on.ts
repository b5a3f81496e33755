import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const consultationReplyDuty: Duty = {
  id: 'ASMT-09',
  asks: 'Say whether the setting suits the child, and what being there would mean for others and for resources',
  startsWith: 'the setting receives the consultation with the draft plan',
  period: { kind: 'within-days', count: 15 },
  owedBy: 'setting',
  standing: 'guidance',
  excuses: [],
  law: ['Children and Families Act 2014, ss.38 to 40 (the duty to consult)', 'SEND Code of Practice, 9.80 to 9.83 (the time)'],
  toVerify: 'The paragraph of the Code that gives the fifteen days',
  since: partThreeInForce,
}

/**
 * SEND Code of Practice, 9.80 to 9.83: fifteen days, the day of receipt not counted; school holidays do not pause it. When
 * no answer has come the authority may go on without one.
 */
export const consultationReplyDueOn = (receivedOn: PlainDate): PlainDate =>
  lastDayOf(consultationReplyDuty.period, receivedOn)
