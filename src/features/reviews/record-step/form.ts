import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { NoticeChannel, ReviewOutcome } from '../../../domain/case-file/facts.ts'
import { reviewOutcomes } from '../../../domain/case-file/facts.ts'
import type { ReviewStep } from '../../../domain/review/review-steps.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { noticeChannelWords, stepWords } from '../review-words.ts'

export const noticeChannels = Object.keys(noticeChannelWords) as NoticeChannel[]

/** What was typed, for the step that asks for it. */
export type StepForm =
  | { readonly step: Exclude<ReviewStep, 'decision' | 'notice'>; readonly on: PlainDate }
  | { readonly step: 'decision'; readonly on: PlainDate; readonly outcome: ReviewOutcome }
  | { readonly step: 'notice'; readonly on: PlainDate; readonly channel: NoticeChannel }

/** An outcome is never read without its day, nor a day without its outcome. */
export function readStep(form: FormBody, step: ReviewStep): { value: StepForm } | { errors: FieldError[] } {
  const day = readDate(form, 'on', { what: stepWords[step].what })
  const outcome = reviewOutcomes.find((one) => one === form.text('outcome'))
  const channel = noticeChannels.find((one) => one === form.text('channel'))
  const errors: FieldError[] = [
    ...(step === 'decision' && outcome === undefined ? [{ field: 'outcome', message: 'Say what was decided' }] : []),
    ...('error' in day ? [day.error] : []),
    ...(step === 'notice' && channel === undefined ? [{ field: 'channel', message: 'Say how the notice was sent' }] : []),
  ]
  if (errors.length > 0 || 'error' in day) return { errors }
  if (step === 'decision') return outcome === undefined ? { errors } : { value: { step, on: day.value, outcome } }
  if (step === 'notice') return channel === undefined ? { errors } : { value: { step, on: day.value, channel } }
  return { value: { step, on: day.value } }
}
