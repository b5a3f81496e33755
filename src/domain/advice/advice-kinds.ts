// The kinds of advice and the item of SEND Regulations 2014, reg 6(1) that each usually answers.

import type { AdviceItem } from '../case-file/facts.ts'

export const adviceKinds = [
  'education', 'early-years', 'sensory', 'psychological', 'medical', 'therapy', 'mental-health', 'social-care', 'pfa', 'other',
] as const
/** Advice of professionals. The family's views are 'parental' and 'child-views': they have forms of their own. */
export type AdviceKind = (typeof adviceKinds)[number]
export type ViewsKind = 'parental' | 'child-views'

export const isAdviceKind = (text: string): text is AdviceKind => (adviceKinds as readonly string[]).includes(text)

export const adviceKindWords: Record<AdviceKind, string> = {
  education: 'Education (school or college)', 'early-years': 'Early years and portage', sensory: 'Teacher of children with hearing or vision impairment',
  psychological: 'Educational psychology', medical: 'Medical', therapy: 'Therapy', 'mental-health': 'Mental health',
  'social-care': 'Social care', pfa: 'Preparing for adulthood', other: 'Other',
}

/** The letter of reg 6(1), or section 19, in words that a family knows too. */
export const itemWords: Record<AdviceItem, string> = {
  s19: 'The child’s or young person’s own views', a: 'The parent’s or young person’s views', b: 'Education', c: 'Health',
  d: 'Educational psychology', e: 'Social care', f: 'Others the council thinks right', g: 'Preparing for adulthood',
  h: 'Somebody the family asked for',
}

/** "regulation 6(1)(d)", "section 19" */
export const itemLaw = (item: AdviceItem): string => (item === 's19' ? 'section 19 and regulation 7' : `regulation 6(1)(${item})`)

export const requestStates = ['asked', 'received', 'given', 'returned', 'accepted', 'reused', 'excused', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** Nothing is waited for any more. */
export const isSettled = (state: RequestState): boolean =>
  state === 'given' || state === 'accepted' || state === 'reused' || state === 'excused' || state === 'withdrawn'
/** The adviser is to do something. */
export const isOpen = (state: RequestState): boolean => state === 'asked' || state === 'received' || state === 'returned'

export interface RequestDates {
  readonly state: RequestState
  readonly receivedOn?: string
}

/** The same to a family. */
export const familyStateWords: Record<RequestState, string> = {
  asked: 'We are waiting for it', received: 'It is being written', given: 'We have it', returned: 'We asked for more', accepted: 'We have it',
  reused: 'We use an older report', excused: 'We go on without it', withdrawn: 'Not needed any more',
}

export const stateWords: Record<RequestState, string> = {
  asked: 'Asked', received: 'Arrived, being written', given: 'Given', returned: 'Sent back to its author', accepted: 'Accepted',
  reused: 'Earlier advice used', excused: 'Going on without it', withdrawn: 'Withdrawn',
}
