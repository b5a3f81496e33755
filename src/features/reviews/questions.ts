// The free questions of a part for the review: one set for each kind of invitee, in words that they would use.

import type { InviteePart } from '../../domain/review/invitees.ts'

export interface FreeQuestion {
  readonly key: string
  readonly question: string
  readonly hint?: string
}

const parents: readonly FreeQuestion[] = [
  { key: 'well', question: 'What is going well?' },
  { key: 'not-well', question: 'What is not going well?' },
  { key: 'hopes', question: 'What do you hope for in the next year, and later?' },
  { key: 'should-change', question: 'What should change in the plan?' },
]
const child: readonly FreeQuestion[] = [
  { key: 'like', question: 'What do you like? What are you good at?' },
  { key: 'hard', question: 'What is hard?' },
  { key: 'helps', question: 'What helps you? Who helps you?' },
  { key: 'future', question: 'What do you want to do next, and when you are older?' },
]
const childFor: readonly FreeQuestion[] = [
  { key: 'like', question: 'What do they like, and what are they good at?' },
  { key: 'hard', question: 'What do they find hard?' },
  { key: 'helps', question: 'What helps them, and who?' },
  { key: 'future', question: 'What do they want to do next, and when they are older?' },
]
const setting: readonly FreeQuestion[] = [
  { key: 'progress', question: 'How is the child getting on?', hint: 'Since the last review: learning, attendance, friends, wellbeing' },
  { key: 'placement', question: 'Is this still the right setting, and what would make it better?' },
]
const staff: readonly FreeQuestion[] = [{ key: 'advice', question: 'Is there anything else that the review should know?', hint: 'Leave it empty if the lines say it all' }]

/** `isOwn`: a child or young person answers for themselves. */
export function questionsFor(part: InviteePart, isOwn: boolean): readonly FreeQuestion[] {
  switch (part) {
    case 'parent': return parents
    case 'child':
    case 'young-person': return isOwn ? child : childFor
    case 'setting': return setting
    default: return staff
  }
}

/** A question by its key, as papers and reports head its answer. */
export const questionWords = (key: string): string => headings[key] ?? 'What they said'

const headings: Readonly<Record<string, string>> = {
  well: 'What is going well', 'not-well': 'What is not going well', hopes: 'Hopes', 'should-change': 'What should change',
  like: 'Likes and is good at', hard: 'Finds hard', helps: 'What and who helps', future: 'What next, and when older',
  progress: 'How the child is getting on', placement: 'The setting', advice: 'Anything else',
}

/** How a child was asked (CFA 2014 s.19(a), (c)). */
export const gatherings = {
  talked: 'By talking', pictures: 'With pictures, symbols or cards', drawing: 'By drawing or making something', signing: 'With signs', watching: 'By watching how they are and what they choose',
  video: 'With photos or video', written: 'In writing', interpreter: 'Through an interpreter',
} as const
