import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateIn } from '../journey/read-question.ts'
import { view } from './view.tsx'

interface Withdrawal {
  readonly by: string
  readonly on: PlainDate
  readonly councilStillResponsible: boolean
  readonly reason: string
}

/** A request taken back. It ends the case only when the council has also looked at whether it stays responsible (CFA 2014 s.24). */
export const withdrawRequest = act('withdraw-request', async (tx, caseFile, input: Withdrawal) => {
  if (caseFile.receivedOn !== undefined && input.on < caseFile.receivedOn) return refused({ kind: 'before-it-was-received' as const })
  await recordFact(tx, caseFile, { type: 'request-withdrawn', by: input.by, councilStillResponsible: input.councilStillResponsible }, { happenedOn: input.on, reason: input.reason })
  return ok(undefined)
})

function readWithdrawal(form: FormBody, today: PlainDate): { value: Withdrawal } | { errors: FieldError[] } {
  const [by, still, reason, on] = [form.text('by'), form.text('still'), form.text('reason'), dateIn('on', form)]
  const errors: FieldError[] = []
  if (by === '') errors.push({ field: 'by', message: 'Enter who took the request back' })
  if (on === undefined) errors.push({ field: 'on', message: 'Enter the day on which they told the council' })
  else if (on > today) errors.push({ field: 'on', message: 'The day on which they told the council must be today or in the past' })
  if (still !== 'yes' && still !== 'no') errors.push({ field: 'still', message: 'Select if the council stays responsible' })
  if (reason === '') errors.push({ field: 'reason', message: 'Enter the reasons' })
  if (by.length > 200) errors.push({ field: 'by', message: 'Who took it back must be 200 characters or fewer' })
  if (errors.length > 0 || on === undefined) return { errors }
  return { value: { by, on, councilStillResponsible: still === 'yes', reason } }
}

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
