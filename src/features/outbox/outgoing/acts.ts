import { act } from '../../../casebook/act.ts'
import type { AddressAnswer } from '../../../casebook/sending/address-check.ts'
import { checkEnvelope } from '../../../casebook/sending/address-check.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { changeAddress, changeOutgoing, sendJob, sendKeyOf } from '../../../casebook/sending/outgoing.ts'
import { enqueue } from '../../../casebook/queue.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findOutgoing } from '../outbox-store.ts'

export interface NotWaiting {
  readonly kind: 'not-waiting'
}

export type PostRefusal =
  | NotWaiting
  /** It can still be taken back. */
  | { readonly kind: 'held' }
  /** Nobody has said that they compared the envelope. */
  | { readonly kind: 'not-compared' }
  | { readonly kind: 'wrong-address'; readonly answer: Exclude<AddressAnswer, { kind: 'same' }> }

/** A person has printed and posted a letter, to the address that is on record today. */
export const postLetter = act('post-letter', async (tx, caseFile, { outgoingId, hasCompared }: { outgoingId: string; hasCompared: boolean }): Promise<Outcome<string, PostRefusal>> => {
  const item = await findOutgoing(tx, caseFile, outgoingId, { lock: true })
  if (item === undefined || item.channel !== 'letter' || item.state !== 'queued') return refused({ kind: 'not-waiting' })
  if (item.heldUntil !== undefined) return refused({ kind: 'held' })
  const answer = await checkEnvelope(tx, caseFile, item)
  if (answer.kind !== 'same') return refused({ kind: 'wrong-address', answer })
  if (!hasCompared) return refused({ kind: 'not-compared' })
  await changeOutgoing(tx, caseFile.localAreaId, outgoingId, { state: 'sent', sentAt: tx.now, ...(tx.viewer.kind === 'person' ? { postedCheckedBy: tx.viewer.personId } : {}) })
  await recordFact(tx, caseFile, { type: 'letter-posted', outgoingId, to: item.to })
  return ok(outgoingId)
})

/** They moved while the letter waited: it goes to the address that is on record now, printed again. */
export const readdress = act('post-letter', async (tx, caseFile, outgoingId: string): Promise<Outcome<string, PostRefusal>> => {
  const item = await findOutgoing(tx, caseFile, outgoingId, { lock: true })
  if (item === undefined || item.channel !== 'letter' || item.state !== 'queued') return refused({ kind: 'not-waiting' })
  const answer = await checkEnvelope(tx, caseFile, item)
  if (answer.kind === 'same') return ok(outgoingId)
  if (answer.kind !== 'changed') return refused({ kind: 'wrong-address', answer })
  await changeAddress(tx, caseFile.localAreaId, outgoingId, answer.now)
  await recordFact(tx, caseFile, { type: 'letter-readdressed', outgoingId, to: item.to })
  return ok(outgoingId)
})

/** What the carrier refused ten times goes to it again, after somebody has put right what was wrong. */
export const sendAgain = act('send-again', async (tx, caseFile, outgoingId: string): Promise<Outcome<string, NotWaiting>> => {
  const item = await findOutgoing(tx, caseFile, outgoingId, { lock: true })
  if (item === undefined || item.state !== 'failed') return refused({ kind: 'not-waiting' })
  await changeOutgoing(tx, caseFile.localAreaId, outgoingId, { state: 'queued', attempts: 0, failure: null })
  await recordFact(tx, caseFile, { type: 'sending-tried-again', outgoingId, to: item.to })
  await enqueue(tx, sendJob, { localAreaId: caseFile.localAreaId, outgoingId }, { key: sendKeyOf(outgoingId) })
  return ok(outgoingId)
})
