import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { tellAnswer } from '../tell-answer.ts'
import { answerWishRow, findWish } from '../wish-store.ts'
import { answerWords, wishKindWords } from './wish-words.tsx'

export interface WishAnswer {
  readonly wishId: string
  readonly answer: string
  /** For a meeting: the day that is offered. */
  readonly meetingOn?: PlainDate
}

/** Answers what the family asked for: a meeting that is asked for is given (SEND Regulations 2014 reg 13(1)(a)(ii)). */
export const answerWish = act('answer-wish', async (tx, caseFile, input: WishAnswer): Promise<Outcome<string, { kind: 'already-answered' }>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-wish')
  const wish = await findWish(tx, caseFile, input.wishId)
  if (wish === undefined) throw new NotFound('wish')
  const answered = await answerWishRow(tx, caseFile, wish.id, {
    answer: input.answer, by: tx.viewer.personId, ...(input.meetingOn === undefined ? {} : { meetingOn: input.meetingOn }),
  })
  if (!answered) return refused({ kind: 'already-answered' })
  await recordFact(tx, caseFile, { type: 'wish-answered', wishId: wish.id, kind: wish.kind })
  await tellAnswer(tx, caseFile, {
    who: wish.who, said: `${wishKindWords[wish.kind].family}: ${wish.words}`, answer: answerWords(input),
  })
  return ok(wish.id)
})
