// Bank holidays of England and Wales, as kept: Banking and Financial Dealings Act 1971, s.1 and Schedule 1; New Year's Day
// (from 1974) and early May (from 1978) by yearly proclamation; Good Friday and Christmas Day at common law.
// A proclamation can move a day or add one, and no rule foretells it: those years stand in the table below.

import { addDays, partsOf, plainDateOf, weekday, type PlainDate } from './plain-date.ts'

export interface BankHoliday {
  readonly on: PlainDate
  readonly name: string
}

/** What a royal proclamation changed in one year. Add a row when the next one is made, and a line to the test's list. */
export interface ProclaimedChange {
  readonly year: number
  readonly why: string
  readonly moved?: { readonly from: PlainDate; readonly to: PlainDate }
  readonly added?: readonly BankHoliday[]
}

const holiday = (on: string, name: string): BankHoliday => ({ on: plainDateOf(on), name })
const move = (from: string, to: string) => ({ from: plainDateOf(from), to: plainDateOf(to) })

export const proclaimedChanges: readonly ProclaimedChange[] = [
  { year: 1981, why: 'Royal wedding', added: [holiday('1981-07-29', 'Royal wedding')] },
  { year: 1995, why: '50 years since VE day', moved: move('1995-05-01', '1995-05-08') },
  { year: 1999, why: 'Millennium', added: [holiday('1999-12-31', 'Millennium eve')] },
  {
    year: 2002,
    why: 'Golden Jubilee',
    moved: move('2002-05-27', '2002-06-04'),
    added: [holiday('2002-06-03', 'Golden Jubilee')],
  },
  { year: 2011, why: 'Royal wedding', added: [holiday('2011-04-29', 'Royal wedding')] },
  {
    year: 2012,
    why: 'Diamond Jubilee',
    moved: move('2012-05-28', '2012-06-04'),
    added: [holiday('2012-06-05', 'Diamond Jubilee')],
  },
  { year: 2020, why: '75 years since VE day', moved: move('2020-05-04', '2020-05-08') },
  {
    year: 2022,
    why: 'Platinum Jubilee; State Funeral of Queen Elizabeth II',
    moved: move('2022-05-30', '2022-06-02'),
    added: [holiday('2022-06-03', 'Platinum Jubilee'), holiday('2022-09-19', 'State Funeral of Queen Elizabeth II')],
  },
  { year: 2023, why: 'Coronation of King Charles III', added: [holiday('2023-05-08', 'Coronation')] },
]

/** Easter Sunday by the Gregorian computus ("anonymous" algorithm of 1876). */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((century + 8) / 25)
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const counted = epact + toSunday - 7 * late + 114
  return dayOf(year, Math.floor(counted / 31), (counted % 31) + 1)
}

/** The bank holidays of a year from 1978 on, in order, on the days when they are kept (substitute days, not weekends). */
export function bankHolidaysOf(year: number): readonly BankHoliday[] {
  if (year < 1978) throw new Error('bank holidays are known from 1978 only')
  const easter = easterSunday(year)
  const ruled: BankHoliday[] = [
    newYearsDay(year),
    { on: addDays(easter, -2), name: 'Good Friday' },
    { on: addDays(easter, 1), name: 'Easter Monday' },
    { on: firstMonday(year, 5), name: 'Early May bank holiday' },
    { on: lastMonday(year, 5), name: 'Spring bank holiday' },
    { on: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ]
  const change = proclaimedChanges.find((row) => row.year === year)
  const moved = change?.moved
  const kept = moved ? ruled.map((day) => (day.on === moved.from ? { ...day, on: moved.to } : day)) : ruled
  return [...kept, ...(change?.added ?? [])].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

export const isBankHoliday = (date: PlainDate): boolean =>
  bankHolidaysOf(partsOf(date).year).some((day) => day.on === date)

function newYearsDay(year: number): BankHoliday {
  const first = dayOf(year, 1, 1)
  if (weekday(first) < 6) return { on: first, name: 'New Year’s Day' }
  return { on: addDays(first, 8 - weekday(first)), name: 'New Year’s Day (substitute day)' }
}

// Two days that both need a place: when one falls on a weekend its substitute is the next weekday that is not the other.
function christmas(year: number): readonly BankHoliday[] {
  const day = dayOf(year, 12, 25)
  const boxing = dayOf(year, 12, 26)
  const substituteForChristmas = { on: dayOf(year, 12, 27), name: 'Christmas Day (substitute day)' }
  const substituteForBoxing = { on: dayOf(year, 12, 28), name: 'Boxing Day (substitute day)' }
  if (weekday(day) === 5) return [{ on: day, name: 'Christmas Day' }, substituteForBoxing]
  if (weekday(day) === 6) return [substituteForChristmas, substituteForBoxing]
  if (weekday(day) === 7) return [{ on: boxing, name: 'Boxing Day' }, substituteForChristmas]
  return [{ on: day, name: 'Christmas Day' }, { on: boxing, name: 'Boxing Day' }]
}

function firstMonday(year: number, month: number): PlainDate {
  const first = dayOf(year, month, 1)
  return addDays(first, (8 - weekday(first)) % 7)
}

function lastMonday(year: number, month: number): PlainDate {
  const last = dayOf(year, month, 31)
  return addDays(last, 1 - weekday(last))
}

const dayOf = (year: number, month: number, day: number): PlainDate =>
  plainDateOf(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
