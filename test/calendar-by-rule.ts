// A calendar for tests that reach into years for which nobody has published bank holidays yet: those that the rules foretell.

import { bankHolidaysOf } from '../src/domain/calendar/bank-holidays.ts'
import { calendarOf, type Calendar, type Terms, type YearsOfHolidays } from '../src/domain/calendar/calendar.ts'

export function holidaysByRule(firstYear: number, lastYear: number): YearsOfHolidays {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return { firstYear, lastYear, bankHolidays: years.flatMap((year) => bankHolidaysOf(year)) }
}

/** 1990 to 2080, with terms where a test needs them. */
export const calendarByRule = (terms: readonly Terms[] = []): Calendar => calendarOf({ years: holidaysByRule(1990, 2080), terms })
