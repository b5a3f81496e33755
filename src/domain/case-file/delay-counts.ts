// Honesty about delay, counted: what families were told, how soon, why, and what became of the dates that they were given. Pure:
// rows in, figures out, so that the figures follow the same rules as the pages of one case.

import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { isExcuse, type DelayReason } from './delay-reasons.ts'
import { promiseOf, promiseStates, type PromiseState } from './delays.ts'

/** One time that a family was told. */
export interface ToldRow {
  readonly clock: string
  readonly because: DelayReason
  readonly dueOn: PlainDate
  readonly toldOn: PlainDate
  readonly expectedOn: PlainDate
  /** The first time that the family was told of this limit. */
  readonly isFirst: boolean
  readonly metOn?: PlainDate
  readonly overtakenOn?: PlainDate
  readonly toldAgainOn?: PlainDate
}

/** How soon a family was told for the first time. The day after the last lawful day is the first on which it is late. */
export const soons = ['before', 'same-day', 'week', 'four-weeks', 'later'] as const
export type Soon = (typeof soons)[number]

export function soonOf({ dueOn, toldOn }: Pick<ToldRow, 'dueOn' | 'toldOn'>): Soon {
  const days = daysBetween(dueOn, toldOn)
  return days <= 0 ? 'before' : days === 1 ? 'same-day' : days <= 8 ? 'week' : days <= 29 ? 'four-weeks' : 'later'
}

export type PromiseCounts = Readonly<Record<PromiseState, number>>
export interface ToldCount {
  readonly told: number
  readonly promises: PromiseCounts
}

export interface DelayCounts extends ToldCount {
  readonly legal: number
  readonly plain: number
  readonly byReason: readonly (ToldCount & { readonly because: DelayReason })[]
  readonly byLimit: readonly (ToldCount & { readonly clock: string })[]
  /** "2026-11", the newest first. */
  readonly byMonth: readonly (ToldCount & { readonly month: string })[]
  readonly bySoon: Readonly<Record<Soon, number>>
  /** Of first tellings that came after the legal day: the middle number of days past it. */
  readonly middleDaysLate?: number
}

export function countDelays(rows: readonly ToldRow[], today: PlainDate): DelayCounts {
  const first = rows.filter(({ isFirst }) => isFirst)
  const late = first.map(({ dueOn, toldOn }) => daysBetween(dueOn, toldOn)).filter((days) => days > 0).toSorted((a, b) => a - b)
  const middle = late[Math.floor((late.length - 1) / 2)]
  const legal = rows.filter(({ because }) => isExcuse(because)).length
  return {
    ...countOf(rows, today), legal, plain: rows.length - legal,
    byReason: grouped(rows, ({ because }) => because, today).map(([because, count]) => ({ because, ...count })),
    byLimit: grouped(rows, ({ clock }) => clock, today).map(([clock, count]) => ({ clock, ...count })),
    byMonth: grouped(rows, ({ toldOn }) => toldOn.slice(0, 7), today).map(([month, count]) => ({ month, ...count })).toSorted((a, b) => b.month.localeCompare(a.month)),
    bySoon: Object.fromEntries(soons.map((soon) => [soon, first.filter((row) => soonOf(row) === soon).length])) as Record<Soon, number>,
    ...(middle === undefined ? {} : { middleDaysLate: middle }),
  }
}

function countOf(rows: readonly ToldRow[], today: PlainDate): ToldCount {
  const states = rows.map((row) => promiseOf(row, row, today))
  return { told: rows.length, promises: Object.fromEntries(promiseStates.map((state) => [state, states.filter((one) => one === state).length])) as PromiseCounts }
}

/** The largest group first; of equals, by their name. */
function grouped<K extends string>(rows: readonly ToldRow[], keyOf: (row: ToldRow) => K, today: PlainDate): (readonly [K, ToldCount])[] {
  const groups = new Map<K, ToldRow[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups].map(([key, group]) => [key, countOf(group, today)] as const).toSorted(([a, x], [b, y]) => y.told - x.told || a.localeCompare(b))
}

/** Below this, a number could tell of one child to somebody who may not see the cases behind it. */
export const fewest = 5

/** A count as somebody may read it: whole for those who see each case, "fewer than 5" for 1 to 4 for others. */
export const countWords = (count: number, isExact: boolean): string =>
  (isExact || count === 0 || count >= fewest ? count.toLocaleString('en-GB') : `fewer than ${fewest}`)
