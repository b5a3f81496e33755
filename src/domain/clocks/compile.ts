// The records, turned round: for each type of event, what it starts, ends and changes. Made once for a set of regimes, so that
// a fold touches only the clocks that a fact concerns and never reads through the whole list.

import { dayNumber, type PlainDate } from '../calendar/plain-date.ts'
import { keyOf, type Clock, type ClockNature, type Trigger } from './clock.ts'
import { eventKinds, eventTypes, type EventKind, type EventType, type Scope } from './event-kinds.ts'
import { daysAdded, type Period } from './period.ts'
import type { Regime } from './regimes.ts'

// Records are written with what each needs and so come in many shapes, which a machine reads slowly. What a fold reads of them
// millions of times is copied into objects of one shape each: a clock's into its part, a trigger's into its rule.

export interface Part {
  readonly clock: Clock
  /** The id of the pack of law that it comes from. */
  readonly regime: string
  readonly nature: ClockNature
  readonly period: Period
  /** Days from start to last day, where they are always as many; `noDay` where the clock has no last day. */
  readonly adds: number | undefined
  readonly bindsOnly: string | undefined
}

export interface Rule {
  readonly part: Part
  /** The clock's place among all records; one place for each version. */
  readonly slot: number
  readonly again: Clock['again']
  readonly when: Trigger['when']
  readonly from: Trigger['from']
  readonly setBy: Trigger['setBy']
  readonly scope: number
  /** The event is itself about the kind of thing that the clock is about. */
  readonly sameScope: boolean
  readonly isNotice: boolean
  /** First and last day on which it can start. */
  readonly since: number
  readonly until: number
  /** The pack is in force on these days, and knows a version of this clock from this day on. */
  readonly packFrom: number
  readonly packUntil: number
  readonly knownSince: number
  /** What meets it may come before what starts it: invitations go out before the meeting that dates them. */
  readonly countedBack: boolean
  readonly fromSlots: readonly number[]
  readonly relatedSlots: readonly number[]
}

export interface Handler {
  readonly type: EventType
  /** Order of events on one day. */
  readonly rank: number
  readonly kind: EventKind
  readonly scope: number
  readonly closes: readonly { readonly scope: number; readonly outcome: string | undefined }[]
  readonly answers: readonly number[]
  /** It can be wrong by itself in more ways than its day. */
  readonly needsChecking: boolean
  /** It answers a question, or opens one again. */
  readonly decides: 'answers' | 'opens-again' | undefined
  readonly met: readonly Rule[]
  readonly overtaken: readonly Rule[]
  readonly also: readonly Rule[]
  readonly starts: readonly Rule[]
}

export interface Compiled {
  readonly clocks: readonly Clock[]
  /** A place for each clock, all empty: copied for each case. */
  readonly noneStarted: readonly undefined[]
  readonly handlers: ReadonlyMap<string, Handler>
  /** Whether any pack is in force on a day. */
  readonly isInForce: (day: number) => boolean
  readonly slotsById: ReadonlyMap<string, readonly number[]>
  /** The slots of `boundBy`, by slot. */
  readonly bounds: readonly (readonly number[])[]
  /** The slots that have any. */
  readonly boundSlots: readonly number[]
}

export const scopes: readonly Scope[] = [
  'request', 'advice', 'draft', 'consultation', 'earlier-advice', 'plan', 'budget', 'payment', 'review', 'transfer', 'reassessment', 'amendment', 'move', 'health-body', 'ceasing',
  'notice', 'mediation', 'agreement', 'appeal', 'order', 'recommendation', 'custody', 'person', 'pupil', 'service', 'information', 'complaint',
]
export const noScope = -1
export const scopeNumber = (scope: Scope | undefined): number => (scope === undefined ? noScope : scopes.indexOf(scope))

// What begins things comes before what answers them when both happen on one day.
const early: readonly EventType[] = ['born', 'plan-made', 'order-made', 'unopposed-notified', 'agreement-made']
const rankOf = (type: EventType): number => (early.includes(type) ? early.indexOf(type) : early.length + eventTypes.indexOf(type))

const compiled = new WeakMap<readonly Regime[], Compiled>()

export function compile(regimes: readonly Regime[]): Compiled {
  const known = compiled.get(regimes)
  if (known !== undefined) return known
  const made = turnRound(regimes)
  compiled.set(regimes, made)
  return made
}

const countedBack = new Set(['weeks-before', 'months-before', 'working-days-before', 'before-date', 'on-date'])
const decisive = new Set<EventType>(['assessment-decision-notified', 'plan-decision-notified', 'reassessment-decision-notified', 'review-decision-notified'])
const opensAgain = new Set<EventType>(['order-made', 'unopposed-notified', 'agreement-made'])
const forEver = Number.POSITIVE_INFINITY

const partOf = ({ clock, regime }: { readonly clock: Clock; readonly regime: Regime }): Part => ({ clock, regime: regime.id, nature: clock.nature, period: clock.period, adds: daysAdded(clock.period), bindsOnly: clock.bindsOnly })

const lastDay = (until: PlainDate | undefined): number => (until === undefined ? forEver : dayNumber(until))

function turnRound(regimes: readonly Regime[]): Compiled {
  const entries = regimes.flatMap((regime) => regime.clocks.map((clock) => {
    const packUntil = lastDay(regime.until)
    return { regime, clock, since: dayNumber(clock.since), until: Math.min(lastDay(clock.until), packUntil), packFrom: dayNumber(regime.from), packUntil }
  }))
  const clocks = entries.map(({ clock }) => clock)
  const parts = entries.map(partOf)
  const slotsById = new Map<string, number[]>()
  const knownSince = new Map<string, number>()
  for (const [slot, { clock, regime, since }] of entries.entries()) {
    for (const name of new Set([clock.id, keyOf(clock)])) slotsById.set(name, [...(slotsById.get(name) ?? []), slot])
    const inPack = `${regime.id} ${clock.id}`
    knownSince.set(inPack, Math.min(knownSince.get(inPack) ?? forEver, since))
  }
  const slotsOf = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => slotsById.get(id) ?? [])

  const handlers = new Map<string, Handler>()
  for (const type of eventTypes) {
    const kind: EventKind = eventKinds[type]
    const rulesOf = (list: (clock: Clock) => readonly Trigger[]): Rule[] => entries.flatMap(({ clock, regime, since, until, packFrom, packUntil }, slot) =>
      list(clock).filter((trigger) => trigger.event === type).map((trigger) => ({
        part: parts[slot] ?? partOf({ clock, regime }), slot, again: clock.again, when: trigger.when, from: trigger.from, setBy: trigger.setBy, scope: scopeNumber(clock.about), sameScope: kind.scope === clock.about, isNotice: clock.about === 'notice' && kind.notice !== undefined,
        since, until, packFrom, packUntil, knownSince: knownSince.get(`${regime.id} ${clock.id}`) ?? since,
        countedBack: countedBack.has(clock.period.kind),
        fromSlots: trigger.fromClock === undefined ? [] : slotsOf([trigger.fromClock]), relatedSlots: slotsOf(clock.relatesTo ?? []),
      })))
    handlers.set(type, {
      type, rank: rankOf(type), kind, scope: scopeNumber(kind.scope),
      closes: (kind.closes ?? []).map(({ scope, outcome }) => ({ scope: scopeNumber(scope), outcome })),
      needsChecking: type === 'excuse-claimed' || type === 'phase-transfer-due' || type === 'agreement-made',
      decides: decisive.has(type) ? 'answers' : opensAgain.has(type) ? 'opens-again' : undefined,
      answers: (kind.answers ?? []).map((answered) => rankOf(answered as EventType)),
      met: rulesOf((clock) => clock.metBy), overtaken: rulesOf((clock) => clock.overtakenBy), also: rulesOf((clock) => clock.alsoReads), starts: rulesOf((clock) => clock.starts),
    })
  }
  const isInForce = (day: number): boolean => entries.some(({ packFrom, packUntil }) => day >= packFrom && day <= packUntil)
  return { clocks, noneStarted: clocks.map(() => undefined), handlers, isInForce, slotsById, bounds: clocks.map(({ boundBy }) => slotsOf(boundBy ?? [])), boundSlots: [...clocks.keys()].filter((slot) => clocks[slot]?.boundBy !== undefined) }
}
