import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addMonths } from '../../../domain/calendar/plain-date.ts'
import type { Channel, Requester } from '../../../domain/case-file/facts.ts'
import { channels, requesters } from '../../../domain/case-file/facts.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Recording } from '../draft-store.ts'
import { readDate } from '../../../ui/read-date.ts'

export interface WhoIsAsking {
  readonly madeBy: Requester
  readonly recording?: Recording
}

/** Ways in which a request reaches the council other than this form. */
export const otherChannels = channels.filter((channel): channel is Exclude<Channel, 'hub'> => channel !== 'hub')

/** Staff are also asked how and when it reached the council: the clock runs from that day, not from today. */
export function readWhoIsAsking(form: FormBody, { isCouncil, today }: { isCouncil: boolean; today: PlainDate }): { value: WhoIsAsking } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const madeBy = requesters.find((one) => one === form.text('who'))
  if (madeBy === undefined) errors.push({ field: 'who', message: 'Select who is asking' })
  const channel = otherChannels.find((one) => one === form.text('channel'))
  const received = readDate(form, 'received', { what: 'The day on which it was received', latest: today, earliest: addMonths(today, -24) })
  if (isCouncil) {
    if (channel === undefined) errors.push({ field: 'channel', message: 'Select how the request reached the council' })
    if ('error' in received) errors.push(received.error)
  }
  if (errors.length > 0 || madeBy === undefined) return { errors }
  return { value: { madeBy, ...(isCouncil && channel !== undefined && 'value' in received ? { recording: { channel, receivedOn: received.value } } : {}) } }
}
