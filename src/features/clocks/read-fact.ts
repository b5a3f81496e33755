// One fact of a case as unknown JSON: its type and own fields by the engine's vocabulary, its day in London.

import { londonDateOf, parseInstant } from '../../domain/calendar/london-date.ts'
import { parsePlainDate, type PlainDate } from '../../domain/calendar/plain-date.ts'
import { eventTypes } from '../../domain/clocks/event-kinds.ts'
import type { ClockEvent } from '../../domain/clocks/events.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import { factRow, kindWords, type FieldOfFact } from './fact-list.ts'
import { isObject, under, unknownKeys, wordOf, type Fault, type Json } from './json-values.ts'

const frame = ['type', 'on', 'at', 'about', 'within', 'notice', 'seq', 'recordedOn', 'recordedAt', 'corrects'] as const

/** The fact as an event, or undefined with its faults added. `clocks` are the ids that an excuse can be claimed for. */
export function readFact(json: unknown, at: string, clocks: ReadonlySet<string>, faults: Fault[]): ClockEvent | undefined {
  const say = (field: string, problem: string, why: string): void => { faults.push({ at: under(at, field), problem, why }) }
  if (!isObject(json)) {
    faults.push({ at, problem: 'wrong-shape', why: `A fact is an object with a type and a day, not ${wordOf(json)}.` })
    return undefined
  }
  const before = faults.length
  const type = eventTypes.find((one) => one === json['type'])
  if (type === undefined) {
    say('type', json['type'] === undefined ? 'missing' : 'no-such-fact', `${json['type'] === undefined ? 'The fact does not say what happened' : `${wordOf(json['type'])} is no fact that the clocks read`}: “golden-thread clocks --help” lists them all.`)
  }
  const on = dayOf(json, 'on', 'at', true, at, faults)
  const recordedOn = dayOf(json, 'recordedOn', 'recordedAt', false, at, faults)
  const values: Record<string, unknown> = {}
  for (const field of ['about', 'within', 'notice'] as const) {
    const value = json[field]
    if (value === undefined) continue
    if (typeof value === 'string' && value.trim() !== '') values[field] = value
    else say(field, 'wrong-shape', `This is a name, as text; here is ${wordOf(value)}.`)
  }
  for (const field of ['seq', 'corrects'] as const) {
    const value = json[field]
    if (value === undefined) continue
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) values[field] = value
    else say(field, 'wrong-shape', `This is a whole number, 0 or more; here is ${wordOf(value)}.`)
  }
  if (type !== undefined) {
    const { fields } = factRow(type)
    unknownKeys(json, [...frame, ...fields.map(({ name }) => name)], at, faults)
    for (const field of fields) readField(json[field.name], field, under(at, field.name), values, faults)
    if (type === 'excuse-claimed' && typeof values['clock'] === 'string') {
      const key = typeof values['step'] === 'string' ? `${values['clock']}/${values['step']}` : values['clock']
      if (!clocks.has(key)) say('clock', 'no-such-clock', `There is no clock “${key}” that could be excused.`)
    }
  }
  if (faults.length > before || type === undefined || on === undefined) return undefined
  // Every field was just read by the table from which the type is made.
  return { type, on, ...values, ...(recordedOn === undefined ? {} : { recordedOn }) } as unknown as ClockEvent
}

function readField(value: unknown, { name, kind, isOptional }: FieldOfFact, at: string, values: Record<string, unknown>, faults: Fault[]): void {
  if (value === undefined) {
    if (!isOptional) faults.push({ at, problem: 'missing', why: `This fact needs “${name}” (${kindWords(kind)}).` })
    return
  }
  const wrong = (problem: string, why: string): void => { faults.push({ at, problem, why }) }
  if (typeof kind !== 'string') {
    if (kind.some((word) => word === value)) values[name] = value
    else wrong('wrong-shape', `This is one of: ${kind.join(', ')}; here is ${wordOf(value)}.`)
    return
  }
  switch (kind) {
    case 'date': {
      const date = typeof value === 'string' ? parsePlainDate(value) : undefined
      if (date === undefined) wrong('no-such-day', `${wordOf(value)} is not a day of the calendar; days read 2027-01-04.`)
      else values[name] = date
      return
    }
    case 'flag':
      if (typeof value === 'boolean') values[name] = value
      else wrong('wrong-shape', `This is true or false; here is ${wordOf(value)}.`)
      return
    case 'text':
      if (typeof value === 'string') values[name] = value
      else wrong('wrong-shape', `This is text; here is ${wordOf(value)}.`)
      return
    case 'number':
      if (typeof value === 'number' && Number.isInteger(value)) values[name] = value
      else wrong('wrong-shape', `This is a whole number; here is ${wordOf(value)}.`)
  }
}

/** A day given as such, or as a moment that London's calendar dates. Never both: they could disagree. */
function dayOf(json: Json, dayField: string, momentField: string, isNeeded: boolean, at: string, faults: Fault[]): PlainDate | undefined {
  const [day, moment] = [json[dayField], json[momentField]]
  const wrong = (field: string, problem: string, why: string): undefined => {
    faults.push({ at: under(at, field), problem, why })
    return undefined
  }
  if (day !== undefined && moment !== undefined) return wrong(momentField, 'contradiction', `Give the day (“${dayField}”) or the moment (“${momentField}”), not both.`)
  if (moment !== undefined) {
    return londonDayOf(moment) ?? wrong(momentField, 'no-such-day', `${wordOf(moment)} is not a moment with its offset; moments read 2026-07-05T23:30:00Z or 2026-07-06T00:30:00+01:00.`)
  }
  if (day === undefined) return isNeeded ? wrong(dayField, 'missing', `The fact does not say when: give “${dayField}” (a day) or “${momentField}” (a moment).`) : undefined
  return (typeof day === 'string' ? parsePlainDate(day) : undefined)
    ?? wrong(dayField, 'no-such-day', `${wordOf(day)} is not a day of the calendar; days read 2027-01-04.`)
}

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/

/** The day in London of a moment with Z or an offset; a moment without either could be any of three days. */
function londonDayOf(value: unknown): PlainDate | undefined {
  const found = typeof value === 'string' ? shape.exec(value) : null
  if (found === null) return undefined
  const [, start = '', seconds = '00', fraction = '', , sign, hours = '0', minutes = '0'] = found
  const asIfUtc = parseInstant(`${start}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`)
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return asIfUtc === undefined ? undefined : londonDateOf(instantAfter(asIfUtc, -offset * 60_000))
}
