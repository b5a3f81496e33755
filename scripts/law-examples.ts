// Worked examples of a clock: from the timetable cases where one has it, else the plainest facts that start it. The sentences are
// the engine's own, so that a page cannot say anything else than the engine does.

import { dateWords } from '../src/domain/calendar/date-words.ts'
import { addDays, addMonths, plainDateOf, type PlainDate } from '../src/domain/calendar/plain-date.ts'
import { keyOf, type Clock } from '../src/domain/clocks/clock.ts'
import { eventKinds, type EventKind, type EventType, type FieldKind } from '../src/domain/clocks/event-kinds.ts'
import type { ClockEvent } from '../src/domain/clocks/events.ts'
import { explain } from '../src/domain/clocks/explain.ts'
import { foldClocks } from '../src/domain/clocks/fold-clocks.ts'
import { childrenAndFamiliesAct2014 as regime } from '../src/domain/clocks/regimes.ts'
import { factsOfCase, timetableCalendar, timetableCases, worked } from '../test/worked-timetable.ts'

export interface Example {
  /** The case's id: "TT-01". */
  readonly name?: string
  readonly facts: string
  readonly sentences: readonly string[]
}

const most = 3

export function examplesFor(clock: Clock): readonly Example[] {
  const fromCases = timetableCases.filter(({ rules }) => rules.includes(clock.id)).flatMap((found): readonly Example[] => {
    const { facts, today: asked } = factsOfCase(found)
    // From the day of its last fact, unless the case itself says which day it is about: long afterwards all would be late.
    const last = facts.map(({ on }) => on).toSorted().at(-1)
    const today = worked[found.id]?.today === undefined && last !== undefined ? last : asked
    const sentences = sentencesOf(clock, facts, today)
    return sentences.length === 0 ? [] : [{ name: found.id, facts: `${found.description}. ${factWords(facts)} Looked at on ${dateWords(today)}.`, sentences }]
  })
  return fromCases.length > 0 ? fromCases.slice(0, most) : plainest(clock)
}

/** What the engine says of this version of the clock, with these facts on that day. */
function sentencesOf(clock: Clock, facts: readonly ClockEvent[], today: PlainDate): readonly string[] {
  const folded = foldClocks(facts, timetableCalendar, today)
  return folded.ok ? folded.value.filter((reading) => keyOf(reading.clock) === keyOf(clock) && reading.clock.since === clock.since).map(explain) : []
}

const factWords = (facts: readonly ClockEvent[]): string => facts.map((fact) => {
  const words = `${eventKinds[fact.type].says} on ${dateWords(fact.on)}${fieldWords(fact)}`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}).join(' ')

function fieldWords(fact: ClockEvent): string {
  const own = Object.entries(fact).filter(([key]) => !['type', 'on', 'about', 'within', 'notice', 'seq', 'recordedOn', 'corrects'].includes(key))
  const shown = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dateWords(plainDateOf(value)) : String(value))
  return own.length === 0 ? '' : ` (${own.map(([key, value]) => `${key}: ${shown(value)}`).join(', ')})`
}

/** The first list of facts, from the plainest on, that starts the clock and leaves it running or standing. */
function plainest(clock: Clock): readonly Example[] {
  for (const trigger of clock.starts) {
    for (const before of beginnings(clock)) {
      const on = startDay(clock)
      for (const fields of fieldsOf(trigger.event, on)) {
        const facts = [...before, { type: trigger.event, on, ...fields } as unknown as ClockEvent]
        const sentences = sentencesOf(clock, facts, on)
        if (sentences.length > 0) return [{ facts: `${factWords(facts)} Looked at on that day.`, sentences: sentences.slice(0, 1) }]
      }
    }
  }
  return []
}

const usualDay = plainDateOf('2027-02-02')
const startDay = ({ since, until }: Clock): PlainDate => (since > usualDay ? since : until !== undefined && until < usualDay ? addDays(until, -30) : usualDay)

/** What may have to be known before the clock's own event: nothing, an age, the clock that it counts from or reckons with. */
function beginnings(clock: Clock): readonly (readonly ClockEvent[])[] {
  const born = (years: number): ClockEvent => ({ type: 'born', on: addMonths(startDay(clock), -12 * years) })
  const from = [...clock.starts.flatMap(({ fromClock }) => (fromClock === undefined ? [] : [fromClock])), ...(clock.relatesTo ?? [])]
  const earlier = from.flatMap((id) => regime.clocks.filter((one) => one.id === id).slice(0, 1)).map((one): ClockEvent | undefined => {
    const [trigger] = one.starts
    return trigger === undefined ? undefined : { type: trigger.event, on: addDays(startDay(clock), -20) } as unknown as ClockEvent
  }).filter((fact) => fact !== undefined)
  const notice: ClockEvent = { type: 'decision-notice-sent', on: addDays(startDay(clock), -20) }
  return [[], ...(earlier.length > 0 ? [earlier] : []), [notice], [born(3)], [born(8)], [born(14)], [born(17)], [born(24)], [{ type: 'plan-made', on: addMonths(startDay(clock), -6) }]]
}

/** The fields that the event needs, then also each that it may have, with every word of a list. */
function fieldsOf(type: EventType, on: PlainDate): readonly Readonly<Record<string, unknown>>[] {
  const { fields = {} }: EventKind = eventKinds[type]
  const needed = Object.entries(fields).filter(([key]) => !key.endsWith('?'))
  const optional = Object.entries(fields).filter(([key]) => key.endsWith('?'))
  let sets: readonly Readonly<Record<string, unknown>>[] = [{}]
  for (const [key, kind] of needed) sets = sets.flatMap((set) => valuesOf(key, kind, on).map((value) => ({ ...set, [key]: value })))
  return [
    ...sets,
    ...sets.flatMap((set) => optional.flatMap(([key, kind]) => valuesOf(key.slice(0, -1), kind, on).map((value) => ({ ...set, [key.slice(0, -1)]: value })))),
    ...sets.flatMap((set) => [0, -1].map((at) => ({ ...set, ...Object.fromEntries(optional.map(([key, kind]) => [key.slice(0, -1), valuesOf(key.slice(0, -1), kind, on).at(at)])) }))),
  ]
}

function valuesOf(name: string, kind: FieldKind, on: PlainDate): readonly unknown[] {
  if (typeof kind !== 'string') return kind
  switch (kind) {
    // A while later; soon, where that changes the clock; years before.
    case 'date': return [addDays(on, 60), addDays(on, 5), plainDateOf('2024-03-01')]
    case 'flag': return [true, false]
    case 'number': return name === 'year' ? [Number(on.slice(0, 4)) + 1] : [31]
    case 'text': return [name === 'setting' ? 'old-school' : 'a name']
  }
}
