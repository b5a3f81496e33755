import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { getMove } from '../move-store.ts'
import { sendOnMove } from '../order-acts.ts'
import { whatGoes } from '../what-goes-store.ts'
import { longestNote, view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  return { caseFile, move: await getMove(tx, caseFile, param(ask, 'moveId')), found: await whatGoes(tx, caseFile), today: tx.today }
})

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const document = view({ frame: ask.frame, ...await find(ask), errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const { found, move } = await find(ask)
  const shown = new Set(ask.form.all('shown'))
  const note = ask.form.text('note')
  const answers = found.papers.filter(({ id, hasCopy }) => hasCopy && shown.has(id)).map((paper) => ({ paper, answer: ask.form.text(`copy-${paper.id}`) }))
  const errors: FieldError[] = [
    ...answers.filter(({ answer }) => answer !== 'goes' && answer !== 'stays').map(({ paper }) => ({ field: `copy-${paper.id}`, message: `Select whether “${paper.title}” goes` })),
    ...(found.finalQuotesSealed && ask.form.text('quotes') !== 'yes' ? [{ field: 'quotes', message: 'Confirm that the final plan goes as it was issued' }] : []),
    ...(note.length > longestNote ? [{ field: 'note', message: `What you say must be ${longestNote.toLocaleString('en-GB')} characters or fewer` }] : []),
    ...(ask.form.text('looked') === 'yes' ? [] : [{ field: 'looked', message: 'Confirm that you looked at what goes' }]),
  ]
  if (errors.length > 0) return form(ask, errors, ask.form.values())
  const stays = answers.filter(({ answer }) => answer === 'stays').map(({ paper }) => paper.id)
  const goes = found.papers.filter(({ id }) => shown.has(id) && !stays.includes(id)).map(({ id }) => id)
  const done = await sendOnMove(ask, caseKeyOf(ask), { moveId: move.id, note, goes, leftOut: stays })
  if (done.ok) return redirect(paths.caseMove(caseKeyOf(ask), { done: 'move-ordered' }))
  const words = { 'sent-already': 'It is sent already', 'changed-meanwhile': 'What is on the case changed meanwhile. Look at the list again', 'not-at-this-stage': 'This cannot be sent at this stage of the case' } as const
  return form(ask, [{ field: 'looked', message: words[done.refusal.kind] }], ask.form.values())
}
