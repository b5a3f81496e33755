// A place in a report that may have to be removed for a reader, with why, and how it was found.

import type { Place } from './folded.ts'
import type { RemovalReason } from './reasons.ts'

export const findings = ['name-on-record', 'name-introduced', 'titled-name', 'phone', 'email', 'postcode', 'address', 'date-of-birth', 'number', 'kept-out', 'typed'] as const
export type FoundAs = (typeof findings)[number]

export const foundAsWords: Record<FoundAs, string> = {
  'name-on-record': 'Name of somebody on record', 'name-introduced': 'Name said to be a relative, partner or friend', 'titled-name': 'Name with a title',
  phone: 'Phone number', email: 'Email address', postcode: 'Postcode', address: 'Address', 'date-of-birth': 'Date of birth', number: 'NHS number or UPN',
  'kept-out': 'Words noted to be kept out', typed: 'Words that were typed in',
}

export interface Passage extends Place {
  readonly reason: RemovalReason
  readonly foundAs: FoundAs
}
