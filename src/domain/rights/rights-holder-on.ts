// Who holds the rights of Part 3 (request, answer a draft, appeal) on a day: Children and Families Act 2014, ss.80, 83(2);
// Education Act 1996, s.8; SEND Regulations 2014, regs 63, 64; Mental Capacity Act 2005, ss.1 to 3.

import type { PlainDate } from '../calendar/plain-date.ts'
import { youngPersonFrom } from '../calendar/school-year.ts'

/**
 * One assessment of whether a young person can take one decision. Capacity belongs to a decision and a time, and is
 * presumed (MCA 2005, s.1(2)): without a record that says otherwise the young person decides.
 */
export interface CapacityRecord {
  /** The decision it was about: one of `rightsDecisions`, or the words of an older record. */
  readonly decision: string
  readonly assessedOn: PlainDate
  readonly hasCapacity: boolean
  readonly assessedBy: string
  /** Where the evidence is kept. */
  readonly evidence: string
  /** A deputy of the Court of Protection or an attorney who may take this decision (CFA s.80(6)), on the days between. */
  readonly representative?: Representative
  /** The day from which it must be assessed anew, where one was set. */
  readonly reviewOn?: PlainDate
}

export interface Representative {
  readonly name: string
  /** 'representative' where an older record does not say which. */
  readonly as: 'deputy' | 'attorney' | 'representative'
  /** Who that is in the hub, where they have a part in it. */
  readonly personId?: string
  readonly from?: PlainDate
  /** The last day of an appointment that ends. */
  readonly to?: PlainDate
}

export interface Person {
  readonly dateOfBirth: PlainDate
  readonly capacity: readonly CapacityRecord[]
}

export type RightsHolder =
  | { readonly holder: 'parent'; readonly because: 'child'; readonly law: string }
  | {
      readonly holder: 'parent'
      readonly because: 'young-person-without-capacity-or-representative'
      readonly record: CapacityRecord
      readonly law: string
    }
  | { readonly holder: 'young-person'; readonly because: 'over-compulsory-school-age'; readonly law: string }
  | {
      readonly holder: 'representative'
      readonly because: 'young-person-without-capacity'
      readonly name: string
      readonly as: Representative['as']
      readonly personId?: string
      readonly record: CapacityRecord
      readonly law: string
    }

/**
 * Up to the end of compulsory school age each parent holds the rights, separately. From the day after it is the young
 * person, unless a record says that he or she cannot take this decision; then a deputy or attorney, or if there is none
 * the parent. Which parent, and a parent who lacks capacity (reg 63), are questions about the parents, not answered here.
 */
export function rightsHolderOn(on: PlainDate, person: Person, decision: string): RightsHolder {
  if (on < youngPersonFrom(person.dateOfBirth)) {
    return { holder: 'parent', because: 'child', law: 'Children and Families Act 2014, ss.36(1), 83(7); Education Act 1996, s.8' }
  }
  const record = capacityRecordFor(on, person.capacity, decision)
  if (!record || record.hasCapacity) {
    const law = 'Children and Families Act 2014, s.83(2); Mental Capacity Act 2005, s.1(2)'
    return { holder: 'young-person', because: 'over-compulsory-school-age', law }
  }
  const law = 'Children and Families Act 2014, s.80; SEND Regulations 2014, reg 64'
  const { representative } = record
  if (representative === undefined || !isAppointedOn(on, representative)) {
    return { holder: 'parent', because: 'young-person-without-capacity-or-representative', record, law }
  }
  const { name, as, personId } = representative
  return { holder: 'representative', because: 'young-person-without-capacity', name, as, ...(personId === undefined ? {} : { personId }), record, law }
}

const isAppointedOn = (on: PlainDate, { from, to }: Representative): boolean => (from === undefined || from <= on) && (to === undefined || on <= to)

/** The latest record about this decision that still stands on the day. One due for review has lapsed: capacity is presumed. */
function capacityRecordFor(
  on: PlainDate,
  records: readonly CapacityRecord[],
  decision: string,
): CapacityRecord | undefined {
  return records
    .filter((record) => record.decision === decision && record.assessedOn <= on)
    // Of two on one day the one written down later.
    .toSorted((a, b) => (a.assessedOn < b.assessedOn ? -1 : a.assessedOn > b.assessedOn ? 1 : 0))
    .slice(-1)
    .find((record) => record.reviewOn === undefined || on < record.reviewOn)
}
