// A day as plans write it: "3 March 2025", "3rd March 2025", "03/03/2025", "03.03.25". A month alone is no day, and is not made one.

import type { PlainDate } from '../calendar/plain-date.ts'
import { dateFromParts } from '../calendar/plain-date.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const inWords = /\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(\d{4}|\d{2})\b/iu
const inNumbers = /\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\b/u
const asIso = /\b(\d{4})-(\d{2})-(\d{2})\b/u

/** The first day that the text says; undefined when it says none. Day before month, as in England. */
export function daySaid(text: string): PlainDate | undefined {
  const iso = asIso.exec(text)
  if (iso !== null) return dateFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const words = inWords.exec(text)
  const numbers = inNumbers.exec(text)
  if (words !== null && (numbers === null || words.index <= numbers.index)) return dateFromParts(yearOf(words[3] ?? ''), months.indexOf((words[2] ?? '').toLowerCase()) + 1, Number(words[1]))
  return numbers === null ? undefined : dateFromParts(yearOf(numbers[3] ?? ''), Number(numbers[2]), Number(numbers[1]))
}

/** Two figures are of this century: plans began in 2014, and the children were born after 1989. */
const yearOf = (text: string): number => (text.length === 4 ? Number(text) : Number(text) + (Number(text) >= 89 ? 1900 : 2000))
