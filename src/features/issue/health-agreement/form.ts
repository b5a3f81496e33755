import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { HealthAgreement } from '../check-store.ts'

export function readAgreement(form: FormBody, today: PlainDate): { value: HealthAgreement } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const agreedBy = form.text('agreedBy')
  if (agreedBy === '') errors.push({ field: 'agreedBy', message: 'Enter who agreed for the health body' })
  const agreedOn = readDate(form, 'agreedOn', { what: 'The date of the agreement', latest: today })
  if ('error' in agreedOn) return { errors: [...errors, agreedOn.error] }
  if (errors.length > 0) return { errors }
  const note = form.text('note')
  return { value: { agreedBy, agreedOn: agreedOn.value, ...(note === '' ? {} : { note }) } }
}
