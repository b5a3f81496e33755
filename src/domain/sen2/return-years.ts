// The years of the SEN2 return that the hub knows, their survey days and the year of events each is about. Survey day is mostly the third
// Thursday of January, and 2021 shows that it need not be: days are listed as published, never worked out.

import { plainDateOf, type PlainDate } from '../calendar/plain-date.ts'

export const returnYears = [2023, 2024, 2025, 2026] as const
/** The calendar year of the survey day; a return tells of the year before. */
export type ReturnYear = (typeof returnYears)[number]

export const newestReturnYear: ReturnYear = 2026

const published: Readonly<Record<ReturnYear, string>> = { 2023: '2023-01-19', 2024: '2024-01-18', 2025: '2025-01-16', 2026: '2026-01-15' }

/** The day on which plans are counted: `ReferenceDate` in the header. */
export const surveyDayOf = (year: ReturnYear): PlainDate => plainDateOf(published[year])

/** Requests, assessments and plans that began or ended count from 1 January to 31 December of the year before. */
export const periodOf = (year: ReturnYear): { readonly firstDay: PlainDate; readonly lastDay: PlainDate } => (
  { firstDay: plainDateOf(`${year - 1}-01-01`), lastDay: plainDateOf(`${year - 1}-12-31`) }
)

export const returnYearOf = (text: string): ReturnYear | undefined => returnYears.find((year) => String(year) === text)

interface Collection { readonly surveyDay: PlainDate; readonly deadline: PlainDate }
/** Survey days and deadlines as published, also of a year whose items are not known yet: its return is made by the newest that are. */
const collections: readonly Collection[] = [['2025-01-16', '2025-03-14'], ['2026-01-15', '2026-03-12'], ['2027-01-21', '2027-03-11']]
  .map(([surveyDay = '', deadline = '']) => ({ surveyDay: plainDateOf(surveyDay), deadline: plainDateOf(deadline) }))

/** The return that is being got ready on a day: the one that is not closed yet. undefined when no later one has been published. */
export const collectionOn = (today: PlainDate): Collection | undefined => collections.find(({ deadline }) => deadline >= today)
