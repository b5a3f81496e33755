// What is wrong with a list of facts, each with its place in the list and why. Nothing is told of a case until all of it is put
// right: a clock made from facts that contradict each other would be a guess.

import { dateWords } from '../calendar/date-words.ts'
import type { Compiled } from './compile.ts'
import { dayOfText } from './day-arithmetic.ts'
import type { ClockEvent } from './events.ts'
import type { Prepared } from './prepare.ts'

export type FactProblem =
  | 'no-such-fact' | 'no-such-day' | 'in-the-future' | 'recorded-in-the-future' | 'before-birth' | 'before-what-it-answers' | 'two-answers' | 'ends-before-it-starts'
  | 'corrects-nothing' | 'corrects-another-kind' | 'corrected-twice' | 'no-law-for-that-day' | 'calendar-year-missing' | 'no-terms-for-setting' | 'said-differently' | 'needs-more' | 'excuses-nothing'

export interface FactRefusal {
  readonly kind: FactProblem
  /** Places in the list of facts: the fact that cannot stand, and the other one where two contradict each other. */
  readonly fact: number
  readonly other?: number
  /** The field of the fact that is wrong, where it is one. */
  readonly field?: string
  readonly why: string
}

/** Facts that are wrong by themselves: no such day, a day that is still to come, an end before its start. */
export function checkFact(event: ClockEvent, fact: number, day: number, today: number, refusals: FactRefusal[]): void {
  const say = (kind: FactProblem, why: string, field?: string) => refusals.push({ kind, fact, why, ...(field === undefined ? {} : { field }) })
  if (Number.isNaN(day)) say('no-such-day', `${String(event.on)} is not a day of the calendar.`, 'on')
  else if (day > today) say('in-the-future', `It is dated ${dateWords(event.on)}, which is still to come.`, 'on')
  if (event.recordedOn !== undefined) {
    const recorded = dayOfText(event.recordedOn)
    if (Number.isNaN(recorded)) say('no-such-day', `${String(event.recordedOn)} is not a day of the calendar.`, 'recordedOn')
    else if (recorded > today) say('recorded-in-the-future', `It was recorded on ${dateWords(event.recordedOn)}, which is still to come.`, 'recordedOn')
    else if (recorded < day) say('in-the-future', `It was recorded on ${dateWords(event.recordedOn)}, before it happened.`, 'recordedOn')
  }
  switch (event.type) {
    case 'excuse-claimed': {
      const ends = (from: string | undefined, to: string | undefined, field: string, least: number, what: string): void => {
        if (from === undefined || to === undefined) return
        if (dayOfText(to) - dayOfText(from) < least) say('ends-before-it-starts', what, field)
      }
      ends(event.closedFrom, event.reopens, 'reopens', 1, 'The setting reopens before it closes.')
      ends(event.from, event.to, 'to', 0, 'It ends before it begins.')
      break
    }
    case 'phase-transfer-due': {
      const field = event.kind === 'post-16-to-post-16' ? 'transferOn' : 'year'
      if (event[field] === undefined) say('needs-more', `A move of this kind is dated by its ${field === 'year' ? 'year' : 'day'}.`, field)
      break
    }
    case 'agreement-made':
      if (event.issues === 'appealable' && event.kind === undefined && event.otherDay === undefined) {
        say('needs-more', 'An agreement on what can be appealed has the effect of an order: the kind of order is missing.', 'kind')
      }
      break
    default:
  }
}

/**
 * A decision before its request, an answer before its question: refused when the facts know of the question and have it later.
 * When they know of none, the case began elsewhere, and nothing is contradicted.
 */
export function checkOrder(waiting: readonly Prepared[], facts: readonly Prepared[], refusals: FactRefusal[]): void {
  for (const answer of waiting) {
    const ranks = answer.handler.answers
    const question = facts.find((fact) => ranks.includes(fact.handler.rank) && fact.day > answer.day
      && (answer.event.about === undefined || fact.event.about === undefined || fact.event.about === answer.event.about))
    if (question === undefined) continue
    refusals.push({
      kind: 'before-what-it-answers', fact: answer.index, other: question.index,
      why: `On ${dateWords(answer.event.on)} ${answer.handler.kind.says}, but only on ${dateWords(question.event.on)} ${question.handler.kind.says}.`,
    })
  }
}

/** Two answers to one question, unless an order, a concession, an agreement or a reconsideration came between. */
export class Answers {
  readonly #given: { readonly key: string | undefined; readonly fact: Prepared; readonly outcome: string }[] = []
  #reopenedOn = Number.NEGATIVE_INFINITY

  read(fact: Prepared, key: string | undefined, refusals: FactRefusal[]): void {
    if (fact.handler.decides === 'opens-again') this.#reopenedOn = fact.day
    if (fact.handler.decides !== 'answers' || !('outcome' in fact.event)) return
    const { outcome } = fact.event
    const first = this.#given.findLast((given) => given.fact.handler === fact.handler && given.key === key)
    this.#given.push({ key, fact, outcome })
    if (first === undefined || first.outcome === outcome || this.#reopenedOn >= first.fact.day) return
    if ('reconsidered' in fact.event && fact.event.reconsidered === true) return
    refusals.push({
      kind: 'two-answers', fact: fact.index, other: first.fact.index,
      why: `The same question was answered “${first.outcome}” on ${dateWords(first.fact.event.on)} and “${outcome}” on ${dateWords(fact.event.on)}, with nothing between them that opened it again.`,
    })
  }
}

/** A clock that would start on a day for which the packs know no law. */
export function noLaw(fact: Prepared, id: string, refusals: FactRefusal[]): void {
  if (refusals.some(({ kind, fact: index }) => kind === 'no-law-for-that-day' && index === fact.index)) return
  refusals.push({ kind: 'no-law-for-that-day', fact: fact.index, why: `No pack holds the law of ${dateWords(fact.event.on)} for ${id}.` })
}

export const noSuchFact = (compiled: Compiled, event: ClockEvent, fact: number): FactRefusal | undefined =>
  compiled.handlers.has(event.type) ? undefined : { kind: 'no-such-fact', fact, field: 'type', why: `“${String(event.type)}” is no fact that the clocks read.` }
