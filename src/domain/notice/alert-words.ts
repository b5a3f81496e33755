// The e-mail or text that says something is waiting. It can be read over a shoulder or on a shared phone, so it is made
// from the kind of thing and a date, and from nothing else: no name, school, diagnosis or decision can come into it. Both
// outcomes of a decision give the very same words, and the same day or none, or the alert itself would tell.

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { NoticeKind } from './required-content.ts'

export interface AlertWords {
  readonly subject: string
  readonly email: string
  /** At most 160 characters of the plain alphabet: one text message. */
  readonly textMessage: string
}

type Thing = { readonly words: string; readonly asks?: string }

const letter: Thing = { words: 'A letter is ready for you' }

const things: Record<NoticeKind, Thing> = {
  'assessment-considered': { words: 'A letter is ready for you', asks: 'Please answer' },
  'will-assess': letter,
  'refuse-to-assess': letter,
  'will-issue-plan': letter,
  'refuse-plan': letter,
  'final-plan': letter,
  delay: letter,
  'transfer-in': letter,
  'draft-plan': { words: 'A document is ready for you', asks: 'Please answer' },
  'review-invitation': { words: 'An invitation is ready for you', asks: 'Please answer' },
  'review-papers': { words: 'A document is ready for you' },
  'review-report': letter,
  'review-called-off': { words: 'A notice is ready for you' },
  'plan-kept': letter,
  'amendment-notice': { words: 'A document is ready for you', asks: 'Please answer' },
  'amended-plan': letter,
  'not-amending': letter,
  'review-told': { words: 'A notice is ready for you' },
  'considering-ceasing': { words: 'A letter is ready for you', asks: 'Please answer' },
  'ceasing-asked': { words: 'A request is ready for you', asks: 'Please answer' },
  cease: letter,
  'not-ceasing': letter,
  'will-reassess': letter,
  'refuse-reassessment': letter,
  'bodies-told': { words: 'A notice is ready for you' },
  consultation: { words: 'A request is ready for you', asks: 'Please answer' },
}

/** `dueOn` is shown only for things that ask for an answer: after a decision, a last day to appeal would give it away. */
export function alertWords(kind: NoticeKind, dueOn?: PlainDate): AlertWords {
  const { asks, words } = things[kind]
  const date = asks !== undefined && dueOn !== undefined ? ` ${asks} by ${dateWords(dueOn)}.` : ''
  const said = `${words}.${date} Sign in to read it.`
  return {
    subject: `${words}: sign in to read it`,
    email: `${said}\n\nWe do not put any details in this message, to keep them private. We never ask for a password by e-mail.`,
    textMessage: said,
  }
}
