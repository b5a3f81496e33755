import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { closedView, closedWords, whyClosed } from '../closed.tsx'
import type { WishKind } from '../wish-store.ts'
import { findWish } from '../wish-store.ts'
import type { WishAnswer } from './answer-wish.ts'
import { answerWish } from './answer-wish.ts'
import { answerView, answerWishTitle, settingAnswers } from './answer-view.tsx'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const why = whyClosed(caseFile, 'answer-wish')
    const wish = await findWish(tx, caseFile, param(ask, 'wishId'))
    if (wish === undefined) throw new NotFound('wish')
    const document = why === undefined
      ? answerView({ frame: ask.frame, caseFile, wish, errors, values })
      : closedView({ frame: ask.frame, caseFile, title: answerWishTitle, why })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, wish } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, wish: await findWish(tx, opened, param(ask, 'wishId')) }
  })
  if (wish === undefined) throw new NotFound('wish')
  const given = readAnswer(ask.form, wish.kind, ask.house.clock.today())
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await answerWish(ask, caseKeyOf(ask), { wishId: wish.id, ...given.value })
  if (done.ok) return redirect(paths.wishes(caseFile.key, { done: 'wish-answered' }))
  const message = done.refusal.kind === 'already-answered' ? 'Somebody has answered this meanwhile: their answer stands' : closedWords(caseFile, done.refusal.stage)
  return form(ask, [{ field: 'answer', message }], ask.form.values())
}

function readAnswer(body: FormBody, kind: WishKind, today: PlainDate): { value: Omit<WishAnswer, 'wishId'> } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const words = body.text('answer')
  const first = kind === 'setting' ? settingAnswers.find(({ value }) => value === body.text('what')) : undefined
  if (kind === 'setting' && first === undefined) errors.push({ field: 'what', message: 'Select what you will do' })
  const date = kind === 'meeting' ? readDate(body, 'on', { what: 'The day of the meeting', earliest: today }) : undefined
  if (date !== undefined && 'error' in date) errors.push(date.error)
  if (words === '' && (kind !== 'setting' || first?.needsReason === true)) errors.push({ field: 'answer', message: 'Enter your answer' })
  if (words.length > 5_000) errors.push({ field: 'answer', message: 'Use 5,000 characters or fewer' })
  if (errors.length > 0) return { errors }
  return {
    value: {
      answer: [...(first === undefined ? [] : [first.words]), ...(words === '' ? [] : [words])].join(' '),
      ...(date !== undefined && 'value' in date ? { meetingOn: date.value } : {}),
    },
  }
}
