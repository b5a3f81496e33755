// What a request must hold before the hub lets it be sent. For families next to nothing, because the law asks for nothing
// (CFA 2014 s.36(1); Code of Practice 9.8 onwards). Professionals are asked for what the council would otherwise have to
// write back for: strengths, what was tried and its effect, and the child's and family's views. What arrives by letter or
// phone has been received whatever it lacks, so council staff writing it down are never stopped either.

import type { Requester } from './facts.ts'

export const requestAnswers = [
  'child-name', 'born-on', 'asker-name', 'asker-contact', 'parents', 'strengths', 'needs', 'support', 'attendance', 'outcomes',
  'child-views', 'family-views', 'family-knows',
] as const
export type RequestAnswer = (typeof requestAnswers)[number]

const families: readonly Requester[] = ['parent', 'young-person', 'other']
const settings: readonly Requester[] = ['school', 'post-16', 'early-years']

/** Families and others who are not at work fill in the short form, professionals the longer one. */
export const journeyOf = (madeBy: Requester): 'family' | 'professional' => (families.includes(madeBy) ? 'family' : 'professional')

/** The answers without which this request cannot be sent from here. */
export function compulsoryAnswers(madeBy: Requester, { isWrittenDown }: { isWrittenDown: boolean }): readonly RequestAnswer[] {
  if (isWrittenDown) return ['child-name', 'born-on', 'asker-name']
  if (journeyOf(madeBy) === 'family') return ['child-name', 'born-on', 'asker-name', 'asker-contact']
  // Attendance and outcomes at school are known to settings, not to a health visitor.
  return requestAnswers.filter((answer) => settings.includes(madeBy) || (answer !== 'attendance' && answer !== 'outcomes'))
}
