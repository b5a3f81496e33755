// E-mail through a mail server. SMTP cannot be asked what it has sent; so a message sent again carries the same Message-ID,
// by which mail programs and servers see that it is the same one.

import { createTransport } from 'nodemailer'
import type { Message, Sender } from './sender.ts'
import { SendingFailed } from './sender.ts'

export function smtpSender({ url, from }: { readonly url: string; readonly from: string }): Sender {
  const transport = createTransport({ url, requireTLS: !isThisMachine(url), disableFileAccess: true, disableUrlAccess: true, connectionTimeout: 15_000, socketTimeout: 30_000 })
  return {
    sendsTexts: false,
    send: async (message) => {
      if (message.channel !== 'email') throw new SendingFailed('A mail server sends no texts', 'channel-not-set-up')
      const messageId = messageIdOf(message.id, from)
      try {
        await transport.sendMail({
          messageId, from, to: { name: '', address: message.to }, subject: message.subject, text: message.body,
          // Answers like "I am on holiday" must not come back to an address that nobody reads: RFC 3834.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
      } catch (error) {
        throw failureOf(error)
      }
      return { reference: messageId }
    },
  }
}

/** Another machine is spoken to under TLS or not at all: smtps://, or smtp:// with STARTTLS, which must then be offered. */
const isThisMachine = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

export function messageIdOf(id: Message['id'], from: string): string {
  return `<${id}@${/@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost'}>`
}

/** What the server said holds the address, so only its codes are kept. RFC 5321, 4.2.1: 5yz is for good, 4yz for now. */
function failureOf(error: unknown): SendingFailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const answer = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined
  const isForGood = (answer !== undefined && answer >= 500) || (code === 'EENVELOPE' && answer === undefined)
  return new SendingFailed(`The mail server said ${code}${answer === undefined ? '' : ` ${answer}`}`, isForGood ? 'refused' : 'try-later')
}
