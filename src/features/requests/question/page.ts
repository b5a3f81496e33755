import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { keepsChildren } from '../../../casebook/house.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormValues } from '../../../ui/form.tsx'
import { draftDoor, eachTime, openDraft, toSent } from '../draft-door.ts'
import type { Draft } from '../draft-store.ts'
import { listSettingsCalled } from '../draft-store.ts'
import { findQuestion, questionAfter } from '../journey/journey.ts'
import type { Choice, Question } from '../journey/question.ts'
import { rowsIn, textIn } from '../journey/question.ts'
import { formValuesOf, readQuestion } from '../journey/read-question.ts'
import { saveAnswer } from './save-answer.ts'
import { view } from './view.tsx'

type Found = Readonly<Record<string, readonly Choice[]>>

async function open(ask: Ask): Promise<{ draft: Draft; question: Question; found: Found }> {
  return read(ask, async (tx) => {
    const draft = await openDraft(tx, draftDoor(ask))
    const question = findQuestion(draft, param(ask, 'question'))?.question
    if (question === undefined && draft.sentAt === undefined) throw new NotFound('question')
    return { draft, question: question ?? { id: '', short: '', title: '', fields: [] }, found: question?.id === 'which-setting' ? await settingChoices(tx, draft) : {} }
  })
}

/** Settings called something like what was typed, and a way out: the name is then kept as typed. */
async function settingChoices(tx: Tx, draft: Draft): Promise<Found> {
  const settings = await listSettingsCalled(tx, textIn(draft.answers['setting'], 'settingName'))
  return { settingId: [...settings.map(({ id, name, type }) => ({ value: id, text: name, ...(type === null ? {} : { hint: type }) })), { value: 'none', text: 'None of these', hint: 'We keep the name as you typed it' }] }
}

export async function show(ask: Ask): Promise<Reply> {
  const { draft, question, found } = await open(ask)
  if (draft.sentAt !== undefined) return toSent(draftDoor(ask))
  // Nothing on file is called like this: there is nothing to choose from.
  if (question.id === 'which-setting' && found['settingId']?.length === 1) return onwards(ask, draft, question.id)
  const values = formValuesOf(question, draft.answers[question.id])
  return page(view({ frame: ask.frame, draft, question, found, values, errors: [], rows: Math.max(1, rowsIn(question, draft.answers[question.id]).length), isChange: isChange(ask) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { draft, question, found } = await open(ask)
  const door = draftDoor(ask)
  if (draft.sentAt !== undefined) return toSent(door)
  const change = ask.form.text('change')
  const again = (values: FormValues, errors: Parameters<typeof view>[0]['errors'], rows: number): Reply =>
    (errors.length > 0 ? wrongForm : page)(view({ frame: ask.frame, draft, question, found, values, errors, rows, isChange: isChange(ask) }))
  if (question.repeats !== undefined && change !== '') {
    // One row more or fewer: what was typed comes back, nothing is judged or saved yet.
    const rows = rowsShown(question, ask.form)
    return change === 'add' ? again(ask.form.values(), [], Math.min(rows + 1, question.repeats.most)) : again(withoutRow(question, ask.form, Number(change.replace('remove-', ''))), [], Math.max(rows - 1, 1))
  }
  const form = readQuestion(question, ask.form, ask.house.clock.today(), keepsChildren(ask.house))
  const isOffered = question.id !== 'which-setting' || found['settingId']?.some(({ value }) => value === ask.form.text('settingId'))
  if ('errors' in form) return again(ask.form.values(), form.errors, rowsShown(question, ask.form))
  if (!isOffered) return again(ask.form.values(), [{ field: 'settingId', message: 'Select which one it is' }], 1)
  const saved = await saveAnswer(eachTime(ask), door, { question: question.id, values: form.values })
  return saved.ok ? onwards(ask, { ...draft, answers: saved.value }, question.id) : toSent(door)
}

const isChange = (ask: Ask): boolean => ask.query.text('from') === 'check'

/** To the next question of the task; back to the check page for somebody who came from there, unless a new question opened. */
function onwards(ask: Ask, draft: Draft, questionId: string): Reply {
  const next = questionAfter(draft, questionId)
  if (isChange(ask)) {
    const opens = next !== undefined && draft.answers[next.id] === undefined && (next.id === 'which-setting' || next.id === 'other-parents')
    return redirect(opens ? paths.requestQuestion({ ...draft.key, question: next.id }, { from: 'check' }) : paths.requestCheck(draft.key))
  }
  // The setting is known already by its exact name, or by where the person works.
  if (next?.id === 'which-setting' && draft.answers['which-setting'] !== undefined) return onwards(ask, draft, next.id)
  return redirect(next === undefined ? paths.requestTasks(draft.key) : paths.requestQuestion({ ...draft.key, question: next.id }))
}

function rowsShown(question: Question, form: FormBody): number {
  const numbers = form.names().flatMap((name) => {
    const [, field, number] = /^(.+)-(\d+)$/.exec(name) ?? []
    return question.fields.some((one) => one.name === field) ? [Number(number)] : []
  })
  return Math.min(Math.max(1, ...numbers), question.repeats?.most ?? 1)
}

/** Everything typed, with one row taken out and those after it moved up. */
function withoutRow(question: Question, form: FormBody, out: number): FormValues {
  const rows = Array.from({ length: rowsShown(question, form) }, (_, index) => index + 1).filter((number) => number !== out)
  return Object.fromEntries(rows.flatMap((number, index) => question.fields.map((field) => [`${field.name}-${index + 1}`, form.all(`${field.name}-${number}`)])))
}
