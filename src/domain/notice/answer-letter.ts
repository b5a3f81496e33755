// The council's answer to what somebody of the family said of the draft plan or asked for with it (CFA 2014 s.38(2)(b); SEND
// Regulations 2014 reg 13(1)). Those who use the hub read it there; those who are written to get it on paper.

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { NoticeParagraph } from './notice.ts'
import type { Contact } from './particulars.ts'
import { contactWords } from './particulars.ts'

export interface AnswerParticulars {
  readonly council: string
  readonly sentOn: PlainDate
  readonly to: string
  /** What they said or asked for, in their own words; empty when they only marked a line to go. */
  readonly said: string
  readonly answer: string
  readonly officer: Contact
  /** What it is an answer to, as a heading; the draft plan where left out. */
  readonly about?: string
}

export const answerLetterTitle = 'Our answer to you'

export function answerLetter({ council, sentOn, to, said, answer, officer, about = 'What you told us about the draft plan' }: AnswerParticulars): NoticeParagraph[] {
  const contact = contactWords(officer)
  return [
    { text: `${council}. ${dateWords(sentOn)}.` },
    { text: `Dear ${to},` },
    { heading: about, text: said, isTyped: true },
    { heading: 'Our answer', text: answer, isTyped: true },
    ...(contact === '' ? [] : [{ heading: 'Who to talk to', text: `You can talk to us about this letter.\n${contact}` }]),
  ]
}

/** The e-mail that says an answer waits: read over a shoulder, it tells nothing of whom or what it is about. */
export const answerAlert = {
  subject: 'An answer is ready for you: sign in to read it',
  words: 'An answer is ready for you. Sign in to read it.\n\nWe do not put any details in this message, to keep them private. We never ask for a password by e-mail.',
} as const
