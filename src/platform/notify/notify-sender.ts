import { NotifyClient } from 'notifications-node-client'
import { SendingFailed, type Message, type Sender } from './sender.ts'

export interface NotifySettings {
  readonly apiKey: string
  readonly emailTemplateId: string
  readonly smsTemplateId: string | undefined
  /** For tests: where Notify is. */
  readonly baseUrl?: string
}

/**
 * Sends through GOV.UK Notify. Its templates have the fields `subject` and `body`. Notify's own file by e-mail is never
 * used: what is about a child is read after signing in.
 */
export function notifySender({ apiKey, emailTemplateId, smsTemplateId, baseUrl }: NotifySettings): Sender {
  const client = baseUrl === undefined ? new NotifyClient(apiKey) : new NotifyClient(baseUrl, apiKey)
  const give = (message: Message): Promise<unknown> => {
    if (message.channel === 'email') {
      return client.sendEmail(emailTemplateId, message.to, { personalisation: { subject: message.subject, body: message.body }, reference: message.id })
    }
    if (smsTemplateId === undefined) throw new SendingFailed('No template for text messages is set up in GOV.UK Notify')
    return client.sendSms(smsTemplateId, message.to, { personalisation: { body: message.body }, reference: message.id })
  }
  return {
    send: async (message) => {
      try {
        const answer = await give(message) as { data?: { id?: unknown } }
        return { reference: typeof answer.data?.id === 'string' ? answer.data.id : message.id }
      } catch (error) {
        if (error instanceof SendingFailed) throw error
        const status = (error as { response?: { status?: unknown } }).response?.status
        throw new SendingFailed(`GOV.UK Notify did not take it: ${typeof status === 'number' ? `answer ${status}` : 'no answer'}`, { cause: error })
      }
    },
  }
}
