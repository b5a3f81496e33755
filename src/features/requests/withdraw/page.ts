import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readWithdrawal } from './form.ts'
import { view } from './view.tsx'
import { withdrawRequest } from './withdraw-request.ts'

const open = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'family-details')
  return caseFile
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, caseFile: await open(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const caseFile = await open(ask)
  const again = (errors: FieldError[]): Reply => wrongForm(view({ frame: ask.frame, caseFile, errors, values: ask.form.values() }))
  const form = readWithdrawal(ask.form, ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const withdrawn = await withdrawRequest(ask, caseFile.key, form.value)
  if (withdrawn.ok) return redirect(paths.caseRequest(caseFile.key, { done: 'recorded' }))
  return again([withdrawn.refusal.kind === 'not-at-this-stage'
    ? { field: 'by', message: 'The council has decided on this request already, so it can no longer be taken back here' }
    : { field: 'on', message: 'The day must not be before the request was received' }])
}
