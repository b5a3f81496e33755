// E-mail and texts through GOV.UK Notify. One template each, whose whole text is ((subject)) and ((body)): the words are
// ours, kept in the outbox as they were sent. Notify keeps our id as its `reference` and can be asked for it.

import { create } from 'axios'
import { NotifyClient } from 'notifications-node-client'
import { z } from 'zod'
import type { Message, Sender } from './sender.ts'
import { SendingFailed } from './sender.ts'

/** The part of Notify's client that is used. */
export interface NotifyPort {
  readonly sendEmail: (templateId: string, to: string, options: { personalisation: object; reference: string }) => Promise<{ data: unknown }>
  readonly sendSms: (templateId: string, to: string, options: { personalisation: object; reference: string }) => Promise<{ data: unknown }>
  readonly getNotifications: (templateType: 'email' | 'sms', status: undefined, reference: string) => Promise<{ data: unknown }>
}

export interface NotifySettings {
  readonly apiKey: string
  readonly emailTemplateId: string
  readonly smsTemplateId: string | undefined
  /** Where Notify is, when it is a stand-in. */
  readonly server?: string | undefined
}

const sentAnswer = z.object({ id: z.string() })
const listAnswer = z.object({ notifications: z.array(z.object({ id: z.string(), reference: z.string().nullish(), status: z.string() })) })

/** Statuses after which Notify itself says: send it again. */
const worthSendingAgain: ReadonlySet<string> = new Set(['temporary-failure', 'technical-failure'])

/** Milliseconds for an answer. Its client waits for ever by itself, and with it the row of the outbox and one of the worker's few hands. */
const longestAnswer = 15_000

/** Notify's own client at `server` (Notify itself, left out), following nobody who sends it elsewhere: it carries addresses, words and a token. */
export function notifyClient(apiKey: string, server?: string, timeout = longestAnswer): NotifyPort {
  const client = server === undefined ? new NotifyClient(apiKey) : new NotifyClient(server, apiKey)
  // Its types are those for `require`, and ours those for `import`: the same client, written down twice.
  client.setClient(create({ maxRedirects: 0, timeout }) as never)
  return client
}

export function notifySender(settings: NotifySettings, client: NotifyPort = notifyClient(settings.apiKey, settings.server)): Sender {
  return {
    sendsTexts: settings.smsTemplateId !== undefined,
    send: async (message) => {
      const templateId = message.channel === 'email' ? settings.emailTemplateId : settings.smsTemplateId
      if (templateId === undefined) throw new SendingFailed('No template for texts is set up in GOV.UK Notify', 'channel-not-set-up')
      const earlier = await findEarlier(client, message)
      if (earlier !== undefined) return { reference: earlier }
      const options = { personalisation: { subject: message.subject, body: message.body }, reference: message.id }
      const { data } = await withCodesOnly(() => (message.channel === 'email' ? client.sendEmail : client.sendSms).call(client, templateId, message.to, options))
      return { reference: sentAnswer.parse(data).id }
    },
  }
}

/** The id that Notify gave this message when it was sent before and was not lost. Notify remembers for seven days. */
async function findEarlier(client: NotifyPort, message: Message): Promise<string | undefined> {
  const { data } = await withCodesOnly(() => client.getNotifications(message.channel === 'email' ? 'email' : 'sms', undefined, message.id))
  const known = listAnswer.parse(data).notifications.filter(({ reference }) => reference === message.id)
  return known.find(({ status }) => !worthSendingAgain.has(status))?.id
}

const failure = z.object({ response: z.object({ status: z.number(), data: z.object({ errors: z.array(z.object({ error: z.string() })) }).optional().catch(undefined) }) })

/** The client's errors carry the key, the address and the words; only codes leave here. */
async function withCodesOnly<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const answer = failure.safeParse(error)
    if (!answer.success) throw new SendingFailed('GOV.UK Notify did not answer')
    const { status, data } = answer.data.response
    const isForGood = status >= 400 && status < 500 && status !== 429 && status !== 408
    const codes = (data?.errors ?? []).map(({ error: code }) => code).filter((code) => /^\w{1,40}$/.test(code))
    throw new SendingFailed(['GOV.UK Notify answered', status, ...codes].join(' '), isForGood ? 'refused' : 'try-later')
  }
}
