import type { Channel } from '../../../domain/case-file/facts.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'

export interface MessageForm {
  readonly body: string
  readonly channel: Channel
  readonly isWhatFamilySaid: boolean
}

export const longestMessage = 10_000
const spoken: readonly Channel[] = ['phone', 'in-person', 'interpreter', 'letter']

/** Reads the posted form; the errors name the fields they belong to. */
export function readMessage(form: FormBody): { value: MessageForm } | { errors: FieldError[] } {
  const body = form.text('body')
  const how = form.text('how')
  if (body === '') return { errors: [{ field: 'body', message: 'Enter a message' }] }
  if (body.length > longestMessage) {
    return { errors: [{ field: 'body', message: `Message must be ${longestMessage.toLocaleString('en-GB')} characters or fewer` }] }
  }
  const channel = spoken.find((one) => one === how)
  return { value: { body, channel: channel ?? 'hub', isWhatFamilySaid: channel !== undefined } }
}
