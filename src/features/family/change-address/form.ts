import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addMonths } from '../../../domain/calendar/plain-date.ts'
import { parsePostcode } from '../../../domain/identifiers/contact-details.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { HouseholdHome } from './change-address.ts'

export function readAddress(form: FormBody, today: PlainDate): { value: HouseholdHome } | { errors: FieldError[] } {
  const lines = form.text('lines').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const postcode = form.text('postcode') === '' ? undefined : parsePostcode(form.text('postcode'))
  const household = form.text('household')
  const from = readDate(form, 'from', { what: 'The day they lived there from', latest: addMonths(today, 3) })
  const confidential = form.text('confidential')
  const errors: FieldError[] = [
    ...(lines.length === 0 ? [{ field: 'lines', message: 'Enter the address' }] : []),
    ...(lines.length > 6 || lines.some((line) => line.length > 100) ? [{ field: 'lines', message: 'Address must be 6 lines or fewer, each 100 characters or fewer' }] : []),
    ...(postcode !== undefined && !postcode.ok ? [{ field: 'postcode', message: 'Enter a full UK postcode, or leave it empty' }] : []),
    ...(household === '' || household.length > 60 ? [{ field: 'household', message: 'Enter whose home it is in 60 characters or fewer, such as mother’s home' }] : []),
    ...('error' in from ? [from.error] : []),
    ...(confidential !== 'yes' && confidential !== 'no' ? [{ field: 'confidential', message: 'Select yes if the address must be protected' }] : []),
  ]
  if (errors.length > 0 || 'error' in from) return { errors }
  return { value: { lines, household, isConfidential: confidential === 'yes', fromOn: from.value, ...(postcode?.ok === true ? { postcode: postcode.value } : {}) } }
}
