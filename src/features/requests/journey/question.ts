// What a question of the journey is: data, from which its page, its reading, its row under "check your answers" and the
// read view for staff are all made.

import type { Requester } from '../../../domain/case-file/facts.ts'
import type { RequestAnswer } from '../../../domain/case-file/request-gateway.ts'

/** What was given to one question, by field name. In a question that repeats, field names end with "-1", "-2" … */
export type Values = Readonly<Record<string, string | readonly string[]>>
/** What was given so far, by question id. A question that was shown and left empty is there with empty values. */
export type Answers = Readonly<Record<string, Values>>

/** Who is speaking and of whom: pages speak of "your child", "you" or "the child". */
export interface Voice {
  readonly madeBy: Requester
  readonly isFamily: boolean
  /** A young person asking for themselves. */
  readonly isOwn: boolean
  /** Council staff write down what reached them another way. */
  readonly isWrittenDown: boolean
  /** "Rewan", or "your child" while the name is not known; "you" for a young person. */
  readonly child: string
}

export type Words = string | ((voice: Voice) => string)
export const say = (words: Words, voice: Voice): string => (typeof words === 'string' ? words : words(voice))

export type Check = 'postcode' | 'email' | 'phone' | 'upn' | 'nhs-number'

export interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

interface Named {
  readonly name: string
  readonly label: Words
  /** Its name where the answer is read back, when the label speaks to whoever fills it in. */
  readonly short?: string
  readonly hint?: Words
  /** Words of the error when it is left empty: only for what cannot be done without on this page. */
  readonly needed?: string
}

export type Field =
  | (Named & { readonly kind: 'text'; readonly check?: Check; readonly width?: 10 | 20; readonly autocomplete?: string })
  | (Named & { readonly kind: 'words'; readonly rows?: number })
  | (Named & { readonly kind: 'one-of'; readonly choices: readonly Choice[] })
  | (Named & { readonly kind: 'some-of'; readonly choices: readonly Choice[] })
  | (Named & { readonly kind: 'birth-date' })

export interface Question {
  readonly id: string
  readonly title: Words
  /** In the list of answers, when the title is long. */
  readonly short: string
  readonly intro?: readonly Words[]
  readonly fields: readonly Field[]
  /** Several of one kind: "parent or carer", at most so many. */
  readonly repeats?: { readonly label: string; readonly most: number }
  /** Seen by the SEND team alone: contact and safety. Otherwise also by those whom the team asks for advice. */
  readonly isPrivate?: boolean
  /** How several short answers are read back: as one line (a name), as lines (an address); else each with its label. */
  readonly readAs?: 'line' | 'lines'
  /** The answer of the gateway that this question gives, and whether values give it. */
  readonly gives?: readonly { readonly answer: RequestAnswer; readonly isGiven: (values: Values, answers: Answers) => boolean; readonly missing: Words }[]
  /** Whether it is asked at all, given what was answered so far. */
  readonly isAsked?: (answers: Answers) => boolean
}

export interface Task {
  readonly id: string
  readonly title: Words
  /** What staff read above the answers. */
  readonly short?: string
  readonly questions: readonly Question[]
}

export const textIn = (values: Values | undefined, name: string): string => {
  const value = values?.[name]
  return value === undefined ? '' : typeof value === 'string' ? value : value[0] ?? ''
}
export const choicesIn = (values: Values | undefined, name: string): readonly string[] => {
  const value = values?.[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

/** The rows of a question that repeats, field names bare; rows in which nothing was given are left out. */
export function rowsIn(question: Question, values: Values | undefined): Values[] {
  if (values === undefined) return []
  const rows = Array.from({ length: question.repeats?.most ?? 0 }, (_, index) => Object.fromEntries(
    question.fields.flatMap(({ name }): [string, string | readonly string[]][] => {
      const value = values[`${name}-${index + 1}`]
      return value === undefined ? [] : [[name, value]]
    })))
  return rows.filter((row) => Object.values(row).some((value) => value.length > 0))
}
