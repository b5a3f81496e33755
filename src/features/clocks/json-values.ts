// What is wrong with JSON from outside, with its place, and the few questions that every reader of it asks.

import { parsePlainDate, type PlainDate } from '../../domain/calendar/plain-date.ts'

/** One fault. `at` is a JSON path: "$.facts[2].on". */
export interface Fault {
  readonly at: string
  readonly problem: string
  readonly why: string
  /** The path of the other one, where two contradict each other. */
  readonly other?: string
}

export type Json = { readonly [key: string]: unknown }
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a message can show it: short, and quoted when it is text. */
export function wordOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  const text = typeof value === 'string' ? `“${value}”` : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const plainKey = /^[A-Za-z_]\w*$/
export const under = (at: string, key: string): string => (plainKey.test(key) ? `${at}.${key}` : `${at}[${JSON.stringify(key)}]`)

/** A field that nobody reads is a misspelt one, or a fact that would be lost in silence. */
export function unknownKeys(json: Json, known: readonly string[], at: string, faults: Fault[]): void {
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) faults.push({ at: under(at, key), problem: 'unknown-field', why: `There is no field “${key}” here. The fields are: ${known.join(', ')}.` })
  }
}

/** A day of the calendar, or undefined with the fault added. */
export function dateAt(value: unknown, at: string, faults: Fault[]): PlainDate | undefined {
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined
  if (date === undefined) faults.push({ at, problem: 'no-such-day', why: `${wordOf(value)} is not a day of the calendar; days read 2027-01-04.` })
  return date
}
