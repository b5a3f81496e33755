// Dates, times, numbers and lists as people read them, after the GOV.UK style guide.
import { partsOf, weekday, type Instant, type PlainDate } from '../domain/calendar/plain-date.ts'
import { londonTimeOf } from '../domain/calendar/london-date.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const smallNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "3 March 2026" */
export function dateWords(date: PlainDate): string {
  return `${dayAndMonthWords(date)} ${partsOf(date).year}`
}

/** "3 March", where the year goes without saying. */
export function dayAndMonthWords(date: PlainDate): string {
  const { month, day } = partsOf(date)
  return `${day} ${months[month - 1]}`
}

/** "Tuesday 3 March 2026" */
export function weekdayWords(date: PlainDate): string {
  return `${weekdays[weekday(date) - 1]} ${dateWords(date)}`
}

/** "2:32pm", "2pm", "midday", "midnight": the time in London. */
export function timeWords(instant: Instant): string {
  const { hour, minute } = londonTimeOf(instant)
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** "3 March 2026 at 2:32pm", London time. */
export function dateTimeWords(instant: Instant): string {
  return `${dateWords(londonTimeOf(instant).date)} at ${timeWords(instant)}`
}

/** "12,345" */
export function numberWords(value: number): string {
  return value.toLocaleString('en-GB')
}

/** "three", but "12": for running text. */
export function smallNumberWords(value: number): string {
  return smallNumbers[value] ?? numberWords(value)
}

/** "1 day", "2 days", "3 children" with the third argument. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`
}

/** "a, b and c" */
export function listWords(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joiner} ${last}`
}

/** "640KB", "1.4MB": decimal units, as the style guide writes them. */
export function fileSizeWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte')
  const units = ['KB', 'MB', 'GB'] as const
  // The unit is chosen after rounding, so that 999,999 bytes are 1MB and not 1000KB.
  for (const [index, unit] of units.entries()) {
    const size = bytes / 1000 ** (index + 1)
    const shown = size < 10 ? Math.round(size * 10) / 10 : Math.round(size)
    if (shown < 1000 || unit === 'GB') return `${numberWords(shown)}${unit}`
  }
  return plural(bytes, 'byte')
}

/** "1 hour 30 minutes" */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return plural(rest, 'minute')
  return rest === 0 ? plural(hours, 'hour') : `${plural(hours, 'hour')} ${plural(rest, 'minute')}`
}

/** "£1,200" or "£1,200.50", from pence. */
export function moneyWords(pence: number): string {
  const places = pence % 100 === 0 ? 0 : 2
  return (pence / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
}

/** "today", "tomorrow", "in 5 days", "3 days ago". With "working day" as the day it counts those. */
export function daysAwayWords(days: number, day: 'day' | 'working day' = 'day'): string {
  if (days === 0) return 'today'
  if (day === 'day' && days === 1) return 'tomorrow'
  if (day === 'day' && days === -1) return 'yesterday'
  return days > 0 ? `in ${plural(days, day)}` : `${plural(-days, day)} ago`
}

/** "Sam Patel’s", "the Joneses’": whose it is. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}
