// A clock of the law as one record: what starts it, how long it runs, what ends it, who owes it, what can excuse it, and where
// that is written. The records are in ./records, by part of the law; a pack of them with its dates is a regime.

import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { EventType, Scope } from './event-kinds.ts'
import type { ClockEvent, EventOf } from './events.ts'
import type { Period } from './period.ts'

/** Who has to act, as work lists say it. */
export type Holder = 'council' | 'family' | 'advisers' | 'setting'
/** Everybody who can owe a clock. */
export type OwedBy = Holder | 'old-council' | 'new-council' | 'health-body' | 'mediation-adviser' | 'adult-care' | 'tribunal' | 'data-controller' | 'both-sides'

/** law: a statutory limit. guidance: the Code says so. planning: our own, derived from limits of law. */
export type Standing = 'law' | 'guidance' | 'planning'

/**
 * The reasons that can excuse a missed limit: SEND Regulations 2014, regs 5(4), 8(2), 10(4), 13(3), 27(3), 44(3). A: a school
 * closed four weeks; B: an early years provider likewise; C: exceptional personal circumstances; D: four weeks' absence from
 * the area; M: a missed appointment; O: two weeks' absence, for orders; V: coronavirus, in 2020 (SI 2020/471). They
 * disapply the limit; they never add days.
 */
export type Excuse = 'A' | 'B' | 'C' | 'D' | 'M' | 'O' | 'V'

/**
 * limit: something must be done by the last day. window: somebody may act until the last day, and when it is over it is over.
 * floor: something must not be done before the last day is over. duty: it stands, with no last day.
 */
export type ClockNature = 'limit' | 'window' | 'floor' | 'duty'

/** What the conditions of a record may ask about the case beside the event itself. Days since 1 January 1970. */
export interface CaseSoFar {
  /** Day of birth, or `noDay`. */
  readonly born: number
  readonly calendar: Calendar
  /** The day of the event that is being read. */
  readonly day: number
}

/** An event that starts, ends or changes a clock, when its condition holds. */
export interface Trigger {
  readonly event: EventType
  readonly when?: (event: ClockEvent, caseSoFar: CaseSoFar) => boolean
  /** The day to count from, when it is not the day of the event: one in its fields, or the day it counts as served. */
  readonly from?: (event: ClockEvent, caseSoFar: CaseSoFar) => PlainDate | number | undefined
  /** Counts from the day the clock of this id started for the same thing (the meeting of a review, from its decision). */
  readonly fromClock?: string
  /** The event itself sets the last day: a direction, a consent order. */
  readonly setBy?: (event: ClockEvent) => PlainDate | undefined
}

/** The target that a council sets itself beside the legal date. */
export type Target =
  | { readonly kind: 'days-before'; readonly count: number }
  | { readonly kind: 'working-day' }
  | { readonly kind: 'days-after-start'; readonly count: number }
  | { readonly kind: 'one-year-from-meeting' }

export interface Clock {
  /** As the list of clocks has it: "ASMT-02". */
  readonly id: string
  /** Distinguishes the limits of an id that has several (an order: notify, decide, final). */
  readonly step?: string
  readonly title: string
  /**
   * What is done and by whom, as families read it (reading age 9), with nothing about a child in it: it stands in reminders and in
   * calendars too. A clock without one is none of a family's case.
   */
  readonly familyTitle?: string
  readonly about: Scope
  readonly starts: readonly Trigger[]
  /** When it is started again about the same thing: keep the first start (default), count from the new one, or run anew. */
  readonly again?: 'keep' | 'replace' | 'anew'
  readonly period: Period
  readonly nature: ClockNature
  /** What ends it: done. For a floor, what must not come before its last day is over. */
  readonly metBy: readonly Trigger[]
  /** What makes it pointless: the case went another way. */
  readonly overtakenBy: readonly Trigger[]
  /** An event that changes its last day, kept beside its start (a certificate for the appeal, an extension). */
  readonly alsoReads: readonly Trigger[]
  /** Clocks whose start this one reckons with (the meeting, for the year after a review): the newest that started before. */
  readonly relatesTo?: readonly string[]
  /** The limit binds this outcome only (sixteen weeks: that there will be no plan); another one given after it is not late. */
  readonly bindsOnly?: string
  /** Clocks on the same act: when one of theirs is earlier and still ahead, it binds. */
  readonly boundBy?: readonly string[]
  readonly owedBy: OwedBy
  readonly standing: Standing
  readonly excuses: readonly Excuse[]
  readonly law: readonly string[]
  /** What somebody should still check in a primary source. */
  readonly toVerify?: string
  readonly consequence: string
  /** The first and last day on which it was law as written here. */
  readonly since: PlainDate
  readonly until?: PlainDate
  readonly target?: Target
}

/** The day on which Part 3 of the Children and Families Act 2014 and its Regulations came into force. */
export const partThreeInForce = plainDateOf('2014-09-01')

export const keyOf = ({ id, step }: Pick<Clock, 'id' | 'step'>): string => (step === undefined ? id : `${id}/${step}`)

type Rest = 'starts' | 'metBy' | 'overtakenBy' | 'alsoReads' | 'nature' | 'standing' | 'excuses' | 'since' | 'owedBy' | 'consequence'

/** A record as it is written down: what most clocks have in common may be left out. */
export type Written = Omit<Clock, Rest> & Partial<Omit<Clock, 'starts' | 'metBy' | 'overtakenBy' | 'alsoReads'>> & {
  readonly starts: On | readonly On[]
  readonly metBy?: On | readonly On[]
  readonly overtakenBy?: On | readonly On[]
  readonly alsoReads?: On | readonly On[]
}

type On = EventType | Trigger

/** Fills in what a written record leaves out: a limit of law on the council since September 2014, with no excuse. */
export function clock(written: Written): Clock {
  return {
    nature: written.period.kind === 'no-period' ? 'duty' : 'limit',
    owedBy: 'council', standing: 'law', excuses: [], since: partThreeInForce,
    consequence: 'Complaint, the ombudsman, or judicial review',
    ...written,
    starts: triggers(written.starts), metBy: triggers(written.metBy), overtakenBy: triggers(written.overtakenBy), alsoReads: triggers(written.alsoReads),
  }
}

const triggers = (written: On | readonly On[] = []): readonly Trigger[] =>
  (Array.isArray(written) ? written as readonly On[] : [written as On]).map((one) => (typeof one === 'string' ? { event: one } : one))

/** A trigger with a condition on the fields of its own event. */
export function on<T extends EventType>(event: T, given: {
  readonly when?: (event: EventOf<T>, caseSoFar: CaseSoFar) => boolean
  readonly from?: (event: EventOf<T>, caseSoFar: CaseSoFar) => PlainDate | number | undefined
  readonly fromClock?: string
  readonly setBy?: (event: EventOf<T>) => PlainDate | undefined
}): Trigger {
  // The fold hands a trigger only events of its own type.
  return { event, ...given } as unknown as Trigger
}
