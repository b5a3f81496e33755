import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'

/** A release needs reasons that somebody could later be asked about. */
export function readRelease(form: FormBody): { value: { reason: string } } | { errors: FieldError[] } {
  const reason = form.text('reason')
  if (reason === '') return { errors: [{ field: 'reason', message: 'Enter why the plan goes on without this' }] }
  if (reason.length < 20) return { errors: [{ field: 'reason', message: 'Enter reasons that somebody else can follow, in a sentence or more' }] }
  return { value: { reason } }
}
