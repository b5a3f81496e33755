// What a clock says on a day. Days are kept as numbers and become dates only when somebody asks: a country's readings are
// mostly counted, not read.

import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Part } from './compile.ts'
import { keyOf, type Clock, type Excuse, type OwedBy, type Standing, type Target } from './clock.ts'
import { dateOf } from './day-arithmetic.ts'
import type { ClockEvent, EventOf } from './events.ts'
import { testClaim, type TestedClaim } from './excuses.ts'
import { endOfMonthsBeginningWith, hasDay, noDay } from './period.ts'
import { otherDatesOf, type OtherDate } from './special-periods.ts'

/**
 * met-late and breached are both breaches: the first was done after its day, the second was not, or not yet. An overtaken
 * clock that was already past its day stays breached. excused: the limit is disapplied; the duty is as soon as practicable.
 */
export const clockStates = ['not-started', 'running', 'met', 'met-late', 'breached', 'excused', 'overtaken'] as const
export type ClockState = (typeof clockStates)[number]

/** How a clock stood before a correction was recorded: a breach that stood then is not cleared by the correction. */
export interface Formerly {
  readonly state: ClockState
  readonly dueOn?: PlainDate
  readonly daysLate?: number
  /** Place in the list of the fact that changed it, and the day it was recorded. */
  readonly changedBy: number
  readonly recordedOn: PlainDate
}

export type Warning =
  /** The reason for an excuse ended more than two weeks ago and the step is still open (section 2; Code 9.43). */
  | { readonly kind: 'excuse-over'; readonly endedOn: PlainDate }
  /** It counts as done in time, but was written down only after its day. */
  | { readonly kind: 'recorded-after-due'; readonly recordedOn: PlainDate }

/** A fact that a reading rests on. */
export interface UsedFact {
  /** Its place in the list of facts. */
  readonly index: number
  readonly event: ClockEvent
  readonly day: number
}

/** What one fold shares between its readings. */
export interface Folding {
  readonly calendar: Calendar
  readonly today: number
  readonly targets: Targets
}

/** A council's target that holds for clocks that start on or after a day. */
export type DatedTarget = Target & { readonly from: PlainDate }
/** By clock id, or id and step: one target, or several with the days from which they hold. */
export type Targets = Readonly<Record<string, Target | readonly DatedTarget[]>>

/** What few clocks have, kept apart so that the others stay small. */
export interface Rare {
  readonly setDay: number
  readonly relatedDay: number
  readonly alternativeDay: number
  readonly boundBy: string | undefined
  readonly formerly: readonly Formerly[]
  readonly also: UsedFact[] | undefined
  readonly claims: UsedFact[] | undefined
}

const none: readonly never[] = []
const nothingRare: Rare = { setDay: noDay, relatedDay: noDay, alternativeDay: noDay, boundBy: undefined, formerly: none, also: undefined, claims: undefined }

// The fields are declared and set in the constructor, one by one: a country has twenty-five million of these.
export class ClockReading {
  declare readonly part: Part
  /** What it is about: the name that the facts gave, or the scope and its number ("review 2"). */
  declare readonly about: string
  /** Day numbers (since 1 January 1970) for counting; `noDay` when there is none. Dates are below. */
  declare startDay: number
  declare dueDay: number
  /** The last day by its own period, where another clock's earlier day binds. */
  declare ownDay: number
  declare metDay: number
  declare overtakenDay: number
  declare state: ClockState
  declare startFact: UsedFact
  declare metFact: UsedFact | undefined
  declare overtakenFact: UsedFact | undefined
  /** The reading of the same clock that was started before this one. */
  declare readonly before: ClockReading | undefined
  /** What few clocks have. */
  declare rare: Rare
  declare readonly folding: Folding

  constructor(part: Part, about: string, startDay: number, startFact: UsedFact, before: ClockReading | undefined, folding: Folding) {
    this.part = part
    this.about = about
    this.startDay = startDay
    this.dueDay = noDay
    this.ownDay = noDay
    this.metDay = noDay
    this.overtakenDay = noDay
    this.state = 'running'
    this.startFact = startFact
    this.metFact = undefined
    this.overtakenFact = undefined
    this.before = before
    this.rare = nothingRare
    this.folding = folding
  }

  /** The place where this clock keeps what few have. */
  keep(): { -readonly [K in keyof Rare]: Rare[K] } {
    if (this.rare === nothingRare) this.rare = { ...nothingRare }
    return this.rare
  }

  /** The day that a direction or an agreement set. */
  get setDay(): number { return this.rare.setDay }
  /** The day from which the clock of another thing counted (the meeting; the last review), where this one reckons with it. */
  get relatedDay(): number { return this.rare.relatedDay }
  /** The later limit of another clock on the same act, which does not bind. */
  get alternativeDay(): number { return this.rare.alternativeDay }
  /** The clock on the same act whose earlier day binds. */
  get boundBy(): string | undefined { return this.rare.boundBy }
  get formerly(): readonly Formerly[] { return this.rare.formerly }
  get also(): readonly UsedFact[] | undefined { return this.rare.also }
  get claims(): readonly UsedFact[] | undefined { return this.rare.claims }
  get clock(): Clock { return this.part.clock }
  get id(): string { return this.clock.id }
  /** The pack of law that it comes from. */
  get regime(): string { return this.part.regime }
  get step(): string | undefined { return this.clock.step }
  get owedBy(): OwedBy { return this.clock.owedBy }
  get standing(): Standing { return this.clock.standing }
  get today(): PlainDate { return dateOf(this.folding.today) }
  get calendar(): Calendar { return this.folding.calendar }
  get startedOn(): PlainDate | undefined { return dateIf(this.startDay) }
  /** The last lawful day: the earlier one, where two bind the same act. None for a duty without a period. */
  get dueOn(): PlainDate | undefined { return dateIf(this.dueDay) }
  get metOn(): PlainDate | undefined { return dateIf(this.metDay) }
  /** A window's or floor's first and last day, and the day from which one may act after a floor. */
  get firstDay(): PlainDate | undefined { return this.clock.nature === 'window' || this.clock.nature === 'floor' ? this.startedOn : undefined }
  get lastDay(): PlainDate | undefined { return this.clock.nature === 'window' || this.clock.nature === 'floor' ? this.dueOn : undefined }
  get mayActFrom(): PlainDate | undefined { return this.clock.nature === 'floor' && hasDay(this.dueDay) ? dateOf(this.dueDay + 1) : undefined }
  get targetOn(): PlainDate | undefined { return targetOf(this) }
  get otherDates(): readonly OtherDate[] { return otherDatesOf(this) }

  /** Whether the last day was passed with nothing to excuse it, whatever happened afterwards. */
  get isBreach(): boolean { return this.state === 'breached' || this.state === 'met-late' }
  /** A breach now, or one that stood before a correction. */
  get countsAsBreach(): boolean {
    return this.isBreach || this.formerly.some(({ state }) => state === 'breached' || state === 'met-late')
  }

  /** Days past the last day: until it was done or overtaken, or until today. For a floor, the days it was cut short. */
  get daysLate(): number | undefined {
    if (!hasDay(this.dueDay)) return undefined
    if (this.clock.nature === 'floor') return this.state === 'breached' ? this.dueDay + 1 - this.metDay : undefined
    const until = this.metDay !== noDay ? this.metDay : this.overtakenDay !== noDay ? this.overtakenDay : this.folding.today
    return until > this.dueDay && this.state !== 'overtaken' ? until - this.dueDay : undefined
  }

  /** Days left to the last day, today not counted; none when it is over. */
  get daysLeft(): number | undefined {
    return this.state === 'running' && hasDay(this.dueDay) ? this.dueDay - this.folding.today : undefined
  }

  get overtakenBy(): UsedFact | undefined { return this.overtakenFact }

  /** Every excuse claimed for it, tested on its facts. */
  get testedClaims(): readonly TestedClaim[] {
    return (this.claims ?? none).map(({ event, index }) => testClaim(this, event as EventOf<'excuse-claimed'>, index))
  }

  get excuse(): (TestedClaim & { readonly reason: Excuse }) | undefined { return this.testedClaims.find(({ stands }) => stands) }
  get refusedExcuses(): readonly TestedClaim[] { return this.testedClaims.filter(({ stands }) => !stands) }

  get warnings(): readonly Warning[] {
    const warnings: Warning[] = []
    const ended = this.state === 'excused' && this.metDay === noDay ? this.excuse?.endedOn : undefined
    if (ended !== undefined && ended < dateOf(this.folding.today - 14)) warnings.push({ kind: 'excuse-over', endedOn: ended })
    const recorded = this.metFact?.event.recordedOn
    if (this.state === 'met' && recorded !== undefined && hasDay(this.dueDay) && recorded > dateOf(this.dueDay)) {
      warnings.push({ kind: 'recorded-after-due', recordedOn: recorded })
    }
    return warnings
  }

  /** The places in the list of the facts that it rests on, in the order of the list. */
  get facts(): readonly number[] {
    const used = [this.startFact, this.metFact, this.overtakenFact, ...(this.also ?? none), ...(this.claims ?? none)]
    return [...new Set(used.flatMap((fact) => (fact === undefined ? [] : [fact.index])))].toSorted((a, b) => a - b)
  }
}

const dateIf = (day: number): PlainDate | undefined => (hasDay(day) ? dateOf(day) : undefined)

/** Of several targets of a council, the newest that held on the day when the clock started. */
function targetFrom(given: Target | readonly DatedTarget[] | undefined, startDay: number): Target | undefined {
  if (given === undefined || 'kind' in given) return given
  const startedOn = dateOf(startDay)
  return given.filter(({ from }) => from <= startedOn).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)
}

/** The council's own target, the record's, or the last working day on which the legal day can still be kept. */
function targetOf(reading: ClockReading): PlainDate | undefined {
  const { clock, dueDay, startDay, folding: { calendar, targets } } = reading
  const target = targetFrom(targets[keyOf(clock)], startDay) ?? targetFrom(targets[clock.id], startDay) ?? clock.target ?? { kind: 'working-day' }
  if (!hasDay(dueDay)) return undefined
  switch (target.kind) {
    case 'days-before': return dateOf(dueDay - target.count)
    case 'days-after-start': return dateOf(Math.min(startDay + target.count, dueDay))
    case 'one-year-from-meeting': return reading.relatedDay === noDay ? undefined : dateOf(endOfMonthsBeginningWith(reading.relatedDay, 12))
    case 'working-day': {
      const day = calendar.workingDayOnOrBefore(dueDay)
      return Number.isNaN(day) ? undefined : dateOf(day)
    }
  }
}
