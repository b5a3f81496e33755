// Reads the three boxes of a DateField. The words follow the GOV.UK Design System's date input.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { dateFromParts } from '../domain/calendar/plain-date.ts'
import type { FieldError } from './form.tsx'
import { dateWords } from './words.ts'

export interface DateBounds {
  /** "The date of the panel": begins the sentence of each error. */
  readonly what: string
  readonly earliest?: PlainDate
  readonly latest?: PlainDate
}

/** The posted fields, by name: `name-day`, `name-month`, `name-year`. */
type Posted = { readonly text: (name: string) => string }

/** The date typed, or the error beside the part that is wrong. Months may be typed as a number. */
export function readDate(form: Posted, name: string, { what, earliest, latest }: DateBounds): { value: PlainDate } | { error: FieldError } {
  const parts = (['day', 'month', 'year'] as const).map((part) => ({ part, text: form.text(`${name}-${part}`) }))
  const empty = parts.filter(({ text }) => text === '')
  const wrong = (message: string, field = name): { error: FieldError } => ({ error: { field, message: `${what} ${message}` } })
  if (empty.length === 3) return { error: { field: name, message: `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` } }
  const [missing] = empty
  if (missing !== undefined) return wrong(`must include a ${missing.part}`, `${name}-${missing.part}`)
  const [day = Number.NaN, month = Number.NaN, year = Number.NaN] = parts.map(({ text }) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN))
  const date = dateFromParts(year, month, day)
  if (date === undefined) return wrong('must be a real date')
  if (latest !== undefined && date > latest) return wrong(`must be ${dateWords(latest)} or earlier`)
  if (earliest !== undefined && date < earliest) return wrong(`must be ${dateWords(earliest)} or later`)
  return { value: date }
}

/** Values for the three boxes of a date that is already known. */
export function dateValues(name: string, date: PlainDate | undefined): Record<string, string> {
  if (date === undefined) return {}
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}
