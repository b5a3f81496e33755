// E-mails and texts of accounts. They hold links and codes, so they are not in the outbox that colleagues read: they are kept
// sealed until the worker has handed them over, and empty from then on. A message to nobody is kept and done with like any other:
// who watches how long an answer takes learns nothing.

import { z } from 'zod'
import type { AccountMessage } from '../../domain/sign-in/message-words.ts'
import { emailOf, textOfCode } from '../../domain/sign-in/message-words.ts'
import { paths } from '../../paths.ts'
import type { Message } from '../../platform/notify/sender.ts'
import { SendingFailed } from '../../platform/notify/sender.ts'
import type { Job } from '../feature.ts'
import { enqueue } from '../queue.ts'
import type { Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'

const jobName = 'send-account-message'
const sealedFor = (id: string) => ({ purpose: 'account-message', of: 'hub', about: id }) as const

export type SendTo = { readonly email: string } | { readonly phone: string } | 'nobody'

export async function sendAccountMessage(tx: Tx, to: SendTo, message: AccountMessage): Promise<string> {
  const id = tx.newId<string>()
  const hub = `${tx.house.baseUrl}${paths.signIn()}`
  const email = emailOf(message, hub)
  const carried: Omit<Message, 'id'> | undefined = to === 'nobody' ? undefined
    : 'email' in to ? { channel: 'email', to: to.email, ...email }
      : { channel: 'text', to: to.phone, subject: '', body: textOfCode('code' in message ? message.code : '') }
  const sealed = tx.house.sealer.seal(JSON.stringify(carried ?? { nobody: email }), sealedFor(id))
  await tx.db.insertInto('accountMessage').values({ id, sealed, queuedAt: tx.now, sentAt: null, failure: null }).execute()
  await enqueue(tx, jobName, { id }, { key: `${jobName} ${id}` })
  return id
}

const queued = z.object({ id: z.string() })
const readyMade = z.object({ channel: z.enum(['email', 'text']), to: z.string(), subject: z.string(), body: z.string() })

export const sendAccountMessages: Job = {
  name: jobName,
  run: async (occasion, payload) => {
    const { id } = queued.parse(payload)
    const failure = await inTransaction(occasion, async (tx) => {
      const row = await tx.db.selectFrom('accountMessage').select('sealed').where('id', '=', id).where('sentAt', 'is', null).forUpdate().executeTakeFirst()
      if (row === undefined || row.sealed === null) return undefined
      const message = readyMade.safeParse(JSON.parse(tx.house.sealer.open(row.sealed, sealedFor(id))))
      try {
        if (message.success) await tx.house.sender.send({ id, ...message.data })
      } catch (error) {
        if (!(error instanceof SendingFailed)) throw error
        // What the carrier refuses for good is emptied too: a link that waits for ever is a way in that nobody watches.
        const isFinal = error.code !== 'try-later'
        await tx.db.updateTable('accountMessage').set({ failure: error.message, ...(isFinal ? { sealed: null } : {}) }).where('id', '=', id).execute()
        return isFinal ? undefined : error.message
      }
      await tx.db.updateTable('accountMessage').set({ sealed: null, sentAt: tx.now, failure: null }).where('id', '=', id).execute()
      return undefined
    })
    if (failure !== undefined) throw new Error(`account message ${id} was not taken`)
  },
}

/** Rows without words: how many went and how many did not. Kept for a month. */
export async function clearOldMessages(tx: Tx, before: Tx['now']): Promise<void> {
  await tx.db.deleteFrom('accountMessage').where('queuedAt', '<', before).execute()
}
