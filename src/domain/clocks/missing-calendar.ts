// A last day that the calendar cannot give: which year, or whose terms, are missing.

import type { FactRefusal } from './contradictions.ts'
import { yearOf } from './day-arithmetic.ts'
import { noDay } from './period.ts'
import type { ClockReading } from './reading.ts'

export function noLawOfCalendar(reading: ClockReading, born: number): FactRefusal {
  const { clock, calendar, startDay, startFact: { index: fact, event } } = reading
  if (clock.period.kind === 'rule' && clock.period.rule === 'retention' && born === noDay) {
    return { kind: 'needs-more', fact, why: `${clock.id} is counted from the day of birth, which is not given.` }
  }
  if (clock.period.kind === 'school-days') {
    const setting = 'setting' in event && event.setting !== undefined ? event.setting : 'the area'
    return { kind: 'no-terms-for-setting', fact, why: `${clock.id} counts school days, and the calendar does not hold the terms of ${setting} that it needs.` }
  }
  const year = Number.isNaN(startDay) || yearOf(startDay) >= calendar.firstYear ? calendar.lastYear + 1 : calendar.firstYear - 1
  return {
    kind: 'calendar-year-missing', fact,
    why: `${clock.id} counts working days, and the calendar holds the bank holidays of ${calendar.firstYear} to ${calendar.lastYear} only: ${year} is missing.`,
  }
}
