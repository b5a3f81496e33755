import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { recordMeeting } from '../record-review.ts'
import { refusalWords } from '../review-words.ts'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

const what = 'The day of the meeting'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const isOpen = mayAct('record-review-meeting', caseFile.parts, caseFile.stage) === 'yes'
    const document = view({ frame: ask.frame, caseFile, isOpen, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const on = readDate(ask.form, 'on', { what })
  const institution = ask.form.text('institution')
  const errors: FieldError[] = [
    ...('error' in on ? [on.error] : []),
    ...(institution === 'yes' || institution === 'no' ? [] : [{ field: 'institution', message: 'Say whether a setting held the review' }]),
  ]
  if (errors.length > 0 || 'error' in on) return form(ask, errors, ask.form.values())
  const done = await recordMeeting(ask, caseKeyOf(ask), { on: on.value, noInstitution: institution === 'no' })
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal, what) }], ask.form.values())
  return redirect(paths.caseReviews(caseKeyOf(ask), { done: 'recorded' }))
}
