import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { reassessmentToJoin } from '../../../casebook/reassessments.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { changeOutcomes } from '../../../domain/review/change-said.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import type { ChangeSaid } from '../change-store.ts'
import { findChange } from '../change-store.ts'
import { closedView } from '../closed-view.tsx'
import type { AnswerRefusal } from './answer-change.ts'
import { answerChange } from './answer-change.ts'
import { askerOf } from './asker-of.ts'
import type { AssessedAgain } from './view.tsx'
import { answerTitle, longestReasons, view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  const may = mayAct('answer-change', caseFile.parts, caseFile.stage, caseFile.isLimited)
  if (may === 'not-your-part') throw new NotAllowed('answer-change')
  const change = await findChange(tx, caseFile, param(ask, 'changeId'))
  if (change === undefined) throw new NotFound('change')
  return { caseFile, change, today: tx.today, again: await howAssessedAgain(tx, caseFile, change), ...(may === 'yes' ? {} : { closed: stageWords[caseFile.stage].staff }) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { closed, ...found } = await find(ask)
  if (closed !== undefined) return page(closedView({ frame: ask.frame, caseFile: found.caseFile, title: answerTitle, why: `This cannot be decided now. ${closed}` }))
  return page(view({ frame: ask.frame, ...found, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { closed, ...found } = await find(ask)
  if (closed !== undefined) return page(closedView({ frame: ask.frame, caseFile: found.caseFile, title: answerTitle, why: `This cannot be decided now. ${closed}` }), 422)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const outcome = changeOutcomes.find((one) => one === ask.form.text('outcome'))
  const reasons = ask.form.text('reasons')
  const errors: FieldError[] = [
    ...(outcome === undefined ? [{ field: 'outcome', message: 'Select what follows' }] : []),
    ...(reasons === '' ? [{ field: 'reasons', message: 'Enter why' }] : reasons.length > longestReasons ? [{ field: 'reasons', message: `Why must be ${longestReasons.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (errors.length > 0 || outcome === undefined) return again(errors)
  const done = await answerChange(ask, caseKeyOf(ask), { changeId: found.change.id, outcome, reasons })
  if (done.ok) return redirect(done.value.reassessmentId === undefined ? paths.changes(found.caseFile.key, { done: 'change-answered' }) : paths.reassessments(found.caseFile.key, { done: 'change-answered' }))
  return again([{ field: 'outcome', message: refusalWords(done.refusal) }])
}

function refusalWords(refusal: AnswerRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'already-answered': return 'Somebody has decided this meanwhile: their decision stands and yours was not sent'
    case 'not-at-this-stage': return 'The plan is not in force any more, so nothing was decided'
    case 'not-your-decision': return 'Whoever said this cannot ask for a new assessment, so somebody with the power to decide begins it'
    case 'under-way': return 'A new assessment is under way already. Read this page again'
    case 'nobody-to-tell': return 'Nobody of the family is on this case, so the letter cannot be sent. Record a family member first'
    case 'notice-incomplete': return `The letter to the family cannot be sent yet. The law asks for: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}`
  }
}

/** What "a new assessment" would be here: it joins one that is open, is asked for by who said it, is the council's own, or is not this viewer's to begin. */
async function howAssessedAgain(tx: Tx, caseFile: CaseFile, change: ChangeSaid): Promise<AssessedAgain> {
  if (reassessmentToJoin(caseFile) !== undefined) return 'joins'
  if (await askerOf(tx, caseFile, change) !== undefined) return 'asked'
  return caseFile.open.includes('decide-reassessment') ? 'own' : 'not-yours'
}
