// The door of the command: one case as unknown JSON becomes facts that the engine reads, with its day, targets and calendar; or
// everything that is wrong with it, each with its JSON path. Nothing is guessed and nothing unknown is passed over.

import type { Calendar } from '../../domain/calendar/calendar.ts'
import { englandsCalendar } from '../../domain/calendar/england.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Target } from '../../domain/clocks/clock.ts'
import type { ClockEvent } from '../../domain/clocks/events.ts'
import { childrenAndFamiliesAct2014 } from '../../domain/clocks/regimes.ts'
import { readFact } from './read-fact.ts'
import { calendarFrom } from './read-calendars.ts'
import { dateAt, isObject, unknownKeys, wordOf, type Fault, type Json } from './json-values.ts'

/** A case that can be folded. */
export interface ReadCase {
  readonly facts: readonly ClockEvent[]
  /** The JSON path of each fact. */
  readonly paths: readonly string[]
  readonly today: PlainDate
  readonly targets: Readonly<Record<string, Target>>
  readonly calendar: Calendar
}

const keysOfCase = ['case', 'today', 'dateOfBirth', 'facts', 'targets', 'calendars'] as const
const clockKeys = new Set(childrenAndFamiliesAct2014.clocks.flatMap(({ id, step }) => (step === undefined ? [id] : [id, `${id}/${step}`])))

/** What could be read of a case, and what could not: nothing is worked out unless there are no faults. */
export interface CaseAsRead {
  readonly name?: string
  readonly faults: readonly Fault[]
  /** Absent when so little could be read that there is nothing to check further. */
  readonly readable?: ReadCase
}

/** Reads one case. `root` is its path in the document: "$" or "$[3]"; `today` is the day for cases that name none. */
export function readCase(json: unknown, root: string, today: PlainDate, calendar: Calendar = englandsCalendar): CaseAsRead {
  const faults: Fault[] = []
  if (!isObject(json)) return { faults: [{ at: root, problem: 'wrong-shape', why: `A case is an object with a list of facts, not ${wordOf(json)}.` }] }
  unknownKeys(json, keysOfCase, root, faults)
  const name = json['case']
  if (name !== undefined && typeof name !== 'string') faults.push({ at: `${root}.case`, problem: 'wrong-shape', why: `The name of a case is text, not ${wordOf(name)}.` })
  const lookedAtOn = json['today'] === undefined ? today : dateAt(json['today'], `${root}.today`, faults)
  const { facts, paths } = factsOf(json, root, faults)
  const targets = targetsOf(json['targets'], `${root}.targets`, faults)
  const ownCalendar = json['calendars'] === undefined ? calendar : calendarFrom(json['calendars'], `${root}.calendars`, faults)
  return {
    ...(typeof name === 'string' ? { name } : {}), faults,
    ...(lookedAtOn === undefined || ownCalendar === undefined ? {} : { readable: { facts, paths, today: lookedAtOn, targets, calendar: ownCalendar } }),
  }
}

function factsOf(json: Json, root: string, faults: Fault[]): Pick<ReadCase, 'facts' | 'paths'> {
  const facts: ClockEvent[] = []
  const paths: string[] = []
  const list = json['facts']
  if (!Array.isArray(list)) {
    faults.push({ at: `${root}.facts`, problem: list === undefined ? 'missing' : 'wrong-shape', why: `The facts are a list, not ${wordOf(list)}.` })
    return { facts, paths }
  }
  for (const [index, one] of list.entries()) {
    const at = `${root}.facts[${index}]`
    const fact = readFact(one, at, clockKeys, faults)
    if (fact === undefined) continue
    facts.push(fact)
    paths.push(at)
  }
  checkNumbers(list, root, faults)
  // After the facts, so that their places stay what the file says; a number no record uses, so that nothing can mean it.
  const born = json['dateOfBirth'] === undefined ? undefined : dateAt(json['dateOfBirth'], `${root}.dateOfBirth`, faults)
  if (born !== undefined) {
    facts.push({ type: 'born', on: born, seq: -1 })
    paths.push(`${root}.dateOfBirth`)
  }
  return { facts, paths }
}

/** Numbers say which fact a correction means: each once, and on all facts or on none. */
function checkNumbers(list: readonly unknown[], root: string, faults: Fault[]): void {
  const seen = new Map<unknown, number>()
  const numbers = list.map((one) => (isObject(one) ? one['seq'] : undefined))
  const isNumbered = numbers.some((seq) => seq !== undefined)
  for (const [index, seq] of numbers.entries()) {
    const at = `${root}.facts[${index}].seq`
    const first = seen.get(seq)
    if (seq === undefined) {
      if (isNumbered && isObject(list[index])) faults.push({ at, problem: 'missing', why: 'Other facts have a number and this one has none: number all of them or none.' })
    } else if (first === undefined) seen.set(seq, index)
    else faults.push({ at, problem: 'contradiction', why: `The number ${String(seq)} is taken.`, other: `${root}.facts[${first}].seq` })
  }
}

const targetKinds = ['days-before', 'days-after-start', 'working-day', 'one-year-from-meeting'] as const

function targetsOf(value: unknown, at: string, faults: Fault[]): Readonly<Record<string, Target>> {
  if (value === undefined) return {}
  if (!isObject(value)) {
    faults.push({ at, problem: 'wrong-shape', why: `Targets are an object with a target for each clock, not ${wordOf(value)}.` })
    return {}
  }
  const targets: Record<string, Target> = {}
  for (const [key, one] of Object.entries(value)) {
    const place = `${at}[${JSON.stringify(key)}]`
    const target = clockKeys.has(key) ? targetOf(one, place, faults) : undefined
    if (!clockKeys.has(key)) faults.push({ at: place, problem: 'no-such-clock', why: `There is no clock “${key}”. Targets are set by id (“ASMT-10”) or id and step (“ORD-01/final”).` })
    if (target !== undefined) targets[key] = target
  }
  return targets
}

function targetOf(value: unknown, at: string, faults: Fault[]): Target | undefined {
  const kind = isObject(value) ? targetKinds.find((one) => one === value['kind']) : undefined
  if (!isObject(value) || kind === undefined) {
    faults.push({ at, problem: 'wrong-shape', why: `A target is an object whose kind is one of: ${targetKinds.join(', ')}.` })
    return undefined
  }
  const isCounted = kind === 'days-before' || kind === 'days-after-start'
  unknownKeys(value, isCounted ? ['kind', 'count'] : ['kind'], at, faults)
  if (!isCounted) return { kind }
  const { count } = value
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 3660) return { kind, count }
  faults.push({ at: `${at}.count`, problem: 'wrong-shape', why: 'The count is a whole number of days, 0 or more.' })
  return undefined
}
