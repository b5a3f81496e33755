// Histories of invented cases for property tests: a request and what may follow, named things, each a few days apart. The days
// are drawn from 2015 to 2045; nothing in a history contradicts itself.

import * as fc from 'fast-check'
import { addDays, plainDateOf, type PlainDate } from '../src/domain/calendar/plain-date.ts'
import type { ClockEvent } from '../src/domain/clocks/events.ts'
import { arbitraryDate } from './arbitrary-dates.ts'

const outcomes = ['maintain', 'amend', 'amend-late', 'undecided'] as const
const gap = fc.integer({ min: 0, max: 120 })

interface Drawn {
  readonly start: PlainDate
  readonly age: number
  readonly gaps: readonly number[]
  readonly assesses: boolean
  readonly issues: boolean
  readonly advice: number
  readonly reviews: readonly (typeof outcomes)[number][]
  readonly length: number
  readonly excused: boolean
}

function historyOf({ start, age, gaps, assesses, issues, advice, reviews, length, excused }: Drawn): readonly ClockEvent[] {
  let at = 0
  let step = 0
  const next = (): PlainDate => {
    at += gaps[step % gaps.length] ?? 0
    step += 1
    return addDays(start, at)
  }
  const facts: ClockEvent[] = [{ type: 'born', on: addDays(start, -365 * age - 100) }, { type: 'request-received', on: start, about: 'request' }]
  if (excused) facts.push({ type: 'excuse-claimed', on: addDays(start, 40), clock: 'ASMT-02', reason: 'D', from: addDays(start, 1), to: addDays(start, 35) })
  facts.push({ type: 'family-consulted', on: next(), about: 'request' })
  facts.push({ type: 'assessment-decision-notified', on: next(), outcome: assesses ? 'assess' : 'not-assess', about: 'request', notice: 'n1' })
  if (assesses) {
    for (let one = 0; one < advice; one += 1) facts.push({ type: 'advice-request-received', on: next(), about: `advice-${one}` })
    for (let one = 0; one < advice - 1; one += 1) facts.push({ type: 'advice-given', on: next(), about: `advice-${one}` })
    facts.push({ type: 'plan-decision-notified', on: next(), outcome: issues ? 'issue' : 'no-plan', about: 'request', notice: 'n2' })
  }
  if (assesses && issues) {
    facts.push({ type: 'draft-served', on: next(), about: 'draft', within: 'request' })
    facts.push({ type: 'final-plan-sent', on: next(), about: 'request', setting: 'a setting', notice: 'n3' })
    for (const [index, outcome] of reviews.entries()) {
      const about = `review-${index}`
      facts.push({ type: 'review-invitations-sent', on: next(), about }, { type: 'review-meeting-held', on: next(), about }, { type: 'review-report-sent', on: next(), about })
      if (outcome === 'undecided') continue
      facts.push({ type: 'review-decision-notified', on: next(), about, outcome: outcome === 'maintain' ? 'maintain' : 'amend', notice: `n${index + 4}` })
      if (outcome !== 'maintain') facts.push({ type: 'amendment-notice-sent', on: next(), about }, { type: 'amendment-notice-served', on: next(), about })
      if (outcome === 'amend') facts.push({ type: 'amended-plan-sent', on: next(), about, notice: `m${index}` })
    }
  }
  const kept = facts.slice(0, Math.max(2, Math.min(length, facts.length)))
  return kept.map((fact, seq) => ({ ...fact, seq }))
}

/** A history, oldest first, each fact with its number. */
export const arbitraryHistory: fc.Arbitrary<readonly ClockEvent[]> = fc.record({
  start: arbitraryDate, age: fc.integer({ min: 1, max: 18 }), gaps: fc.array(gap, { minLength: 6, maxLength: 24 }), assesses: fc.boolean(), issues: fc.boolean(),
  advice: fc.integer({ min: 1, max: 5 }), reviews: fc.array(fc.constantFrom(...outcomes), { maxLength: 4 }), length: fc.integer({ min: 2, max: 50 }), excused: fc.boolean(),
}).map((drawn) => historyOf(drawn))

/** The newest day in a history. */
export const lastDayIn = (facts: readonly ClockEvent[]): PlainDate =>
  facts.reduce((latest, { on }) => (on > latest ? on : latest), plainDateOf('1900-01-01'))
