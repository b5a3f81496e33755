// Calendar months and quarters to count by, the last of them being the one that today is in.

import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, addMonths, partsOf, plainDateOf } from '../calendar/plain-date.ts'

export const periodLengths = ['quarter', 'month'] as const
export type PeriodLength = (typeof periodLengths)[number]

export interface Period {
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
}

const months: Record<PeriodLength, number> = { quarter: 3, month: 1 }

/** The last so many periods up to the one of today, the earliest first. */
export function lastPeriods(length: PeriodLength, count: number, today: PlainDate): Period[] {
  const { year, month } = partsOf(today)
  const step = months[length]
  const firstMonth = month - ((month - 1) % step)
  const current = plainDateOf(`${year}-${String(firstMonth).padStart(2, '0')}-01`)
  return Array.from({ length: count }, (_, index) => {
    const firstDay = addMonths(current, (index + 1 - count) * step)
    return { firstDay, lastDay: addDays(addMonths(firstDay, step), -1) }
  })
}
