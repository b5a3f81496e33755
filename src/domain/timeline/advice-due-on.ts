import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const adviceDuty: Duty = {
  id: 'ASMT-05',
  asks: 'Give the advice that the authority asked for',
  startsWith: 'the body receives the authority’s request for advice',
  period: { kind: 'within-weeks', count: 6 },
  owedBy: 'advisers',
  standing: 'law',
  excuses: ['C', 'D', 'M'],
  law: ['Children and Families Act 2014, s.31', 'SEND Regulations 2014, reg 8(1), (2)', 'SEND Code of Practice, chapter 9'],
  toVerify: 'Schools, the authority’s psychologists and its social care may be bound by the Code only, not by reg 8',
  since: partThreeInForce,
}

/**
 * SEND Regulations 2014, reg 8(1): within six weeks of the day on which the body received the request, which is not always
 * the day on which the authority sent it.
 */
export const adviceDueOn = (bodyReceivedOn: PlainDate): PlainDate => lastDayOf(adviceDuty.period, bodyReceivedOn)
