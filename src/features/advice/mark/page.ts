import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import { sentences } from '../../../platform/documents/sentences.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { getAdvice } from '../advice-store.ts'
import { listLines } from '../line-store.ts'
import { stageWords } from '../words.ts'
import type { Choice } from './form.ts'
import { readMarks } from './form.ts'
import { markLines } from './mark-lines.ts'
import { mayMark } from './may-mark.ts'
import { view } from './view.tsx'

async function gather(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const advice = await getAdvice(tx, caseFile, param(ask, 'adviceId'))
    if (!mayMark(tx, caseFile, advice)) throw new NotAllowed('mark-advice')
    return { caseFile, advice, lines: await listLines(tx, caseFile, advice), sentences: sentences(advice.reportText, advice.blocks) }
  })
}

async function answer(ask: Ask, errors: FormErrors, choices: readonly Choice[], values: FormValues | undefined): Promise<Reply> {
  const gathered = await gather(ask)
  const lost = Number(ask.query.text('lost'))
  const document = view({ frame: ask.frame, ...gathered, errors, choices, values, marksLost: Number.isInteger(lost) && lost > 0 ? lost : 0 })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [], [], undefined)

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, advice, sentences: all } = await gather(ask)
  const form = readMarks(ask.form, advice.reportText, all)
  if ('errors' in form) return answer(ask, form.errors, form.choices, ask.form.values())
  const marked = await markLines(ask, caseKeyOf(ask), { ...form.value, adviceId: advice.id, textLength: Number(ask.form.text('textLength')) })
  if (!marked.ok) {
    const message = marked.refusal.kind === 'report-changed' ? 'The report was changed after you opened this page. Look at it again below, then mark' : stageWords(marked.refusal)
    return answer(ask, [{ field: 'words', message }], [], undefined)
  }
  const key = { ...caseFile.key, adviceId: advice.id }
  // Exact words are given one after the other, so the page comes back after each.
  const goesOn = ask.form.text('next') !== 'done'
  return redirect(goesOn ? `${paths.markAdvice(key, { done: 'lines-marked' })}#words-title`
    : advice.state === 'working' || advice.state === 'returned' ? paths.sendAdvice(key) : paths.advice(key, { done: 'lines-marked' }))
}
