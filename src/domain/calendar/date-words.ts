import { partsOf, type PlainDate } from './plain-date.ts'

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

/** "3 March 2026": the one way in which dates are written for people. */
export function dateWords(date: PlainDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${months[month - 1] ?? ''} ${year}`
}
