// The pages that are measured, how often each is asked for among a hundred, and what we want of them. The limits are printed beside what was
// measured, and never asserted: a machine that is busy with something else proves nothing. What a test can hold without a clock (how many
// statements a page is) stands in pages-in-the-mix.page.test.ts.

import { paths } from '../../src/paths.ts'

export type Role = 'officer' | 'manager' | 'senco' | 'parent'

/** Whom and what the pages are about, in one area. */
export interface Shown {
  readonly area: string
  /** Cases with a plan in force, of this role's own. */
  readonly cases: readonly string[]
  /** Addresses of searches by family name: each opens for who searched, and holds no name. */
  readonly searches: readonly string[]
}

export interface BenchPage {
  readonly name: string
  readonly as: Role
  /** Of the mixed pages, in parts of a hundred; 0 for what is only measured alone. */
  readonly share: number
  /** Milliseconds within which 95 of 100 answers should be there when one person asks at a time (P3). */
  readonly alone?: number
  /** The n-th asking: about another case each time. */
  readonly path: (shown: Shown, n: number) => string
}

const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length]
  if (one === undefined) throw new Error('nothing to ask about')
  return one
}
const ofCase = (page: (key: { area: string; caseId: string }) => string) => ({ area, cases }: Shown, n: number): string => page({ area, caseId: at(cases, n) })

export const pages: readonly BenchPage[] = [
  { name: 'An officer’s own work', as: 'officer', share: 12, alone: 120, path: () => paths.home() },
  { name: 'The team’s work', as: 'officer', share: 2, alone: 120, path: () => paths.home({ officer: 'all' }) },
  { name: 'List of cases, sorted', as: 'officer', share: 5, alone: 120, path: (_, n) => paths.caseList({ sort: 'name', page: 1 + (n % 3) }) },
  { name: 'Search by name', as: 'officer', share: 6, alone: 150, path: ({ searches }, n) => at(searches, n) },
  { name: 'A case', as: 'officer', share: 17, alone: 80, path: ofCase(paths.caseOverview) },
  { name: 'Its history', as: 'officer', share: 5, path: ofCase(paths.caseTimeline) },
  { name: 'The whole plan', as: 'officer', share: 9, alone: 200, path: ofCase(paths.finalPlan) },
  { name: 'A section of the plan in work', as: 'officer', share: 5, path: ofCase((key) => paths.planSection({ ...key, section: 'F' })) },
  { name: 'The working document', as: 'officer', share: 3, path: ofCase(paths.planWorking) },
  { name: 'Reviews of a plan', as: 'officer', share: 4, path: ofCase(paths.caseReviews) },
  { name: 'The family', as: 'officer', share: 3, path: ofCase(paths.caseFamily) },
  { name: 'Delays of a case', as: 'officer', share: 4, path: ofCase(paths.caseDelays) },
  { name: 'Reviews planned for every plan', as: 'manager', share: 2, alone: 300, path: ({ area }) => paths.reviewRegister({ area }) },
  { name: 'Phase transfers', as: 'manager', share: 1, alone: 300, path: ({ area }) => paths.transfers({ area }) },
  { name: 'Age of the plans', as: 'manager', share: 1, alone: 300, path: ({ area }) => paths.currency({ area }) },
  { name: 'Delays', as: 'manager', share: 1, alone: 300, path: () => paths.delays() },
  { name: 'Overdue work', as: 'manager', share: 1, alone: 300, path: () => paths.overdue() },
  { name: 'The team, by officer', as: 'manager', share: 1, alone: 300, path: () => paths.teamWork() },
  { name: 'A SENCO’s own page', as: 'senco', share: 4, alone: 120, path: () => paths.home() },
  { name: 'A case, as its SENCO', as: 'senco', share: 3, alone: 80, path: ofCase(paths.caseOverview) },
  { name: 'A parent’s own page', as: 'parent', share: 5, alone: 120, path: () => paths.home() },
  { name: 'A case, as its parent', as: 'parent', share: 3, alone: 80, path: ofCase(paths.caseOverview) },
  { name: 'The plan, as its parent', as: 'parent', share: 3, alone: 200, path: ofCase(paths.finalPlan) },
  { name: 'The plan as a PDF', as: 'officer', share: 0, alone: 3000, path: ofCase(paths.finalPlanPdf) },
]

export const limits = {
  /** P1: mixed pages a second, and how long they may take. */
  mixed: { perSecond: 120, p50: 60, p95: 300, p99: 800, minutes: 20 },
  /** P2: a large county at ten times its peak. */
  county: { perSecond: 35, p95: 150 },
  /** P3: a save when one person asks at a time; the pages’ own limits stand with them. */
  save: 120,
  /** P4. `timesSql`: how much longer the page may take than its statements alone; `grown`: in a country as against alone. */
  statements: 12, scannedRows: 10_000, timesSql: 3, grown: 1.2,
  /** P5: bytes as sent, compressed. */
  weight: { first: 60 * 1024, later: 15 * 1024, requests: 8, script: 20 * 1024, fonts: 0 },
  /** P7: people who hand something in at the same moment, before a deadline. */
  deadline: { people: 50, seconds: 60, p95: 1000 },
  /** R13: five times a large county's peak, for two hours; `grown`: memory and handles at the end against the start, `slower`: p95. */
  soak: { perSecond: 17.5, minutes: 120, secondsBetweenSaves: 3, grown: 1.05, slower: 1.1 },
  /** R12: seconds for which a save may wait while the database is brought up to date. */
  upgrade: 5,
  /** P3: seconds for the return of a county and of the country. */
  returns: { year: 2026, county: 10, country: 300 },
} as const
