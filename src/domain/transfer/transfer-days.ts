// The days of a phase transfer: the last lawful one, the one that guidance names, and the last on which a review meeting leaves the whole
// twelve weeks (SEND Regulations 2014, reg 18; R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)). The clocks PT-01 to PT-04 are the
// same sums (domain/clocks/records/transfers.ts), and a test compares the two.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, addMonths, plainDateOf } from '../calendar/plain-date.ts'
import { addWorkingDays, workingDayOnOrAfter } from '../calendar/working-days.ts'
import type { TransferKind } from './phases.ts'

export interface TransferDays {
  /** "Before 15 February" read strictly: the day before it. */
  readonly strictLastDay: PlainDate
  /** The day as guidance and most councils say it: "by 15 February". */
  readonly publishedDay: PlainDate
  /** Twelve weeks before the strict day, and the last working day by then. */
  readonly latestMeetingOn: PlainDate
  readonly latestMeetingWorkingDay: PlainDate
}

const twelveWeeks = 84

/** Undefined for a move between post-16 institutions whose day is not known. */
export function transferDays(kind: TransferKind, { year, transferOn }: { year: number; transferOn?: PlainDate }): TransferDays | undefined {
  const days = lastDays(kind, year, transferOn)
  if (days === undefined) return undefined
  const latestMeetingOn = addDays(days.strictLastDay, -twelveWeeks)
  return { ...days, latestMeetingOn, latestMeetingWorkingDay: workingDayOnOrBefore(latestMeetingOn) }
}

function lastDays(kind: TransferKind, year: number, transferOn: PlainDate | undefined): Pick<TransferDays, 'strictLastDay' | 'publishedDay'> | undefined {
  switch (kind) {
    case 'secondary-to-post-16': return before(plainDateOf(`${year}-03-31`))
    // No transfer in law: watched to the same day, because plans change.
    case 'same-school-sixth-form': return { strictLastDay: plainDateOf(`${year}-03-31`), publishedDay: plainDateOf(`${year}-03-31`) }
    case 'post-16-to-post-16': {
      if (transferOn === undefined) return undefined
      const on = addMonths(transferOn, -5)
      return { strictLastDay: on, publishedDay: on }
    }
    default: return before(plainDateOf(`${year}-02-15`))
  }
}

const before = (published: PlainDate) => ({ strictLastDay: addDays(published, -1), publishedDay: published })

const workingDayOnOrBefore = (day: PlainDate): PlainDate => (workingDayOnOrAfter(day) === day ? day : addWorkingDays(day, -1))
