// What is wrong with a list of facts, each with its place in the list and why. Nothing is folded until all of it is put right.

import type { PlainDate } from '../calendar/plain-date.ts'

export interface FactRefusal {
  readonly kind:
    | 'no-such-day' | 'in-the-future' | 'recorded-in-the-future' | 'before-birth' | 'before-what-it-answers' | 'two-answers' | 'ends-before-it-starts'
    | 'corrects-nothing' | 'corrects-another-kind' | 'corrected-twice' | 'no-law-for-that-day' | 'calendar-year-missing' | 'no-terms-for-setting' | 'said-differently'
  /** Places in the list of facts: the fact that cannot stand, and the other one where two contradict each other. */
  readonly fact: number
  readonly other?: number
  /** The field of the fact that is wrong, where it is one. */
  readonly field?: string
  readonly why: string
  readonly on?: PlainDate
}
