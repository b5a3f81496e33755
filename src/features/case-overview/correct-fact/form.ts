import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { dateFromParts } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'

export const longestReason = 1000

export function readCorrection(form: FormBody): { value: { happenedOn: PlainDate; reason: string } } | { errors: FieldError[] } {
  const part = (name: string): number => Number(form.text(`happened-${name}`) || NaN)
  const happenedOn = dateFromParts(part('year'), part('month'), part('day'))
  const reason = form.text('reason')
  const errors: FieldError[] = []
  if (happenedOn === undefined) errors.push({ field: 'happened', message: 'Enter the day it happened as a real date, such as 3 3 2026' })
  if (reason === '') errors.push({ field: 'reason', message: 'Enter why the record is being corrected' })
  if (reason.length > longestReason) errors.push({ field: 'reason', message: `Reason must be ${longestReason.toLocaleString('en-GB')} characters or fewer` })
  return happenedOn === undefined || errors.length > 0 ? { errors } : { value: { happenedOn, reason } }
}
