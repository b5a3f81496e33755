// School years, year groups, and when compulsory school age starts and ends. The school year is taken to run from
// 1 September to 31 August; the Act itself speaks of the school's own first term after July (EA 1996, s.579(1)).

import { dateOf, endOfCompulsorySchoolAge } from '../clocks/day-arithmetic.ts'
import { addDays, ageOn, dayNumber, daysInMonth, partsOf, plainDateOf, type PlainDate } from './plain-date.ts'
import type { DateSpan } from './law-periods.ts'

export interface SchoolYear extends DateSpan {
  /** 2026 for the school year 2026 to 2027. */
  readonly startsIn: number
}

export function schoolYear(startsIn: number): SchoolYear {
  return { startsIn, firstDay: plainDateOf(`${startsIn}-09-01`), lastDay: plainDateOf(`${startsIn + 1}-08-31`) }
}

export function schoolYearOf(date: PlainDate): SchoolYear {
  const { year, month } = partsOf(date)
  return schoolYear(month >= 9 ? year : year - 1)
}

/** The first day on which somebody is that old; 1 March in a common year for somebody born on 29 February. */
export function reachesAgeOn(dateOfBirth: PlainDate, age: number): PlainDate {
  const { year, month, day } = partsOf(dateOfBirth)
  const birthday = year + age
  if (day > daysInMonth(birthday, month)) return plainDateOf(`${birthday}-03-01`)
  return plainDateOf(`${birthday}${dateOfBirth.slice(4)}`)
}

/**
 * National curriculum year group by age: 0 is Reception, negative numbers are the years before it, 12 and up the years
 * after 16. Children may be taught out of year; the setting's own record then says more than this.
 */
export function yearGroupOn(dateOfBirth: PlainDate, on: PlainDate): number {
  // The age on 31 August, the day before the year starts: Reception for those who are 4.
  return ageOn(dateOfBirth, addDays(schoolYearOf(on).firstDay, -1)) - 4
}

/** "In or beyond Year 9" (SEND Regulations 2014, regs 6(1)(g), 12(3)): from the school year of the 14th birthday. */
export const isInOrBeyondYearNine = (dateOfBirth: PlainDate, on: PlainDate): boolean => yearGroupOn(dateOfBirth, on) >= 9

/**
 * EA 1996, s.8(2) and SI 1998/1607: compulsory school age starts on the first 31 August, 31 December or 31 March on or
 * after the fifth birthday.
 */
export function compulsorySchoolAgeFrom(dateOfBirth: PlainDate): PlainDate {
  const five = reachesAgeOn(dateOfBirth, 5)
  const { year } = partsOf(five)
  const days = [`${year}-03-31`, `${year}-08-31`, `${year}-12-31`].map(plainDateOf)
  return days.find((day) => day >= five) ?? plainDateOf(`${year}-12-31`)
}

/**
 * EA 1996, s.8(3) and SI 1997/1970: the last day of compulsory school age is the last Friday in June of the school year
 * in which 16 is reached. Somebody born in July or August leaves it at 15. The sum is the clock's own (RTS-01): there is no second one.
 */
export const compulsorySchoolAgeLastDay = (dateOfBirth: PlainDate): PlainDate => dateOf(endOfCompulsorySchoolAge(dayNumber(dateOfBirth)))

/**
 * CFA 2014, s.83(2): a young person is somebody over compulsory school age and under 25. The rights pass on this day, not
 * on the sixteenth birthday.
 */
export const youngPersonFrom = (dateOfBirth: PlainDate): PlainDate => addDays(compulsorySchoolAgeLastDay(dateOfBirth), 1)

/**
 * The latest day of birth of anybody who is a young person on that day: whoever was born on or before it is one, whoever was
 * born after it is not yet. A whole school year passes on one day, so lists compare days of birth with this and touch no case.
 */
export function bornByToBeYoungPerson(on: PlainDate): PlainDate {
  const { year } = partsOf(on)
  const thisSummer = plainDateOf(`${year - 16}-08-31`)
  return youngPersonFrom(thisSummer) <= on ? thisSummer : plainDateOf(`${year - 17}-08-31`)
}
