// Reads the typed fields of a line, by kind. What is left empty was not said; nothing is filled in.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LineFields, LineKind } from '../../../domain/plan/line.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import type { FieldName } from '../field-words.ts'
import { choiceWords, fieldLabels } from '../field-words.ts'

export const longestText = 10_000
const longestField = 1_000

export const fieldsOfKind: Record<LineKind, readonly FieldName[]> = {
  view: ['whose', 'whoseName', 'howGathered'],
  need: ['area'],
  outcome: ['by', 'measure', 'pathway'],
  provision: [
    'provisionKind', 'who', 'what', 'minutes', 'times', 'per', 'weeks', 'howLong', 'groupSize', 'setting', 'checkedBy', 'checkedWhen', 'from',
    'flexibleBecause',
  ],
  placement: ['settingName', 'settingType', 'from', 'notNamedBecause'],
  'direct-payment': ['amountPence', 'per', 'recipient', 'consentOn'],
  'none-identified': ['source', 'on'],
}

const numbers: Partial<Record<FieldName, number>> = { minutes: 6_000, times: 1_000, weeks: 52 }
const dates: readonly FieldName[] = ['from', 'on', 'consentOn']
const isChoice = (name: FieldName): name is keyof typeof choiceWords => name in choiceWords

type Read = { value: string | number | undefined } | { error: FieldError }

function readField(form: FormBody, name: FieldName, today: PlainDate): Read {
  if (dates.includes(name)) {
    if (['day', 'month', 'year'].every((part) => form.text(`${name}-${part}`) === '')) return { value: undefined }
    return readDate(form, name, { what: `“${fieldLabels[name]}”`, ...(name === 'from' ? {} : { latest: today }) })
  }
  const text = form.text(name)
  if (text === '') return { value: undefined }
  const wrong = (message: string): Read => ({ error: { field: name, message: `“${fieldLabels[name]}” ${message}` } })
  if (name === 'amountPence') {
    const pounds = /^£?(\d{1,7})(?:\.(\d{2}))?$/.exec(text.replaceAll(',', ''))
    return pounds === null ? wrong('must be an amount of money, like 1,200 or 85.50') : { value: Number(pounds[1]) * 100 + Number(pounds[2] ?? 0) }
  }
  const most = numbers[name]
  if (most !== undefined) {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    return value >= 1 && value <= most ? { value } : wrong(`must be a whole number from 1 to ${most.toLocaleString('en-GB')}`)
  }
  if (isChoice(name)) return text in choiceWords[name] ? { value: text } : wrong('must be one of the choices')
  return text.length > longestField ? wrong(`must be ${longestField.toLocaleString('en-GB')} characters or fewer`) : { value: text }
}

export interface ReadFields {
  readonly fields: LineFields
  readonly errors: readonly FieldError[]
}

/**
 * The fields as typed. A field that cannot be read gets an error and keeps what it was `before`, so that saving while
 * somebody types never spoils what stands. Fields that this kind of line does not have are kept as they were.
 */
export function readFields(form: FormBody, kind: LineKind, today: PlainDate, before: LineFields = {}): ReadFields {
  const asked = fieldsOfKind[kind]
  const fields: Record<string, unknown> = Object.fromEntries(Object.entries(before).filter(([name]) => !asked.includes(name as FieldName)))
  const errors: FieldError[] = []
  for (const name of asked) {
    const given = readField(form, name, today)
    if ('error' in given) errors.push(given.error)
    const value = 'error' in given ? before[name] : given.value
    if (value !== undefined) fields[name] = value
  }
  return { fields: fields as LineFields, errors }
}

/** The words of a line, or what is wrong with them. */
export function readText(form: FormBody): { value: string } | { error: FieldError } {
  const text = form.text('text')
  if (text === '') return { error: { field: 'text', message: 'Enter the words of the line' } }
  if (text.length > longestText) return { error: { field: 'text', message: `The words must be ${longestText.toLocaleString('en-GB')} characters or fewer` } }
  return { value: text }
}

/** What stands, as the form's boxes hold it. */
export function fieldValues(fields: LineFields): FormValues {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    if (name === 'amountPence') return [[name, (Number(value) / 100).toFixed(Number(value) % 100 === 0 ? 0 : 2)]]
    if (dates.includes(name as FieldName)) return Object.entries(dateValues(name, value as PlainDate))
    return [[name, String(value)]]
  }))
}
