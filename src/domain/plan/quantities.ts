// CFA 2014 s.42 makes section F enforceable, so its amounts must be countable (L v Clarke and Somerset [1998] ELR 129).
// Amounts are derived from what a line says and from nothing else: any missing part makes the answer null.

import type { Period, ProvisionFields } from './line.ts'

/** Weeks of term in a year, when somebody chose to assume them. Passed in knowingly, never a default. */
export type TermTimeWeeks = 38 | 39
export interface QuantityAssumption {
  readonly termTimeWeeks: TermTimeWeeks
}

export interface Quantity {
  /** Occasions in a week in which it happens. Null for 'once' and for periods longer than a fortnight. */
  readonly timesAWeek: number | null
  readonly minutesAWeek: number | null
  /** Occasions in a year. Null for 'once', which is not an amount for every year. */
  readonly timesAYear: number | null
  readonly minutesAYear: number | null
  /** The whole of a promise made once. Null for everything else. */
  readonly timesInAll: number | null
  readonly minutesInAll: number | null
  /** True when the yearly amount stands on the assumed weeks of term, so that it is always shown as such. */
  readonly isAssumed: boolean
}

// A school year has three terms and six half terms, in 38 weeks of pupils' attendance (190 days).
const weeksOfSchoolYear = 38
const weeksOfYear = 52
const timesEachWeek: Partial<Record<Period, number>> = { day: 7, 'school-day': 5, week: 1, fortnight: 1 / 2 }
const timesEachYear: Partial<Record<Period, { readonly times: number; readonly outOfWeeks: number }>> = {
  month: { times: 12, outOfWeeks: weeksOfYear },
  'half-term': { times: 6, outOfWeeks: weeksOfSchoolYear },
  term: { times: 3, outOfWeeks: weeksOfSchoolYear },
}

/** A number that was said and can be an amount: above nought and finite. */
const said = (amount: number | undefined): number | null =>
  amount !== undefined && Number.isFinite(amount) && amount > 0 ? amount : null

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b)

/** How often each year the period itself comes round, when `weeks` caps the year. A part of a period is not counted. */
function periodsInYear(per: Period, weeks: number | null): number | null {
  if (per === 'year') return 1
  const yearly = timesEachYear[per]
  if (yearly === undefined) return null
  if (weeks === null) return yearly.times
  return Math.min(yearly.times, Math.max(1, Math.floor((weeks * yearly.times) / yearly.outOfWeeks)))
}

// 'day' means every day, at home too, so weeks of term may not be assumed for it.
const mayAssumeTerm = (per: Period): boolean => per === 'school-day' || per === 'week' || per === 'fortnight'

function timesAYear(times: number, per: Period, weeks: number | null): number | null {
  const weekly = timesEachWeek[per]
  if (weekly === undefined) return product(times, periodsInYear(per, weeks))
  if (weeks === null) return null
  // Nineteen fortnights fit in 39 weeks, not nineteen and a half.
  return per === 'fortnight' ? Math.floor((times * weeks) / 2) : times * weekly * weeks
}

/** The amounts a provision line promises. Nothing is invented: what the line does not say makes the amount null. */
export function quantityOf(fields: ProvisionFields, assumption?: QuantityAssumption): Quantity {
  const minutes = said(fields.minutes)
  const times = said(fields.times)
  const { per } = fields
  const nothing = {
    timesAWeek: null, timesAYear: null, timesInAll: null, minutesAWeek: null, minutesAYear: null, minutesInAll: null,
  }
  if (times === null || per === undefined) return { ...nothing, isAssumed: false }
  if (per === 'once') return { ...nothing, timesInAll: times, minutesInAll: product(times, minutes), isAssumed: false }
  const saidWeeks = said(fields.weeks)
  const isAssumed = fields.weeks === undefined && assumption !== undefined && mayAssumeTerm(per)
  const weeks = isAssumed ? assumption.termTimeWeeks : saidWeeks
  const aYear = fields.weeks !== undefined && saidWeeks === null ? null : timesAYear(times, per, weeks)
  const aWeek = product(times, timesEachWeek[per] ?? null)
  return {
    timesAWeek: aWeek,
    minutesAWeek: product(aWeek, minutes),
    timesAYear: aYear,
    minutesAYear: product(aYear, minutes),
    timesInAll: null,
    minutesInAll: null,
    isAssumed,
  }
}

/** Hours specified for a year, or null: the figure that the therapy tracker adds up. */
export function yearlyHours(fields: ProvisionFields, assumption?: QuantityAssumption): number | null {
  const { minutesAYear } = quantityOf(fields, assumption)
  return minutesAYear === null ? null : minutesAYear / 60
}
