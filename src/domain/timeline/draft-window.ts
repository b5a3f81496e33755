import { daysBeginningWith, type DateSpan } from '../calendar/law-periods.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { partThreeInForce, type Duty } from './duty.ts'

export const draftWindowDuty: Duty = {
  id: 'ASMT-08',
  asks: 'Leave the family this long to say what they think of the draft, ask for a setting and ask for a meeting',
  startsWith: 'the draft plan is served',
  period: { kind: 'days-beginning-with', count: 15 },
  owedBy: 'council',
  standing: 'law',
  excuses: [],
  law: ['Children and Families Act 2014, s.38(2), (4)', 'SEND Regulations 2014, reg 13(1)(a)'],
  since: partThreeInForce,
}

export interface DraftWindow extends DateSpan {
  /** The plan must not be made final before this day. */
  readonly mayFinaliseFrom: PlainDate
}

/** SEND Regulations 2014, reg 13(1)(a): at least 15 days beginning with the day of service, which is day 1. */
export function draftWindow(servedOn: PlainDate): DraftWindow {
  const span = daysBeginningWith(servedOn, draftWindowDuty.period.count)
  return { ...span, mayFinaliseFrom: addDays(span.lastDay, 1) }
}

/**
 * The one that binds when several people were served on different days: it must leave the last of them their whole time.
 * Undefined when nobody was served.
 */
export const bindingWindow = (windows: readonly DraftWindow[]): DraftWindow | undefined =>
  windows.toSorted((a, b) => a.lastDay.localeCompare(b.lastDay)).at(-1)

/** Whether the family has had its whole time: an early "we have finished" from the family is for a person to weigh, not us. */
export const isWindowClosed = (window: DraftWindow, today: PlainDate): boolean => today >= window.mayFinaliseFrom
