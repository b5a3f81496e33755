import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { holdThing } from '../../../casebook/sending/hold.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import type { MessageId, PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { insertMessage, listCorrespondents } from '../message-store.ts'

export interface MessageInput {
  readonly withPerson: PersonId
  readonly body: string
  readonly channel: Channel
  /** Staff writing down what a family member said by phone or in person. */
  readonly isWhatFamilySaid: boolean
}

export interface MessageRefusal { readonly kind: 'not-on-this-case' | 'young-person-has-not-agreed' | 'kept-out' }

/** Sends a message in one family member's thread, or records what they said by another channel. */
export const sendMessage = act('send-message', async (tx, caseFile, input: MessageInput): Promise<Outcome<MessageId, MessageRefusal>> => {
  const correspondents = await listCorrespondents(tx, caseFile)
  const correspondent = correspondents.find(({ personId }) => personId === input.withPerson)
  if (correspondent === undefined) return refused({ kind: 'not-on-this-case' })
  // What a parent said can always be written down; nothing new is told them without the young person's word (CFA 2014 s.83(2)).
  if (!correspondent.mayExchange && !input.isWhatFamilySaid) return refused({ kind: correspondent.isKeptOut ? 'kept-out' : 'young-person-has-not-agreed' })
  if (tx.viewer.kind !== 'person') return refused({ kind: 'not-on-this-case' })
  const fromFamily = isOfFamily(caseFile.parts) || input.isWhatFamilySaid
  await checkBeforeSending(tx, caseFile, { what: 'message', text: input.body, readers: ['parent', `parent:${input.withPerson}`] })
  const id = tx.newId<MessageId>()
  await insertMessage(tx, caseFile, { id, authorId: tx.viewer.personId, withPerson: input.withPerson, fromFamily, channel: input.channel, body: input.body })
  if (!input.isWhatFamilySaid) await holdThing(tx, caseFile.localAreaId, 'message', id)
  await recordFact(tx, caseFile, { type: 'message-sent', messageId: id, from: fromFamily ? 'family' : 'council' })
  return ok(id)
})
