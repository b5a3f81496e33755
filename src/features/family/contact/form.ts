import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { MemberContact } from '../family-store.ts'
import { safeContacts } from '../family-store.ts'
import { fieldReader } from '../read-fields.ts'

export function readContact(form: FormBody, today: PlainDate): { value: MemberContact } | { errors: FieldError[] } {
  const { errors, text, oneOf } = fieldReader(form)
  const safeContact = oneOf('safeContact', safeContacts, 'Select how it is safe to reach them')
  const safeContactNote = text('safeContactNote', 'Note')
  const safeTimes = text('safeTimes', 'Safe times', 150)
  const contactAs = text('contactAs', 'Name to give', 150)
  const voicemail = form.text('voicemail')
  if (errors.length > 0 || safeContact === undefined) return { errors }
  return { value: {
    safeContact, contactAskedOn: today, ...(safeContactNote === '' ? {} : { safeContactNote }), ...(safeTimes === '' ? {} : { safeTimes }), ...(contactAs === '' ? {} : { contactAs }),
    ...(voicemail === 'yes' || voicemail === 'no' ? { mayLeaveVoicemail: voicemail === 'yes' } : {}),
  } }
}

export const contactValues = (member: MemberContact): Record<string, string> => ({
  safeContact: member.safeContact, safeContactNote: member.safeContactNote ?? '', safeTimes: member.safeTimes ?? '', contactAs: member.contactAs ?? '',
  voicemail: member.mayLeaveVoicemail === undefined ? '' : member.mayLeaveVoicemail ? 'yes' : 'no',
})
