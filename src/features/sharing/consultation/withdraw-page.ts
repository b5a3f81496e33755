import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { closedView, closedWords, whyClosed } from '../closed.tsx'
import { findConsultation } from '../consultation-store.ts'
import { withdrawConsultation } from './withdraw-consultation.ts'
import { withdrawTitle, withdrawView } from './withdraw-view.tsx'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const why = whyClosed(caseFile, 'withdraw-consultation')
    const consultation = await findConsultation(tx, caseFile, param(ask, 'consultationId'))
    if (consultation === undefined) throw new NotFound('consultation')
    const document = why === undefined
      ? withdrawView({ frame: ask.frame, caseFile, consultation, errors, values })
      : closedView({ frame: ask.frame, caseFile, title: withdrawTitle, why })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const caseFile = await read(ask, (tx) => openCaseFile(tx, caseKeyOf(ask)))
  const reason = ask.form.text('reason')
  if (reason === '') return form(ask, [{ field: 'reason', message: 'Enter why it is closed' }], ask.form.values())
  if (reason.length > 1_000) return form(ask, [{ field: 'reason', message: 'Use 1,000 characters or fewer' }], ask.form.values())
  const done = await withdrawConsultation(ask, caseFile.key, { consultationId: param(ask, 'consultationId'), reason })
  if (done.ok) return redirect(paths.consultSettings(caseFile.key, { done: 'consultation-closed' }))
  return form(ask, [{ field: 'reason', message: done.refusal.kind === 'already-closed' ? 'It has been closed already' : closedWords(caseFile, done.refusal.stage) }], ask.form.values())
}
