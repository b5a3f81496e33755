// What the return is written from: one child's rows as the record has them, and the ledger of each of their cases. What is undefined nobody has said.

import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fact, RecordedFact, Requester } from '../../case-file/facts.ts'
import type { Dated } from '../dated-items.ts'
import { periodOf, surveyDayOf, type ReturnYear } from '../return-years.ts'

/** For which return, and what is known of councils. */
export interface ReturnAsked {
  /** Whose codes and elements: the newest that there is when the day is of a later one. */
  readonly year: ReturnYear
  readonly surveyDay: PlainDate
  readonly period: { readonly firstDay: PlainDate; readonly lastDay: PlainDate }
  /** The three digits of councils that the national list does not have under these names: those of this hub. */
  readonly councils?: ReadonlyMap<string, string>
}

/**
 * A year's return on its survey day; or as if another day were survey day, which is how a return is tried out. Then a day in January tells of the year
 * before, and any other of its own year so far, because that is the year which the next return is about.
 */
export function askedFor(year: ReturnYear, on?: PlainDate): ReturnAsked {
  if (on === undefined) return { year, surveyDay: surveyDayOf(year), period: periodOf(year) }
  const told = Number(on.slice(0, 4)) - (on.slice(5, 7) === '01' ? 1 : 0)
  return { year, surveyDay: on, period: { firstDay: `${told}-01-01` as PlainDate, lastDay: `${told}-12-31` as PlainDate } }
}

/** Where somebody is, or what a plan names: an organisation by its numbers, or a code of the return. */
export interface SettingForReturn extends Dated {
  readonly rank: 1 | 2
  readonly urn?: string
  readonly ukprn?: string
  /** What the organisation is, in the record's words: "Nursery school". */
  readonly settingType?: string
  readonly senSetting?: string
  readonly senSettingOther?: string
  readonly senUnit?: boolean
  readonly resourced?: boolean
  readonly residential?: 'A' | 'B'
  readonly workBased?: 'A' | 'T' | 'S'
}

export interface NeedForReturn extends Dated { readonly need: string; readonly rank: 1 | 2 }
export interface AddressForReturn extends Dated {
  readonly household: string
  /** None of a protected address. */
  readonly postcode?: string
}
export interface BudgetForReturn extends Dated { readonly isTakenUp: boolean; readonly isOrganised?: boolean; readonly directPayment?: 'E' | 'S' | 'H' | 'I' }
export interface RequestForReturn { readonly id: string; readonly madeBy: Requester; readonly inYouthAccommodation?: boolean }

export interface CaseForReturn {
  readonly id: string
  readonly ledger: readonly FactForReturn[]
  readonly requests: readonly RequestForReturn[]
  readonly namedSettings: readonly SettingForReturn[]
  readonly personalBudgets: readonly BudgetForReturn[]
}

/** A fact, and what orders it. */
export type FactForReturn<F extends Fact = Fact> = F & Pick<RecordedFact, 'seq' | 'happenedOn' | 'corrects'>

export interface ChildForReturn {
  readonly familyName: string
  readonly givenName: string
  readonly bornOn: PlainDate
  readonly sex?: string
  readonly ethnicityCode?: string
  readonly upn?: string
  readonly uln?: string
  readonly upnUnknown?: string
  readonly addresses: readonly AddressForReturn[]
  readonly needs: readonly NeedForReturn[]
  /** Where they go or went. */
  readonly settings: readonly SettingForReturn[]
  /** A child who was asked about again after a plan had ended has a case for each. */
  readonly cases: readonly CaseForReturn[]
}

/** The fields that have a value: what nobody has said is left out of the return. */
export const said = <Block extends object>(fields: { readonly [Key in keyof Block]?: Block[Key] | undefined }): Partial<Block> => {
  const block: Partial<Block> = {}
  for (const key of Object.keys(fields) as (keyof Block)[]) if (fields[key] !== undefined) block[key] = fields[key]
  return block
}

/** Whether a dated row holds on a day. */
export const holdsOn = ({ fromOn, toOn }: Dated, day: PlainDate): boolean => fromOn <= day && (toOn === undefined || toOn >= day)

/** Of each rank, the row that holds on the day and began last. */
export function byRankOn<Row extends Dated & { readonly rank: 1 | 2 }>(rows: readonly Row[], day: PlainDate): Row[] {
  return ([1, 2] as const).flatMap((rank) => {
    const held = rows.filter((row) => row.rank === rank && holdsOn(row, day)).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0)).at(-1)
    return held === undefined ? [] : [held]
  })
}
