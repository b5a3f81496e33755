// A regime is a pack of clocks with the dates between which a case is dated by it. The next law is a second pack, not a change
// to this one: a breach is judged by the law of its date.

import { plainDateOf, type PlainDate } from '../calendar/plain-date.ts'
import { keyOf, partThreeInForce, type Clock } from './clock.ts'
import { assessmentClocks } from './records/assessment.ts'
import { appealClocks, ceasingClocks, mediationClocks } from './records/disputes.ts'
import { agreementClocks, concessionClocks, custodyClocks, orderClocks } from './records/orders.ts'
import { planClocks } from './records/plan.ts'
import { reviewClocks } from './records/reviews.ts'
import { serviceClocks } from './records/services.ts'
import { moveClocks, phaseClocks, reassessmentClocks } from './records/transfers.ts'

export interface Regime {
  readonly id: string
  readonly title: string
  readonly from: PlainDate
  /** The last day on which something can start by this pack. */
  readonly until?: PlainDate
  readonly clocks: readonly Clock[]
}

// SI 2020/471 let the limits of these regulations be read as "as soon as reasonably practicable" where keeping them was
// impractical because of coronavirus. The year of a review (CFA s.44) is in the Act and was not touched. To verify.
const relaxedIn2020 = new Set([
  'ASMT-02', 'ASMT-05', 'ASMT-06', 'ASMT-10', 'ASMT-12', 'REV-07', 'REV-08', 'REV-09', 'REV-11', 'REV-12', 'REV-13', 'REV-14', 'PT-01', 'PT-02', 'PT-03', 'RE-02', 'RE-03',
  'RE-04', 'AM-01', 'TR-01', 'TR-02', 'TR-03', 'TR-05', 'TR-06', 'MED-02', 'MED-03', 'MED-04', 'MED-05', 'MED-06', 'MED-07', 'MED-08', 'ORD-01', 'ORD-02', 'ORD-03', 'ORD-04',
  'ORD-05', 'ORD-06', 'UNO-01', 'PB-03', 'DET-01', 'DET-02', 'DET-03', 'DET-04', 'DET-07',
])

const written: readonly Clock[] = [
  ...assessmentClocks, ...planClocks, ...reviewClocks, ...phaseClocks, ...reassessmentClocks, ...moveClocks, ...ceasingClocks, ...mediationClocks, ...agreementClocks, ...appealClocks,
  ...orderClocks, ...concessionClocks, ...custodyClocks, ...serviceClocks,
]

/** The Children and Families Act 2014, Part 3, with its history. */
export const childrenAndFamiliesAct2014: Regime = {
  id: 'CFA2014',
  title: 'Children and Families Act 2014, Part 3',
  from: partThreeInForce,
  clocks: written.map((clock) => (clock.nature === 'limit' && relaxedIn2020.has(clock.id) ? { ...clock, excuses: [...clock.excuses, 'V'] } : clock)),
}

/** The record of a clock on a day, by id and step ("ASMT-02", "ORD-01/final"). */
export function clockOn(key: string, on: PlainDate = plainDateOf('2199-12-31'), regime: Regime = childrenAndFamiliesAct2014): Clock {
  const found = regime.clocks.find((clock) => keyOf(clock) === key && clock.since <= on && (clock.until === undefined || on <= clock.until))
  if (found === undefined) throw new Error(`no clock ${key} on that day`)
  return found
}
