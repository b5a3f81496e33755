import { createTransport } from 'nodemailer'
import { SendingFailed, type Sender } from './sender.ts'

/** Sends e-mail through a council's own mail server. It cannot send texts. */
export function smtpSender({ url, from }: { url: string; from: string }): Sender {
  const transport = createTransport({ url, connectionTimeout: 15_000, socketTimeout: 30_000 })
  const domain = from.split('@').at(-1)?.replaceAll(/[^\w.-]/g, '') ?? 'hub'
  return {
    send: async (message) => {
      if (message.channel === 'text') throw new SendingFailed('The mail server cannot send text messages')
      try {
        // A steady Message-ID: mail systems that see it twice keep one.
        const sent = await transport.sendMail({ from, to: message.to, subject: message.subject, text: message.body, messageId: `<${message.id}@${domain}>` })
        return { reference: sent.messageId }
      } catch (error) {
        throw new SendingFailed(`The mail server did not take it: ${codeOf(error)}`, { cause: error })
      }
    },
  }
}

/** "EENVELOPE 550", never the server's own sentence: it may repeat the address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'no answer'
}
