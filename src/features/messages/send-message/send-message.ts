import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import type { MessageId, PersonId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { family } from '../../../domain/access/parts.ts'
import { insertMessage, listCorrespondents } from '../message-store.ts'

export interface MessageInput {
  readonly withPerson: PersonId
  readonly body: string
  readonly channel: Channel
  /** Staff writing down what a family member said by phone or in person. */
  readonly isWhatFamilySaid: boolean
}

/** Sends a message in one family member's thread, or records what they said by another channel. */
export const sendMessage = act('send-message', async (tx, caseFile, input: MessageInput) => {
  const correspondents = await listCorrespondents(tx, caseFile)
  if (!correspondents.some(({ personId }) => personId === input.withPerson)) return refused({ kind: 'not-on-this-case' as const })
  if (tx.viewer.kind !== 'person') return refused({ kind: 'not-on-this-case' as const })
  const fromFamily = caseFile.parts.some((part) => family.includes(part)) || input.isWhatFamilySaid
  const id = tx.newId<MessageId>()
  await insertMessage(tx, caseFile, { id, authorId: tx.viewer.personId, withPerson: input.withPerson, fromFamily, channel: input.channel, body: input.body })
  await recordFact(tx, caseFile, { type: 'message-sent', messageId: id, from: fromFamily ? 'family' : 'council' })
  return ok(id)
})
