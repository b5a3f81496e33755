import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addMonths } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { KnownMember } from '../family-store.ts'
import { fieldReader } from '../read-fields.ts'
import { howKnownChoices } from '../words.ts'
import type { AddressInput } from './change-address.ts'

export const letterKinds = ['care-of', 'po-box', 'refuge-post'] as const

export function readAddress(form: FormBody, members: readonly KnownMember[], today: PlainDate): { value: AddressInput } | { errors: FieldError[] } {
  const { errors, wrong, text, oneOf, neededDay, address } = fieldReader(form)
  const confidential = oneOf('confidential', ['yes', 'no'] as const, 'Select yes if the address must be protected')
  const home = address('lines', 'postcode')
  const household = text('household', 'Whose home it is', 60)
  if (household === '') wrong('household', 'Enter whose home it is in 60 characters or fewer, such as mother’s home')
  const residents = members.filter(({ personId }) => form.all('residents').includes(personId)).map(({ personId }) => personId)
  const howKnown = oneOf('howKnown', howKnownChoices.map(({ value }) => value), 'Select how we know')
  const fromOn = neededDay('from', 'The day they lived there from', { latest: addMonths(today, 3) })
  const isProtected = confidential === 'yes'
  const lettersBy = isProtected ? oneOf('lettersBy', ['post', 'hub', 'email'] as const, 'Select how letters reach them safely') : undefined
  // Without an address to write to, a letter would be put into the wrong envelope sooner or later.
  const letters = lettersBy === 'post' ? { ...address('letterLines', 'letterPostcode'), kind: oneOf('letterKind', letterKinds, 'Select what kind of address it is') } : undefined
  if (isProtected && residents.length === 0 && members.length > 0) wrong('residents', 'Select who lives there, so that nothing is sent to them elsewhere')
  if (letters !== undefined && home.postcode !== undefined && letters.postcode === home.postcode && letters.lines[0] === home.lines[0]) wrong('letterLines', 'This is the protected address itself. Enter one that may be known')
  const needsEmail = lettersBy === 'email' ? members.find(({ personId, email }) => residents.includes(personId) && email === undefined) : undefined
  if (needsEmail !== undefined) wrong('lettersBy', `There is no email address on record for ${needsEmail.fullName}`)
  if (errors.length > 0 || fromOn === undefined || howKnown === undefined) return { errors }
  return { value: {
    home: { ...home, household, isConfidential: isProtected, fromOn, howKnown, residentIds: residents, ...(lettersBy === undefined ? {} : { lettersBy }) },
    ...(letters?.kind === undefined ? {} : { letters: { kind: letters.kind, lines: letters.lines, ...(letters.postcode === undefined ? {} : { postcode: letters.postcode }) } }),
  } }
}
