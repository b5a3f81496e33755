// Dates for property tests: any day of the years that cases of ours can fall in, the awkward days drawn often.

import * as fc from 'fast-check'
import { addDays, dateOfDayNumber, dayNumber, plainDateOf, type PlainDate } from '../src/domain/calendar/plain-date.ts'

const first = dayNumber(plainDateOf('2015-01-01'))
const last = dayNumber(plainDateOf('2045-12-31'))
const years = Array.from({ length: 31 }, (_, index) => 2015 + index)

// Leap days and their neighbours, both clock changes, the turn of the year, the edges of August and of the school year.
const awkward: readonly PlainDate[] = years.flatMap((year) =>
  [
    `${year}-01-01`, `${year}-02-28`, `${year}-03-01`, `${year}-03-31`, `${year}-04-30`, `${year}-07-31`, `${year}-08-01`,
    `${year}-08-31`, `${year}-09-01`, `${year}-10-31`, `${year}-12-24`, `${year}-12-25`, `${year}-12-31`,
  ]
    .map(plainDateOf)
    .concat(addDays(plainDateOf(`${year}-03-01`), -1)),
)

/** 2015 to 2045. */
export const arbitraryDate: fc.Arbitrary<PlainDate> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: first, max: last }).map(dateOfDayNumber) },
  { weight: 1, arbitrary: fc.constantFrom(...awkward) },
)

/** Dates of birth of people who can be in a case file between 2015 and 2045. */
export const arbitraryDateOfBirth: fc.Arbitrary<PlainDate> = fc
  .integer({ min: dayNumber(plainDateOf('1990-01-01')), max: last })
  .map(dateOfDayNumber)
