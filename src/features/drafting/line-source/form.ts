import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Source } from '../../../domain/plan/line.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'

/** Who said it, and on which day. */
export function readSaid(form: FormBody, today: PlainDate): { value: Source } | { errors: FieldError[] } {
  const by = form.text('saidBy')
  const on = readDate(form, 'saidOn', { what: 'The date on which it was said', latest: today })
  const errors = [
    ...(by === '' ? [{ field: 'saidBy', message: 'Enter who said it' }] : by.length > 200 ? [{ field: 'saidBy', message: 'Who said it must be 200 characters or fewer' }] : []),
    ...('error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || 'error' in on) return { errors }
  return { value: { kind: 'said', by, on: on.value } }
}
