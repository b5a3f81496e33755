// What the ledger says of delay: each time the family was told that a legal date was or will be missed, with the new date that
// was promised, what became of the promise, and the excuses that were claimed. Read from the facts that stand.

import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { keyOf, type Clock, type Excuse, type OwedBy } from '../clocks/clock.ts'
import { childrenAndFamiliesAct2014 } from '../clocks/regimes.ts'
import type { DelayReason } from './delay-reasons.ts'
import { allOf, standingFacts, type ExcuseFacts, type RecordedFact } from './facts.ts'

const ourselves: readonly OwedBy[] = ['council', 'old-council', 'new-council', 'both-sides']
/** Duties that are owed to the public, about data or to the Tribunal. */
const notToFamilies: readonly string[] = ['service', 'information', 'appeal']
/** A plan that ends by an order ends whether or not anybody does anything (SEND Regulations 2014, reg 44(2)(f)). */
const endsByItself = (clock: Clock): boolean => clock.id === 'CE-04' || clock.step?.endsWith('cease') === true

/** Whether a clock is a legal limit of the council's of whose delay the family is told. */
export const owedToFamily = (clock: Clock): boolean =>
  clock.nature === 'limit' && clock.standing === 'law' && ourselves.includes(clock.owedBy) && !notToFamilies.includes(clock.about) && !endsByItself(clock) && clock.step !== 'before-2015'

/** Those limits as rows name them, by id and step. */
export const limitsToldOf: readonly string[] = [...new Set(childrenAndFamiliesAct2014.clocks.filter(owedToFamily).map(keyOf))]

export interface Delay {
  readonly id: string
  /** The fact's number in the ledger. */
  readonly seq: number
  /** The limit, as its row in `clock` has it: the clock's id (with its step) and what it is about. */
  readonly clock: string
  readonly about: string
  /** The legal date as it was when the family was told. An excuse disapplies it and puts none in its place. */
  readonly dueOn: PlainDate
  readonly toldOn: PlainDate
  /** "The date we now expect": a promise, never a new legal date. */
  readonly expectedOn: PlainDate
  readonly because: DelayReason
  readonly why: string
  readonly meanwhile: string
  /** Each family member's own copy of the letter. */
  readonly noticeIds: readonly string[]
  readonly claimId?: string
  /** The excuse that the letter gave was withdrawn later: what the family was told is no longer true. */
  readonly isExcuseWithdrawn: boolean
}

/** Every time that delay was explained, oldest first. */
export function delaysOf(ledger: readonly RecordedFact[]): readonly Delay[] {
  const standing = standingFacts(ledger)
  const withdrawn = new Set(allOf(standing, 'excuse-withdrawn').map(({ claimId }) => claimId))
  return allOf(standing, 'delay-explained').map((fact) => ({
    id: fact.delayId, seq: fact.seq, clock: fact.clock, about: fact.about, dueOn: fact.dueOn, toldOn: fact.happenedOn, expectedOn: fact.expectedOn,
    because: fact.because, why: fact.why, meanwhile: fact.meanwhile, noticeIds: fact.noticeIds,
    ...(fact.claimId === undefined ? {} : { claimId: fact.claimId }),
    isExcuseWithdrawn: fact.claimId !== undefined && withdrawn.has(fact.claimId),
  }))
}

/** A limit as far as what was told of it matters. */
export interface LimitOf {
  readonly clock: string
  readonly about: string
  readonly startedOn: PlainDate
}

/** What was told of one limit since it began, oldest first. */
export const delaysFor = ({ clock, about, startedOn }: LimitOf, delays: readonly Delay[]): readonly Delay[] =>
  delays.filter((delay) => delay.clock === clock && delay.about === about && delay.toldOn >= startedOn)

export interface ExcuseClaim {
  readonly id: string
  readonly seq: number
  readonly clock: string
  readonly about: string
  readonly excuse: Excuse
  readonly claimedOn: PlainDate
  readonly facts: ExcuseFacts
  readonly withdrawnOn?: PlainDate
  readonly withdrawnBecause?: string
}

/** Every excuse that was claimed, those withdrawn too, oldest first. */
export function excuseClaimsOf(ledger: readonly RecordedFact[]): readonly ExcuseClaim[] {
  const standing = standingFacts(ledger)
  const ended = new Map(allOf(standing, 'excuse-withdrawn').map((fact) => [fact.claimId, fact]))
  const last = new Map(allOf(ledger, 'excuse-claimed').map((fact) => [fact.claimId, fact]))
  return [...last.values()].map((fact) => {
    const end = ended.get(fact.claimId)
    return {
      id: fact.claimId, seq: fact.seq, clock: fact.clock, about: fact.about, excuse: fact.excuse, claimedOn: fact.happenedOn, facts: fact.facts,
      ...(end === undefined ? {} : { withdrawnOn: end.happenedOn, ...(end.reason === undefined ? {} : { withdrawnBecause: end.reason }) }),
    }
  })
}

/**
 * What became of a promised date. kept: done by it. moved: another date was given while it was still to come. broken: it
 * passed and the thing was not done, whatever was said afterwards. lapsed: the case went another way by then.
 */
export const promiseStates = ['open', 'kept', 'moved', 'broken', 'lapsed'] as const
export type PromiseState = (typeof promiseStates)[number]

export function promiseOf(
  { expectedOn }: Pick<Delay, 'expectedOn'>, after: { readonly metOn?: PlainDate; readonly overtakenOn?: PlainDate; readonly toldAgainOn?: PlainDate }, today: PlainDate,
): PromiseState {
  const { metOn, overtakenOn, toldAgainOn } = after
  if (toldAgainOn !== undefined && toldAgainOn <= expectedOn) return 'moved'
  if (metOn !== undefined) return metOn <= expectedOn ? 'kept' : 'broken'
  if (overtakenOn !== undefined && overtakenOn <= expectedOn) return 'lapsed'
  return expectedOn < (overtakenOn ?? today) ? 'broken' : 'open'
}

/** Why the family must be told, now or again, of a limit that is still owed. */
export const tellings = ['late', 'certain', 'promise-passed', 'excuse-withdrawn'] as const
export type Telling = (typeof tellings)[number]

/**
 * Whether something is still to be told of a limit that is open, or excused and not done: that its day has passed, that it is
 * certain to (domain/clocks/certain-to-be-missed.ts), that the date promised has passed too, or that the excuse given for it fell.
 */
export function tellingOf(
  limit: { readonly dueOn: PlainDate; readonly isExcused: boolean; readonly isCertain: boolean }, told: readonly Delay[], today: PlainDate,
): Telling | undefined {
  const last = told.at(-1)
  if (last === undefined) return limit.isExcused ? undefined : limit.dueOn < today ? 'late' : limit.isCertain ? 'certain' : undefined
  if (last.isExcuseWithdrawn) return 'excuse-withdrawn'
  return last.expectedOn < today ? 'promise-passed' : undefined
}

/** The furthest day that can be promised: a date a year off is no answer to a family. */
export const furthestPromiseDays = 365

/** What is wrong with a promised date: it has passed, it is no delay at all, or it is absurdly far off. */
export function faultOfPromise(expectedOn: PlainDate, { dueOn, today }: { readonly dueOn: PlainDate; readonly today: PlainDate }): 'past' | 'not-late' | 'too-far' | undefined {
  if (expectedOn < today) return 'past'
  if (expectedOn <= dueOn) return 'not-late'
  return daysBetween(today, expectedOn) > furthestPromiseDays ? 'too-far' : undefined
}
