import { dateFromParts } from '../../../domain/calendar/plain-date.ts'
import type { CaseText } from '../case-rows-store.ts'

/** Letters of a search that count. */
export const longestSearch = 200

/** What was typed: a date of birth as people write it ("3/3/2018", "3 March 2018", "2018-03-03"), or words. */
export function readSearch(typed: string): CaseText | undefined {
  const whole = typed.trim().replaceAll(/\s+/g, ' ').slice(0, longestSearch)
  if (whole === '') return undefined
  const born = readDate(whole)
  return born === undefined ? { by: 'words', whole, words: whole.split(' ').slice(0, 6) } : { by: 'born', on: born }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function readDate(text: string): ReturnType<typeof dateFromParts> {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dateFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text)
  if (numbers) return dateFromParts(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const words = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.? (\d{4})$/i.exec(text)
  const month = words === null ? 0 : months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1
  return words === null || month === 0 ? undefined : dateFromParts(Number(words[3]), month, Number(words[1]))
}
