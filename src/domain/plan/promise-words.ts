// The promise of a provision line in words. What the line does not say is named as not said, never filled in.

import type { Period, ProvisionFields } from './line.ts'
import { quantityOf, type QuantityAssumption } from './quantities.ts'

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** 45 → "45 minutes"; 90 → "1 hour 30 minutes"; 900 → "15 hours". */
export function minutesInWords(minutes: number): string {
  if (minutes < 60) return many(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  const rest = minutes - hours * 60
  return rest === 0 ? many(hours, 'hour') : `${many(hours, 'hour')} ${many(rest, 'minute')}`
}

const periodWords: Record<Exclude<Period, 'once'>, string> = {
  day: 'a day',
  'school-day': 'each school day',
  week: 'a week',
  fortnight: 'a fortnight',
  month: 'a month',
  'half-term': 'each half term',
  term: 'each term',
  year: 'a year',
}

const timesInWords = (times: number): string => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`)

function howOften({ times, per }: ProvisionFields): string {
  if (times === undefined && per === undefined) return 'how often not said'
  if (per === 'once') return times === undefined ? 'number of times not said' : `${timesInWords(times)} in all`
  if (times === undefined) return `number of times ${per && periodWords[per]} not said`
  if (per === undefined) return `${timesInWords(times)}, in what period not said`
  return `${timesInWords(times)} ${periodWords[per]}`
}

const needsWeeks = (per: Period | undefined): boolean =>
  per === 'day' || per === 'school-day' || per === 'week' || per === 'fortnight'

function forWeeks({ per, weeks }: ProvisionFields): string | undefined {
  if (weeks !== undefined) return per === 'once' || per === 'year' ? undefined : `for ${many(weeks, 'week')} a year`
  return needsWeeks(per) ? 'weeks in the year not said' : undefined
}

function inAll(fields: ProvisionFields, assumption: QuantityAssumption | undefined): string | undefined {
  const quantity = quantityOf(fields, assumption)
  if (quantity.minutesInAll !== null) {
    return quantity.timesInAll === 1 ? undefined : `${minutesInWords(quantity.minutesInAll)} in all`
  }
  if (quantity.minutesAYear === null) return undefined
  const assumed = quantity.isAssumed && assumption ? `, if given in all ${assumption.termTimeWeeks} weeks of term` : ''
  return `${minutesInWords(quantity.minutesAYear)} a year${assumed}`
}

/** "45 minutes, once a week, for 20 weeks a year: 15 hours a year". Undefined when the line gives no amount at all. */
export function promiseInWords(fields: ProvisionFields, assumption?: QuantityAssumption): string | undefined {
  const { minutes, times, per, weeks } = fields
  if (minutes === undefined && times === undefined && per === undefined && weeks === undefined) return undefined
  const parts = [
    minutes === undefined ? 'length of each time not said' : minutesInWords(minutes),
    howOften(fields),
    forWeeks(fields),
  ].filter((part) => part !== undefined)
  const total = inAll(fields, assumption)
  return total === undefined ? parts.join(', ') : `${parts.join(', ')}: ${total}`
}
