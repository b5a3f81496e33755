import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { Question } from '../decision-store.ts'
import { stageWords } from '../stage-words.ts'
import { afterPanel } from './after-panel.ts'
import { readPanel } from './form.ts'
import { recordPanel } from './record-panel.ts'
import { view } from './view.tsx'

function questionOf(ask: Ask): Question {
  const question = param(ask, 'question')
  if (question !== 'assess' && question !== 'issue') throw new NotFound('question')
  return question
}

export async function show(ask: Ask): Promise<Reply> {
  const caseFile = await read(ask, (tx) => openCaseFile(tx, caseKeyOf(ask)))
  return page(view({ frame: ask.frame, caseFile, question: questionOf(ask), back: afterPanel(ask.viewer, caseFile.key, questionOf(ask)), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const question = questionOf(ask)
  const form = readPanel(ask.form, question, ask.house.clock.today())
  const again = async (errors: readonly { field: string; message: string }[]): Promise<Reply> => {
    const caseFile = await read(ask, (tx) => openCaseFile(tx, caseKeyOf(ask)))
    return wrongForm(view({ frame: ask.frame, caseFile, question, back: afterPanel(ask.viewer, caseFile.key, question), errors, values: ask.form.values() }))
  }
  if ('errors' in form) return again(form.errors)
  const done = await recordPanel(ask, caseKeyOf(ask), { ...form.value, question })
  if (!done.ok) return again([{ field: 'advice', message: stageWords(done.refusal) }])
  return redirect(afterPanel(ask.viewer, caseKeyOf(ask), question, { done: 'recorded' }))
}
