import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { answerLines } from './confirm-lines-act.ts'
import { answerField, readAnswers } from './form.ts'
import { readLinesToConfirm } from './lines-store.ts'
import { closedView, view } from './view.tsx'

async function find(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('confirm-lines', caseFile.parts, caseFile.stage, caseFile.isLimited)
    if (may === 'not-your-part') throw new NotAllowed('confirm-lines')
    if (may === 'not-at-this-stage') return { caseFile, closed: `Lines are gone through at a review, or while the plan is amended. ${stageWords[caseFile.stage].staff}` }
    return { caseFile, today: tx.today, found: await readLinesToConfirm(tx, caseFile) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const opened = await find(ask)
  if (opened.closed !== undefined) return page(closedView({ frame: ask.frame, ...opened }))
  return page(view({ frame: ask.frame, ...opened, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const opened = await find(ask)
  if (opened.closed !== undefined) return page(closedView({ frame: ask.frame, ...opened }), 422)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...opened, errors, values: ask.form.values() }))
  const answers = readAnswers(ask.form, opened.found.lines)
  if ('errors' in answers) return again(answers.errors)
  const done = await answerLines(ask, caseKeyOf(ask), answers.value)
  if (done.ok) return redirect(paths.confirmLines(opened.caseFile.key, { done: done.value.change > 0 ? 'lines-answered' : 'lines-confirmed' }))
  if (done.refusal.kind === 'not-at-this-stage') return page(closedView({ frame: ask.frame, caseFile: opened.caseFile, closed: 'The review has ended meanwhile, so nothing was saved.' }), 422)
  return again(done.refusal.lineIds.map((lineId) => ({ field: answerField(lineId), message: 'This line was changed after you opened the page. Read it again' })))
}
