// Reads the questions of a situation from the address. What is wrong comes back with everything that was typed.

import { dayNumber, plainDateOf, type PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Calendar } from '../../../domain/calendar/calendar.ts'
import { foldClocks } from '../../../domain/clocks/fold-clocks.ts'
import type { FactRefusal } from '../../../domain/clocks/contradictions.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import { ok, refused, type Outcome } from '../../../domain/outcome.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { earliestDay, type DateQuestion, type Question, type Situation } from './situations.ts'

const parts = ['day', 'month', 'year'] as const
const fieldsOf = ({ kind, name }: Question): readonly string[] => (kind === 'date' ? parts.map((part) => `${name}-${part}`) : [name])

/** The fields of a situation as they stand in the address. */
export function valuesOf(situation: Situation, query: FormBody): FormValues {
  return Object.fromEntries(situation.questions.flatMap(fieldsOf).map((name) => [name, query.text(name).slice(0, 40)]))
}

/** The same fields for a link, the empty ones left out. */
export function addressOf(situation: Situation, query: FormBody): Readonly<Record<string, string>> {
  const filled = Object.entries(valuesOf(situation, query)).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value] as const] : []))
  return { what: situation.code, ...Object.fromEntries(filled) }
}

/** Whether anything was asked yet: an empty form is no mistake until it is sent. */
export const isAsked = (situation: Situation, query: FormBody): boolean => query.has('show') || situation.questions.flatMap(fieldsOf).some((name) => query.has(name))

export interface Answers {
  readonly readings: readonly ClockReading[]
  /** What was given, in the words of its questions. */
  readonly given: readonly { readonly question: Question; readonly day?: PlainDate; readonly choice?: string }[]
}

export function readAnswers(situation: Situation, query: FormBody, today: PlainDate, calendar: Calendar): Outcome<Answers, readonly FieldError[]> {
  const days = new Map<string, PlainDate>()
  const choices = new Map<string, string>()
  const errors: FieldError[] = []
  const given: Answers['given'][number][] = []
  for (const question of situation.questions) {
    if (question.kind === 'choice') {
      const choice = question.choices.find(({ value }) => value === query.text(question.name))
      if (choice === undefined) errors.push({ field: question.name, message: `Choose an answer to “${question.label}”` })
      else {
        choices.set(question.name, choice.value)
        given.push({ question, choice: choice.text })
      }
      continue
    }
    if (question.isOptional && fieldsOf(question).every((name) => query.text(name) === '')) continue
    const read = readDate(query, question.name, boundsOf(question, today, calendar))
    if ('error' in read) errors.push(read.error)
    else {
      days.set(question.name, read.value)
      given.push({ question, day: read.value })
    }
  }
  if (errors.length > 0) return refused(errors)
  const needed = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('a situation reads a field that it does not ask for')
    return value
  }
  const facts = situation.facts({ today, day: (name) => needed(days.get(name)), dayIfGiven: (name) => days.get(name), chosen: (name) => needed(choices.get(name)) })
  const folded = foldClocks(facts, calendar, today)
  return folded.ok ? ok({ readings: folded.value.filter(({ id }) => situation.leavesOut?.includes(id) !== true), given }) : refused(folded.refusal.map((refusal) => errorOf(refusal, situation)))
}

/** Up to the last day that the calendar knows, where a day may be ahead. */
function boundsOf({ what = 'The date', mayBeAhead }: DateQuestion, today: PlainDate, calendar: Calendar) {
  const latest = mayBeAhead ? dateAtEnd(calendar, today) : today
  return { what, earliest: earliestDay, latest }
}

const dateAtEnd = ({ lastYear }: Calendar, today: PlainDate): PlainDate => {
  const end = plainDateOf(`${lastYear}-12-31`)
  return dayNumber(end) > dayNumber(today) ? end : today
}

/** What the engine refuses is a matter of the days against one another: it stands beside the first of them. */
function errorOf({ kind, why }: FactRefusal, { questions }: Situation): FieldError {
  const field = questions.find((question) => question.kind === 'date')?.name ?? 'on'
  switch (kind) {
    case 'before-what-it-answers': return { field, message: 'These dates are in an order that cannot be. Check which came first.' }
    case 'no-law-for-that-day': return { field, message: 'The dates on this page follow the law since 1 September 2014. This was earlier.' }
    case 'calendar-year-missing': return { field, message: `We do not know the bank holidays for this yet. ${why}` }
    default: return { field, message: why }
  }
}
