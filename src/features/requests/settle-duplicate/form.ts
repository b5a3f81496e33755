import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { SettleInput } from './settle-duplicate.ts'

/** Fields carry the duplicate's number on the page, because several may stand there together. */
export function readSettle(form: FormBody): { value: SettleInput } | { errors: FieldError[] } {
  const id = form.text('duplicate')
  const as = form.text(`as-${id}`)
  const reason = form.text(`reason-${id}`)
  const errors: FieldError[] = []
  if (as !== 'same-child' && as !== 'different-children') errors.push({ field: `as-${id}`, message: 'Select if this is the same child' })
  if (reason === '') errors.push({ field: `reason-${id}`, message: 'Enter how you know' })
  else if (reason.length > 2000) errors.push({ field: `reason-${id}`, message: 'How you know must be 2,000 characters or fewer' })
  if (errors.length > 0 || (as !== 'same-child' && as !== 'different-children')) return { errors }
  return { value: { duplicateId: id, as, reason, bring: form.all(`bring-${id}`) } }
}
