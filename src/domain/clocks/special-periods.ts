// The last days that need more than a start and a count: two limits of which the later or the earlier binds, a day that a
// second event moves, a birthday.

import type { Calendar } from '../calendar/calendar.ts'
import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import { addMonthsTo, dateOf, dayOfParts, endOfCompulsorySchoolAge, monthOf, reachesAge, yearOf } from './day-arithmetic.ts'
import type { EventType } from './event-kinds.ts'
import type { EventOf } from './events.ts'
import { endOfMonthsBeginningWith, hasDay, lastDayOf, noDay, type SpecialRule } from './period.ts'
import type { ClockReading } from './reading.ts'
import { tribunalDay } from './tribunal-day.ts'

/** A day that stands beside the last day: the other of two limits, the date as guidance has it. */
export interface OtherDate {
  readonly what: OtherDateName
  readonly on: PlainDate
}
export type OtherDateName =
  | 'two-months' | 'one-month-from-certificate' | 'own-period' | 'other-limit' | 'law-says-before' | 'guidance-says-by' | 'twelve-months' | 'three-months'
  | 'a-year-from-the-meeting' | 'corresponding-day' | 'meeting-for-four-weeks' | 'twenty-fifth-birthday'

const also = (reading: ClockReading, type: EventType) => reading.also?.findLast(({ event }) => event.type === type)

function appealDay(reading: ClockReading, calendar: Calendar): number {
  const twoMonths = addMonthsTo(reading.startDay, 2)
  const certificate = also(reading, 'certificate-issued')
  return tribunalDay(certificate === undefined ? twoMonths : Math.max(twoMonths, addMonthsTo(certificate.day, 1)), calendar)
}

/** The last day by a rule of its own. `born` is the day of birth or `noDay`. */
export function lastDayByRule(rule: SpecialRule, reading: ClockReading, calendar: Calendar, born: number): number {
  const { startDay } = reading
  switch (rule) {
    // r.20(1)(c): two months after the notice was sent or, if later, one month from the certificate.
    case 'appeal': return appealDay(reading, calendar)
    // CFA s.45(4): until the time to appeal has ended or, once an appeal is lodged, it is finally decided.
    case 'maintained-until': {
      const lodged = also(reading, 'appeal-lodged')
      if (lodged === undefined) return appealDay(reading, calendar)
      const end = also(reading, 'appeal-decided') ?? also(reading, 'appeal-ended')
      return end === undefined || end.day < lodged.day ? noDay : end.day - 1
    }
    // Reg 15(5): before the later of twelve months from the making or last review, and three months from the transfer.
    case 'later-of-year-and-three-months': {
      const three = endOfMonthsBeginningWith(startDay, 3)
      return reading.relatedDay === noDay ? three : Math.max(three, endOfMonthsBeginningWith(reading.relatedDay, 12))
    }
    // Reg 16: by the day of the change when it was known fifteen working days before, else fifteen from awareness.
    case 'health-body-change': {
      const { changesOn } = reading.startFact.event as EventOf<'health-body-change-known'>
      const changes = changesOn === undefined ? Number.NaN : dayNumber(changesOn)
      return calendar.workingDaysBetween(startDay, changes) >= 15 ? changes : lastDayOf({ kind: 'working-days-beginning-with', count: 15 }, startDay, calendar)
    }
    // Article 12(3): one month, three when extended; the regulator allows the next working day.
    case 'month-next-working-day': return calendar.workingDayOnOrAfter(addMonthsTo(startDay, also(reading, 'subject-access-extended') === undefined ? 1 : 3))
    case 'end-of-studies': return endOfStudies(reading)
    case 'retention': return born === noDay ? Number.NaN : addMonthsTo(born, 12 * (reading.startFact.event as EventOf<'retention-set'>).years) - 1
    case 'young-person-from': return endOfCompulsorySchoolAge(startDay)
  }
}

/**
 * Reg 46: the end of the academic year in which 25 is reached. In further education it ends on 31 July; an apprenticeship
 * and other courses end with themselves, or the day before the twenty-sixth birthday if that is earlier.
 */
function endOfStudies(reading: ClockReading): number {
  const studies = also(reading, 'studies-known')?.event as EventOf<'studies-known'> | undefined
  const twentyFive = reachesAge(reading.startDay, 25)
  if (studies === undefined || studies.course === 'further-education') {
    // An academic year of further education runs from 1 August to 31 July.
    return dayOfParts(yearOf(twentyFive) + (monthOf(twentyFive) >= 8 ? 1 : 0), 7, 31)
  }
  const dayBefore = reachesAge(reading.startDay, 26) - 1
  const ends = studies.courseEndsOn === undefined ? dayOfParts(yearOf(twentyFive) + (monthOf(twentyFive) >= 9 ? 1 : 0), 8, 31) : dayNumber(studies.courseEndsOn)
  return Math.min(ends, dayBefore)
}

/** The days that stand beside the last day of a reading. */
export function otherDatesOf(reading: ClockReading): readonly OtherDate[] {
  const { clock, startDay, ownDay, dueDay } = reading
  const dates: OtherDate[] = []
  const add = (what: OtherDateName, day: number): void => {
    if (hasDay(day)) dates.push({ what, on: dateOf(day) })
  }
  if (reading.boundBy !== undefined) add('own-period', ownDay)
  add('other-limit', reading.alternativeDay)
  const { period } = clock
  switch (period.kind) {
    case 'before-date':
      if (period.lessDays === undefined) {
        add('law-says-before', ownDay + 1)
        add('guidance-says-by', ownDay + 1)
      }
      break
    case 'months-beginning-with':
      if (clock.id === 'REV-01') add('meeting-for-four-weeks', dueDay - 28)
      break
    case 'rule':
      ruleDates(period.rule)
      break
    default:
  }
  if (clock.target?.kind === 'one-year-from-meeting' && reading.relatedDay !== noDay) {
    add('a-year-from-the-meeting', endOfMonthsBeginningWith(reading.relatedDay, 12))
  }
  return dates

  function ruleDates(rule: SpecialRule): void {
    switch (rule) {
      case 'appeal':
      case 'maintained-until': {
        const certificate = also(reading, 'certificate-issued')
        add('two-months', addMonthsTo(startDay, 2))
        if (certificate !== undefined) add('one-month-from-certificate', addMonthsTo(certificate.day, 1))
        break
      }
      case 'later-of-year-and-three-months':
        if (reading.relatedDay !== noDay) add('twelve-months', endOfMonthsBeginningWith(reading.relatedDay, 12))
        add('three-months', endOfMonthsBeginningWith(startDay, 3))
        break
      case 'month-next-working-day':
        add('corresponding-day', addMonthsTo(startDay, also(reading, 'subject-access-extended') === undefined ? 1 : 3))
        break
      case 'end-of-studies':
        add('twenty-fifth-birthday', reachesAge(startDay, 25))
        break
      default:
    }
  }
}

