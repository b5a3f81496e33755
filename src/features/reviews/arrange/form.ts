import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { MeetingPlace } from '../review-store.ts'
import { meetingHows } from '../review-store.ts'

export const dayOfMeeting = 'The day of the meeting'
const longest = 500

export interface MeetingForm {
  readonly on: PlainDate
  readonly at: MeetingPlace
}

export function readMeeting(form: FormBody): { value: MeetingForm } | { errors: FieldError[] } {
  const on = readDate(form, 'on', { what: dayOfMeeting })
  const how = meetingHows.find((one) => one === form.text('how'))
  const [starts, place, note] = [form.text('starts'), form.text('place'), form.text('note')]
  const errors: FieldError[] = [
    ...('error' in on ? [on.error] : []),
    ...(starts === '' ? [{ field: 'starts', message: 'Enter when it starts' }] : starts.length > 40 ? [{ field: 'starts', message: 'Use 40 characters or fewer' }] : []),
    ...(how === undefined ? [{ field: 'how', message: 'Say how you meet' }] : []),
    ...(place === '' ? [{ field: 'place', message: 'Enter where it is, or how people join' }] : place.length > longest ? [{ field: 'place', message: `Use ${longest} characters or fewer` }] : []),
    ...(note.length > longest ? [{ field: 'note', message: `Use ${longest} characters or fewer` }] : []),
  ]
  return errors.length > 0 || 'error' in on || how === undefined ? { errors } : { value: { on: on.value, at: { how, starts, place, note } } }
}
