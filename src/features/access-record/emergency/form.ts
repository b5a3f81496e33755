import type { EmergencyReason } from '../../../domain/access/emergency.ts'
import { isEmergencyReason } from '../../../domain/access/emergency.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'

export interface EmergencyForm {
  readonly reason: EmergencyReason
  readonly words: string
  readonly area: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
}

export const longestReason = 1000
const shortestReason = 10
const longestName = 200

/** Reads the form. The reason comes first, on the page and here: without one nothing is looked for. */
export function readEmergency(form: FormBody, areas: readonly string[], today: PlainDate): { value: EmergencyForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const wrong = (field: string, message: string): void => { errors.push({ field, message }) }
  const reason = form.text('reason')
  const words = form.text('words')
  const area = form.text('area')
  const names = (['givenName', 'familyName'] as const).map((field) => form.text(field))
  const [givenName = '', familyName = ''] = names
  if (!isEmergencyReason(reason)) wrong('reason', 'Select why you need to see the record now')
  if (words.length < shortestReason) wrong('words', 'Say in a sentence what has happened')
  if (words.length > longestReason) wrong('words', `What has happened must be ${longestReason.toLocaleString('en-GB')} characters or fewer`)
  if (!areas.includes(area)) wrong('area', 'Select the area')
  if (givenName === '') wrong('givenName', 'Enter the child’s first name')
  if (familyName === '') wrong('familyName', 'Enter the child’s last name')
  if (givenName.length > longestName) wrong('givenName', `First name must be ${longestName} characters or fewer`)
  if (familyName.length > longestName) wrong('familyName', `Last name must be ${longestName} characters or fewer`)
  const born = readDate(form, 'bornOn', { what: 'The date of birth', latest: today })
  if ('error' in born) errors.push(born.error)
  if (form.text('understood') !== 'yes') wrong('understood', 'Confirm that you have read what this means')
  if (errors.length > 0 || !isEmergencyReason(reason) || 'error' in born) return { errors }
  return { value: { reason, words, area, givenName, familyName, bornOn: born.value } }
}
