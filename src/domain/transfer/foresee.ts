// Who moves to the next phase of education in a year, from the year group and the years that the setting teaches (SEND Regulations 2014,
// regs 2(1), 18). Nobody is left out in silence: whoever cannot be told from what is on record is shown to a person.

import { schoolYearOf, yearGroupOn } from '../calendar/school-year.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { TransferKind, YearsTaught } from './phases.ts'
import { usualYears } from './phases.ts'

export interface ChildMoving {
  readonly bornOn: PlainDate
  /** The year group in which they are taught today, where that is not the one of their age. */
  readonly yearGroupOverride?: number
}

export const foreseenBecauses = [
  'last-year', 'own-sixth-form', 'teaches-on', 'nursery-class', 'no-setting', 'phase-not-known', 'past-last-year', 'after-sixth-form', 'added-by-hand', 'said-to-move',
] as const
/** Why a child is where they are in a cohort. */
export type ForeseenBecause = (typeof foreseenBecauses)[number]
export const isForeseenBecause = (text: string): text is ForeseenBecause => (foreseenBecauses as readonly string[]).includes(text)

export type Foreseen =
  /** Moves, and the plan must name where to before the day of the law. */
  | { readonly as: 'moves'; readonly kind: TransferKind; readonly because: ForeseenBecause; readonly yearGroup: number }
  /** Stays in the same school until a person says otherwise; a sixth form is watched all the same (kind). */
  | { readonly as: 'stays'; readonly kind?: 'same-school-sixth-form'; readonly because: ForeseenBecause; readonly yearGroup: number }
  /** The record does not tell: a person looks. */
  | { readonly as: 'to-look-at'; readonly because: ForeseenBecause; readonly yearGroup: number }

/**
 * The year group in the school year at whose end the move is: for transfers in September 2027 that of 2026 to 2027. A year out of
 * one's own is kept from today on.
 */
export function lastYearGroup({ bornOn, yearGroupOverride }: ChildMoving, { year, today }: { year: number; today: PlainDate }): number {
  const inThatYear = yearGroupOn(bornOn, plainDateOf(`${year}-08-31`))
  if (yearGroupOverride === undefined) return inThatYear
  return yearGroupOverride + (year - 1 - schoolYearOf(today).startsIn)
}

/** Undefined for whoever goes on in the same setting, in a year that is nobody's last. A move from one college to another is told by an age only where it is known when the first one ends. */
export function foresee(child: ChildMoving, setting: 'none' | 'not-known' | YearsTaught, when: { year: number; today: PlainDate }): Foreseen | undefined {
  const yearGroup = lastYearGroup(child, when)
  if (setting === 'none' || setting === 'not-known') {
    return usuallyLast.includes(yearGroup) ? { as: 'to-look-at', because: setting === 'none' ? 'no-setting' : 'phase-not-known', yearGroup } : undefined
  }
  const { phase, lowest, highest } = setting
  // From one college to another: where the area has said in which year a college ends, its last year is looked at by a person, who knows the day of the move.
  if (phase === 'post-16' && (highest >= usualYears['post-16'][1] || yearGroup < highest)) return undefined
  if (yearGroup > highest) return { as: 'to-look-at', because: 'past-last-year', yearGroup }
  if (yearGroup === highest) {
    if (highest >= 13) return { as: 'to-look-at', because: 'after-sixth-form', yearGroup }
    const kind = kindAfter(setting)
    return kind === undefined ? { as: 'to-look-at', because: 'phase-not-known', yearGroup } : { as: 'moves', kind, because: 'last-year', yearGroup }
  }
  if (yearGroup === 11) return { as: 'stays', kind: 'same-school-sixth-form', because: 'own-sixth-form', yearGroup }
  if (yearGroup === -1 && lowest < 0) return { as: 'stays', because: 'nursery-class', yearGroup }
  if (yearGroup === 6 && (phase === 'all-through' || phase === 'special')) return { as: 'stays', because: 'teaches-on', yearGroup }
  return undefined
}

/** The years in which most children change school: the last before Reception, Year 6 and Year 11. */
const usuallyLast: readonly number[] = [-1, 6, 11]

function kindAfter({ phase, highest }: YearsTaught): TransferKind | undefined {
  switch (phase) {
    case 'early-years': return 'early-years-to-school'
    case 'infant': return 'infant-to-junior'
    case 'middle': return 'middle-to-secondary'
    case 'junior':
    case 'primary': return highest < 6 ? 'primary-to-middle' : 'primary-to-secondary'
    case 'secondary': return 'secondary-to-post-16'
    case 'all-through':
    case 'special': return highest < 0 ? 'early-years-to-school' : highest <= 6 ? 'primary-to-secondary' : highest >= 11 ? 'secondary-to-post-16' : undefined
    default: return undefined
  }
}

/** The year of the cohort that is foreseen on a day: from 1 June it is that of the next calendar year, and until then of this one. */
export const cohortYearOn = (today: PlainDate): number => Number(today.slice(0, 4)) + (today.slice(5) >= '06-01' ? 1 : 0)
