// The typed fields of a line in words: ONE table of what each is called, and of what each choice is called.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { parsePlainDate } from '../../domain/calendar/plain-date.ts'
import type { LineFields, LineKind, LinkKind } from '../../domain/plan/line.ts'
import { promiseInWords } from '../../domain/plan/promise-words.ts'
import { quantityOf } from '../../domain/plan/quantities.ts'
import { minutesInWords } from '../../domain/plan/promise-words.ts'
import { dateWords, moneyWords } from '../../ui/words.ts'

export type FieldName = keyof LineFields

export const fieldLabels: Record<FieldName, string> = {
  provisionKind: 'Kind of provision', who: 'Who provides it', what: 'What is provided', minutes: 'Minutes each time', times: 'How many times',
  per: 'In each', weeks: 'Weeks a year', howLong: 'For how long', groupSize: 'One to one, or size of group', setting: 'Where',
  checkedBy: 'Checked by', checkedWhen: 'Checked when', from: 'From', flexibleBecause: 'Why the amount cannot be fixed',
  by: 'By when', measure: 'How anyone will see it', pathway: 'Preparing for adulthood', area: 'Area of need', whose: 'Whose view',
  whoseName: 'Name', howGathered: 'How it was gathered', source: 'Who says so', on: 'On', settingName: 'Setting', settingType: 'Type of setting',
  notNamedBecause: 'Why not named', amountPence: 'Amount', recipient: 'Paid to', consentOn: 'Consent given on',
}

export const choiceWords = {
  provisionKind: {
    teaching: 'Teaching', 'adult-support': 'Support from an adult', 'therapy-direct': 'Therapy, with the child alone',
    'therapy-group': 'Therapy in a group', 'programme-by-trained-adult': 'A programme given by a trained adult', consultation: 'Consultation',
    training: 'Training', equipment: 'Equipment', environment: 'The place or group', strategy: 'A way of working', review: 'Checking and review',
    nursing: 'Nursing', care: 'Care', 'short-break': 'Short break', other: 'Something else',
  },
  per: {
    once: 'in all (once only)', day: 'day', 'school-day': 'school day', week: 'week', fortnight: 'fortnight', month: 'month', 'half-term': 'half term',
    term: 'term', year: 'year',
  },
  pathway: {
    employment: 'Work or further study', 'independent-living': 'Living independently', community: 'Taking part in the community', health: 'Being healthy',
  },
  area: {
    'communication-and-interaction': 'Communication and interaction', 'cognition-and-learning': 'Cognition and learning',
    'social-emotional-mental-health': 'Social, emotional and mental health', 'sensory-and-or-physical': 'Sensory or physical',
  },
  whose: { child: 'The child or young person', parent: 'A parent or carer', other: 'Somebody else' },
} as const satisfies Partial<Record<FieldName, Record<string, string>>>

export const kindWords: Record<LineKind, string> = {
  view: 'View', need: 'Need', outcome: 'Outcome', provision: 'Provision', placement: 'Placement', 'direct-payment': 'Direct payment',
  'none-identified': 'None identified',
}

export const linkWords: Record<LinkKind, string> = { meets: 'meets the need', 'leads-to': 'leads to the outcome', serves: 'serves the outcome' }

const isChoice = (name: FieldName): name is keyof typeof choiceWords => name in choiceWords
const dates: readonly FieldName[] = ['from', 'on', 'consentOn']

/** One field's value as people read it. */
export function fieldValueWords(name: FieldName, value: LineFields[FieldName]): string {
  if (value === undefined) return ''
  if (name === 'amountPence' && typeof value === 'number') return moneyWords(value)
  if (isChoice(name)) return (choiceWords[name] as Readonly<Record<string, string>>)[String(value)] ?? String(value)
  const date: PlainDate | undefined = dates.includes(name) ? parsePlainDate(String(value)) : undefined
  return date === undefined ? String(value) : dateWords(date)
}

export interface FieldRow {
  readonly label: string
  readonly words: string
}

/** Said together as the promise, not one by one. */
const ofPromise: readonly FieldName[] = ['minutes', 'times', 'per', 'weeks']
const labelled = Object.keys(fieldLabels) as FieldName[]

/** The fields of a line that were said, in words, in the order of the form. What was not said of a promise is named. */
export function fieldRows(kind: LineKind, fields: LineFields): FieldRow[] {
  const promise = kind === 'provision' ? promiseInWords(fields) : undefined
  return [
    ...(promise === undefined ? [] : [{ label: 'The promise', words: sentence(promise) }]),
    ...labelled.filter((name) => fields[name] !== undefined && !(kind === 'provision' && ofPromise.includes(name)))
      .map((name) => ({ label: fieldLabels[name], words: fieldValueWords(name, fields[name]) })),
  ]
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** What the typed amounts come to: derived, never typed. Says which part is missing when they cannot be worked out. */
export function derivedAmounts(fields: LineFields): { week: string; year: string } {
  const quantity = quantityOf(fields)
  const notSaid = 'cannot be worked out: something above was not said'
  if (fields.per === 'once') {
    return { week: 'not a weekly amount', year: quantity.minutesInAll === null ? notSaid : `${minutesInWords(quantity.minutesInAll)} in all` }
  }
  return {
    week: quantity.minutesAWeek === null ? notSaid : `${minutesInWords(Math.round(quantity.minutesAWeek * 10) / 10)} a week`,
    year: quantity.minutesAYear === null ? notSaid : `${minutesInWords(quantity.minutesAYear)} a year`,
  }
}
