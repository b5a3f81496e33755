import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { parseEmailAddress, parseTelephone, telephoneWords } from '../../../domain/identifiers/contact-details.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readContact } from '../contact/form.ts'
import type { KnownMember, MemberContact, MemberInLaw, MemberPerson } from '../family-store.ts'
import { fieldReader } from '../read-fields.ts'
import { readResponsibility } from '../responsibility/form.ts'
import { formatChoices } from '../words.ts'

export interface FamilyForm {
  readonly person: MemberPerson
  readonly seesCase: boolean
  /** Asked of somebody new; what is known already has pages of its own. */
  readonly asNew?: { readonly inLaw: MemberInLaw; readonly contact: MemberContact }
}

/** Reads the form; what was left empty is left out. Of somebody known only who they are and whether they see the case is asked. */
export function readFamily(form: FormBody, today: PlainDate, viewerId: PersonId | undefined, known: KnownMember | undefined): { value: FamilyForm } | { errors: FieldError[] } {
  const { errors, wrong, text, needed, yes } = fieldReader(form)
  const fullName = needed('fullName', 'Name', 'Enter their full name')
  const relation = needed('relation', 'Relation', 'Enter how they are related to the child, such as mother')
  const email = form.text('email') === '' ? undefined : parseEmailAddress(form.text('email'))
  if (email !== undefined && !email.ok) wrong('email', 'Enter an email address in the correct format, like name@example.com')
  const phone = form.text('phone') === '' ? undefined : parseTelephone(form.text('phone'))
  if (phone !== undefined && !phone.ok) wrong('phone', 'Enter a phone number, like 01632 960 001')
  const inLaw = known === undefined ? readResponsibility(form, today, viewerId) : undefined
  if (inLaw !== undefined && 'errors' in inLaw) errors.push(...inLaw.errors)
  const contact = known === undefined ? readContact(form, today) : undefined
  if (contact !== undefined && 'errors' in contact) errors.push(...contact.errors)
  const safeContact = known?.safeContact ?? form.text('safeContact')
  if (safeContact === 'email' && email === undefined) wrong('email', 'Enter an email address, because email is the only safe way')
  const language = text('language', 'Language')
  const needsInterpreter = form.all('interpreter').includes('yes')
  if (needsInterpreter && language === '') wrong('language', 'Enter the language of the interpreter')
  const seesCase = yes('seesCase', 'Select yes if they may sign in and see the case')
  if (errors.length > 0) return { errors }
  const person = {
    fullName, relation, needsInterpreter, formats: formatChoices.filter((one) => form.all('formats').includes(one)),
    ...(email?.ok === true ? { email: email.value } : {}), ...(phone?.ok === true ? { phone: telephoneWords(phone.value) } : {}), ...(language === '' ? {} : { language }),
  }
  if (inLaw === undefined || contact === undefined || 'errors' in inLaw || 'errors' in contact) return { value: { person, seesCase } }
  return { value: { person, seesCase, asNew: { inLaw: inLaw.value, contact: contact.value } } }
}

/** What the form shows of somebody who is recorded already. */
export function valuesOf(member: KnownMember): Record<string, string | readonly string[]> {
  return {
    fullName: member.fullName, relation: member.relation, email: member.email ?? '', phone: member.phone ?? '', language: member.language ?? '',
    interpreter: member.needsInterpreter ? ['yes'] : [], formats: member.formats, seesCase: member.isOnCase ? 'yes' : 'no',
  }
}
