// What a review asks of each line of the plan, and what an answer says about it: of an outcome how far it has come, of a provision
// whether it is delivered as written, of everything else whether it is still right. (SEND Regulations 2014, reg 20(5): progress
// towards the outcomes; CFA 2014 s.44(5): whether outcomes and provision remain appropriate.)

import type { LineKind } from '../plan/line.ts'

export const answersTo = {
  progress: ['met', 'good', 'some', 'none'],
  delivery: ['delivered', 'changed', 'ceased', 'not-delivered'],
  standing: ['still-right', 'changed'],
} as const
export type LineQuestion = keyof typeof answersTo
export type LineAnswer = (typeof answersTo)[LineQuestion][number]

const questions: Record<LineKind, LineQuestion> = {
  outcome: 'progress', provision: 'delivery', need: 'standing', view: 'standing', placement: 'standing', 'direct-payment': 'standing', 'none-identified': 'standing',
}
export const questionOf = (kind: LineKind): LineQuestion => questions[kind]

/** The answer that a text names, if it is one to this question. */
export const answerIn = (question: LineQuestion, text: string | undefined): LineAnswer | undefined => answersTo[question].find((one) => one === text)

/** The plan says something that is no longer so: what then should it say? */
export const saysPlanIsWrong = (answer: LineAnswer): boolean => answer === 'changed' || answer === 'ceased' || answer === 'met'

/** The words of the line stand. Help that is written rightly and not given confirms nothing: why it is not given may be the words. */
export const confirmsWords = (answer: LineAnswer): boolean => !saysPlanIsWrong(answer) && answer !== 'not-delivered'

/** From what asks most of the council to what asks least, so that the worst that anybody sees is what a report begins with. */
const gravest: readonly LineAnswer[] = ['not-delivered', 'ceased', 'changed', 'none', 'some', 'good', 'met', 'delivered', 'still-right']

export interface LineVoice {
  readonly answer: LineAnswer
  /** Of whoever writes the report. */
  readonly isConvenor: boolean
}

/** What a report begins with for a line: the convenor's own answer, else the gravest that was given. `differs` when people do not agree. */
export function concludeLine(voices: readonly LineVoice[]): { readonly answer?: LineAnswer; readonly differs: boolean } {
  const differs = new Set(voices.map(({ answer }) => answer)).size > 1
  const answer = voices.find(({ isConvenor }) => isConvenor)?.answer ?? gravest.find((one) => voices.some((voice) => voice.answer === one))
  return { differs, ...(answer === undefined ? {} : { answer }) }
}
