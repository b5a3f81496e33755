import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateIn } from '../journey/read-question.ts'
import type { Withdrawal } from './withdraw-request.ts'

export function readWithdrawal(form: FormBody, today: PlainDate): { value: Withdrawal } | { errors: FieldError[] } {
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
