// Stands in for a carrier on one's own machine: messages become files that any mail program opens.

import { randomUUID } from 'node:crypto'
import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Message, Sender } from './sender.ts'
import { messageIdOf } from './smtp-sender.ts'

/** Writes `<id>.eml` and `<id>.txt` into the folder. A message that is there already is left as it is. */
export function localSender({ outboxDir: folder, from = 'Golden Thread <hub@example.org>' }: { readonly outboxDir: string; readonly from?: string }): Sender {
  return {
    sendsTexts: true,
    send: async (message) => {
      if (!/^[A-Za-z0-9-]{1,100}$/.test(message.id)) throw new Error('a message’s id has letters, digits and hyphens only')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${message.id}.${message.channel === 'email' ? 'eml' : 'txt'}`
      const draft = path.join(folder, `.${randomUUID()}.part`)
      await writeFile(draft, message.channel === 'email' ? await emailOf(message, from) : `To: ${oneLine(message.to)}\n\n${message.body}\n`, { mode: 0o600 })
      try {
        // A link, unlike a rename, never replaces: of two that send at once, one is first and the other changes nothing.
        await link(draft, path.join(folder, name))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      } finally {
        await rm(draft, { force: true })
      }
      return { reference: name }
    },
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

async function emailOf(message: Message, from: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: bytes } = await transport.sendMail({
    messageId: messageIdOf(message.id, from), from, to: { name: '', address: message.to }, subject: message.subject, text: message.body,
  })
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from('')
}
