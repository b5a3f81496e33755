import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { parseEmailAddress, parseTelephone, telephoneWords } from '../../../domain/identifiers/contact-details.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import type { FamilyMember, KnownMember } from '../family-store.ts'
import { safeContacts } from '../family-store.ts'
import { formatChoices } from '../words.ts'

export interface FamilyForm {
  readonly member: FamilyMember
  readonly seesCase: boolean
}

const longest = 300

/** Reads the form; what was left empty is left out. */
export function readFamily(form: FormBody, today: PlainDate): { value: FamilyForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const wrong = (field: string, message: string): undefined => { errors.push({ field, message }) }
  const text = (name: string, what: string): string => {
    const value = form.text(name)
    if (value.length > longest) wrong(name, `${what} must be ${longest} characters or fewer`)
    return value
  }
  const day = (name: string, what: string, latest?: PlainDate): PlainDate | undefined => {
    if (['day', 'month', 'year'].every((part) => form.text(`${name}-${part}`) === '')) return undefined
    const read = readDate(form, name, { what, ...(latest === undefined ? {} : { latest }) })
    if ('error' in read) { errors.push(read.error); return undefined }
    return read.value
  }
  const yes = (name: string, message: string): boolean => {
    if (!['yes', 'no'].includes(form.text(name))) wrong(name, message)
    return form.text(name) === 'yes'
  }
  const fullName = text('fullName', 'Name')
  if (fullName === '') wrong('fullName', 'Enter their full name')
  const relation = text('relation', 'Relation')
  if (relation === '') wrong('relation', 'Enter how they are related to the child, such as mother')
  const email = form.text('email') === '' ? undefined : parseEmailAddress(form.text('email'))
  if (email !== undefined && !email.ok) wrong('email', 'Enter an email address in the correct format, like name@example.com')
  const phone = form.text('phone') === '' ? undefined : parseTelephone(form.text('phone'))
  if (phone !== undefined && !phone.ok) wrong('phone', 'Enter a phone number, like 01632 960 001')
  const hasResponsibility = yes('responsibility', 'Select yes if they have parental responsibility')
  const responsibilityEvidence = text('responsibilityEvidence', 'Evidence')
  const responsibilityFrom = day('responsibilityFrom', 'The day parental responsibility began', today)
  const restriction = text('restriction', 'Restriction')
  const restrictionEvidence = text('restrictionEvidence', 'Evidence')
  const restrictionFrom = day('restrictionFrom', 'The day the restriction began')
  const restrictionTo = day('restrictionTo', 'The last day of the restriction')
  if (restriction !== '' && restrictionEvidence === '') wrong('restrictionEvidence', 'Enter what shows the restriction, such as the order and its date')
  if (restriction === '' && restrictionEvidence !== '') wrong('restriction', 'Enter what is restricted')
  if (restrictionFrom !== undefined && restrictionTo !== undefined && restrictionTo < restrictionFrom) wrong('restrictionTo', 'The last day of the restriction must be after it began')
  const livesWithChild = yes('livesWith', 'Select yes if they live with the child')
  const safeContact = safeContacts.find((one) => one === form.text('safeContact'))
  if (safeContact === undefined) wrong('safeContact', 'Select how it is safe to reach them')
  if (safeContact === 'email' && email === undefined) wrong('email', 'Enter an email address, because email is the only safe way')
  const safeContactNote = text('safeContactNote', 'Note')
  const language = text('language', 'Language')
  const needsInterpreter = form.all('interpreter').includes('yes')
  if (needsInterpreter && language === '') wrong('language', 'Enter the language of the interpreter')
  const seesCase = yes('seesCase', 'Select yes if they may sign in and see the case')
  if (errors.length > 0 || safeContact === undefined) return { errors }
  return { value: { seesCase, member: {
    fullName, relation, hasResponsibility, livesWithChild, safeContact, needsInterpreter, formats: formatChoices.filter((one) => form.all('formats').includes(one)),
    ...(email?.ok === true ? { email: email.value } : {}), ...(phone?.ok === true ? { phone: telephoneWords(phone.value) } : {}),
    ...(responsibilityEvidence === '' ? {} : { responsibilityEvidence }), ...(responsibilityFrom === undefined ? {} : { responsibilityFrom }),
    ...(restriction === '' ? {} : { restriction, restrictionEvidence }), ...(restrictionFrom === undefined ? {} : { restrictionFrom }), ...(restrictionTo === undefined ? {} : { restrictionTo }),
    ...(safeContactNote === '' ? {} : { safeContactNote }), ...(language === '' ? {} : { language }),
  } } }
}

/** What the form shows of somebody who is recorded already. */
export function valuesOf(member: KnownMember): Record<string, string | readonly string[]> {
  return {
    fullName: member.fullName, relation: member.relation, email: member.email ?? '', phone: member.phone ?? '', responsibility: member.hasResponsibility ? 'yes' : 'no',
    responsibilityEvidence: member.responsibilityEvidence ?? '', restriction: member.restriction ?? '', restrictionEvidence: member.restrictionEvidence ?? '',
    livesWith: member.livesWithChild ? 'yes' : 'no', safeContact: member.safeContact, safeContactNote: member.safeContactNote ?? '', language: member.language ?? '',
    interpreter: member.needsInterpreter ? ['yes'] : [], formats: member.formats, seesCase: member.isOnCase ? 'yes' : 'no',
    ...dateValues('responsibilityFrom', member.responsibilityFrom), ...dateValues('restrictionFrom', member.restrictionFrom), ...dateValues('restrictionTo', member.restrictionTo),
  }
}
