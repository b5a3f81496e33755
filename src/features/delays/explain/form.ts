// What the officer says of a delay: why (an excuse of the law with its facts, or a plain reason) and when it will be done.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { isPlainReason, type DelayReason } from '../../../domain/case-file/delay-reasons.ts'
import { faultOfPromise } from '../../../domain/case-file/delays.ts'
import type { ExcuseFacts } from '../../../domain/case-file/facts.ts'
import type { Excuse } from '../../../domain/clocks/clock.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'

export const longestWhy = 3000
export const longestMeanwhile = 2000
const longestName = 200

export interface Explanation {
  readonly because: DelayReason
  /** What the excuse rests on; nothing for a plain reason. */
  readonly facts: ExcuseFacts
  readonly expectedOn: PlainDate
}

export interface Bounds {
  readonly offered: readonly Excuse[]
  readonly documents: readonly DocumentId[]
  readonly dueOn: PlainDate
  readonly today: PlainDate
}

/** Names of an excuse's fields begin with its letter: several excuses ask for dates of the same name. */
export const fieldOf = (excuse: Excuse, name: string): string => `${excuse.toLowerCase()}-${name}`

export function readExplanation(form: Pick<FormBody, 'text'>, bounds: Bounds): { value: Explanation } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const expected = readDate(form, 'expected', { what: 'The date you now expect' })
  const fault = 'value' in expected ? faultOfPromise(expected.value, bounds) : undefined
  if ('error' in expected) errors.push(expected.error)
  if (fault !== undefined) errors.push({ field: 'expected', message: faultWords(fault, bounds) })
  const said = form.text('because')
  const because: DelayReason | undefined = isPlainReason(said) ? said : bounds.offered.find((one) => one === said)
  if (because === undefined) errors.push({ field: 'because', message: 'Select why it is late' })
  const facts = because === undefined || isPlainReason(because) ? {} : readFacts(form, because, bounds, errors)
  return because === undefined || 'error' in expected || errors.length > 0 ? { errors } : { value: { because, facts, expectedOn: expected.value } }
}

function faultWords(fault: 'past' | 'not-late' | 'too-far', { dueOn, today }: Bounds): string {
  switch (fault) {
    case 'past': return `The date you now expect must be today, ${dateWords(today)}, or later`
    case 'not-late': return `The date you now expect must be after the legal date, ${dateWords(dueOn)}. If it will be done by then, it is not late`
    case 'too-far': return 'The date you now expect must be within a year. Give the family a date by which you can say more'
  }
}

/** The facts that the engine asks for; a day that is missing is asked for here, what does not hold is said by the engine. */
function readFacts(form: Pick<FormBody, 'text'>, excuse: Excuse, { documents, today }: Bounds, errors: FieldError[]): ExcuseFacts {
  const day = (name: string, what: string, latest?: PlainDate): PlainDate | undefined => {
    const read = readDate(form, fieldOf(excuse, name), { what, ...(latest === undefined ? {} : { latest }) })
    if ('error' in read) errors.push(read.error)
    return 'value' in read ? read.value : undefined
  }
  const isGiven = (name: string): boolean => ['day', 'month', 'year'].some((part) => form.text(`${fieldOf(excuse, name)}-${part}`) !== '')
  const inOrder = (from: PlainDate | undefined, to: PlainDate | undefined, name: string, message: string): void => {
    if (from !== undefined && to !== undefined && to < from) errors.push({ field: fieldOf(excuse, name), message })
  }
  const evidence = documents.find((id) => id === form.text('evidence'))
  const kept = evidence === undefined ? {} : { evidence }
  switch (excuse) {
    case 'A':
    case 'B': {
      const institution = form.text(fieldOf(excuse, 'institution'))
      if (institution === '' || institution.length > longestName) errors.push({ field: fieldOf(excuse, 'institution'), message: institution === '' ? 'Enter which setting was closed' : `The setting’s name must be ${longestName} characters or fewer` })
      const closedFrom = day('closed', 'The first day it was closed')
      const reopens = day('reopens', 'The day it opened again')
      if (closedFrom !== undefined && reopens !== undefined && reopens <= closedFrom) errors.push({ field: fieldOf(excuse, 'reopens'), message: 'The day it opened again must be after the first day it was closed' })
      const askedOn = day('asked', 'The day you asked it for advice', today)
      const firstAskedOn = isGiven('first') ? day('first', 'The day you first asked it', today) : undefined
      return { ...kept, institution, ...present({ closedFrom, reopens, askedOn, firstAskedOn }) }
    }
    case 'C': {
      const from = day('from', 'The day the circumstances began', today)
      const to = isGiven('to') ? day('to', 'The day they ended') : undefined
      inOrder(from, to, 'to', 'The day they ended must be the day they began or later')
      return { ...kept, ...present({ from, to }) }
    }
    case 'D':
    case 'O': {
      const from = day('from', 'The first day of the absence')
      const to = day('to', 'The last day of the absence')
      inOrder(from, to, 'to', 'The last day of the absence must be its first day or later')
      return { ...kept, ...present({ from, to }) }
    }
    case 'M': return { ...kept, ...present({ appointmentOn: day('appointment', 'The day of the appointment', today) }) }
    case 'V': return kept
  }
}

/** Only the days that were given. */
const present = (days: Readonly<Record<string, PlainDate | undefined>>): ExcuseFacts =>
  Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined))

export interface LetterWords {
  readonly why: string
  readonly meanwhile: string
}

export const readLetterWords = (form: FormBody): LetterWords => ({ why: form.text('why'), meanwhile: form.text('meanwhile') })

export function faultsOfWords({ why, meanwhile }: LetterWords): FieldError[] {
  const fault = (field: string, text: string, empty: string, longest: number): FieldError[] =>
    text === '' ? [{ field, message: empty }] : text.length > longest ? [{ field, message: `This must be ${longest.toLocaleString('en-GB')} characters or fewer` }] : []
  return [
    ...fault('why', why, 'Enter why it is late, in plain words for the family', longestWhy),
    ...fault('meanwhile', meanwhile, 'Enter what happens until then', longestMeanwhile),
  ]
}

/** Where the engine's answer to a claim belongs: the field that it speaks of. */
export function fieldOfRefusal(excuse: Excuse, why: string): string {
  switch (excuse) {
    case 'A':
    case 'B': return /\bfirst been asked\b/.test(why) ? `${fieldOf(excuse, 'first')}` : /\basked\b/.test(why) ? fieldOf(excuse, 'asked') : fieldOf(excuse, 'closed')
    case 'C': return /evidence/.test(why) ? 'evidence' : fieldOf(excuse, 'from')
    case 'D':
    case 'O': return fieldOf(excuse, 'from')
    case 'M': return fieldOf(excuse, 'appointment')
    case 'V': return 'because'
  }
}

/** Everything typed that goes on to the next step: neither the buttons nor what that step asks itself. */
export const carried = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !['step', 'why', 'meanwhile', 'file', 'evidenceTitle'].includes(name)))
