// The stand-in on one's own machine: e-mails become .eml files and texts .txt files, named by the message's id, so that the
// same message given twice is one file.

import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Message, Sender } from './sender.ts'

export function localSender({ outboxDir, from }: { outboxDir: string; from: string }): Sender {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const contentOf = async (message: Message): Promise<Buffer | string> => {
    if (message.channel === 'text') return `To: ${message.to}\n\n${message.body}\n`
    const composed = await composer.sendMail({ from, to: message.to, subject: message.subject, text: message.body, messageId: `<${message.id}@local>` })
    return composed.message as unknown as Buffer
  }
  return {
    send: async (message) => {
      const name = `${message.id}.${message.channel === 'text' ? 'txt' : 'eml'}`
      await mkdir(outboxDir, { recursive: true })
      // Written aside and put in place whole, so that nobody reads half a message.
      await writeFile(path.join(outboxDir, `.${name}`), await contentOf(message))
      await rename(path.join(outboxDir, `.${name}`), path.join(outboxDir, name))
      return { reference: name }
    },
  }
}
