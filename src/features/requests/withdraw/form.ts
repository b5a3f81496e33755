import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { Withdrawal } from './withdraw-request.ts'

export function readWithdrawal(form: FormBody, today: PlainDate): { value: Withdrawal } | { errors: FieldError[] } {
  const [by, still, reason] = [form.text('by'), form.text('still'), form.text('reason')]
  const on = readDate(form, 'on', { what: 'The day on which they told the council', latest: today })
  const errors: FieldError[] = []
  if (by === '') errors.push({ field: 'by', message: 'Enter who took the request back' })
  if ('error' in on) errors.push(on.error)
  if (still !== 'yes' && still !== 'no') errors.push({ field: 'still', message: 'Select if the council stays responsible' })
  if (reason === '') errors.push({ field: 'reason', message: 'Enter the reasons' })
  if (by.length > 200) errors.push({ field: 'by', message: 'Who took it back must be 200 characters or fewer' })
  if (errors.length > 0 || 'error' in on) return { errors }
  return { value: { by, on: on.value, councilStillResponsible: still === 'yes', reason } }
}
