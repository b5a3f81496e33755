import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Clock } from '../../../domain/clocks/clock.ts'
import type { OwnTarget } from '../../../domain/clocks/own-targets.ts'
import { mostTargetDays, ownTargetKinds } from '../../../domain/clocks/own-targets.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'

export interface TargetForm {
  readonly target: OwnTarget
  readonly fromOn: PlainDate
  readonly reason: string
}

/** The box for the number of days of each kind that has one. */
export const countField = { 'days-before': 'daysBefore', 'days-after-start': 'daysAfter' } as const

export function readTarget(form: FormBody, clock: Clock, today: PlainDate): { value: TargetForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const kind = ownTargetKinds.find((one) => one === form.text('kind'))
  const target = kind === undefined ? undefined : kind === 'working-day' ? { kind } : readCount(form, kind, clock, errors)
  if (kind === undefined) errors.push({ field: 'kind', message: 'Select the target' })
  const from = readDate(form, 'from', { what: 'The day from which it holds', earliest: today })
  if ('error' in from) errors.push(from.error)
  const reason = form.text('reason')
  if (reason === '') errors.push({ field: 'reason', message: 'Enter why' })
  else if (reason.length > 500) errors.push({ field: 'reason', message: 'Use 500 characters or fewer' })
  return errors.length > 0 || target === undefined || !('value' in from) ? { errors } : { value: { target, fromOn: from.value, reason } }
}

function readCount(form: FormBody, kind: keyof typeof countField, clock: Clock, errors: FieldError[]): OwnTarget | undefined {
  const field = countField[kind]
  const text = form.text(field)
  const most = mostTargetDays(clock)
  if (text === '') errors.push({ field, message: 'Enter how many days' })
  else if (!/^\d{1,4}$/.test(text)) errors.push({ field, message: 'The number of days must be a whole number' })
  else if (Number(text) > most) errors.push({ field, message: `The number of days must be ${most} or fewer: the law gives no more` })
  else return { kind, count: Number(text) }
  return undefined
}
