import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { changeOutgoing, sendJob, sendKeyOf } from '../../../casebook/outgoing.ts'
import { enqueue } from '../../../casebook/queue.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findOutgoing } from '../outbox-store.ts'

export interface NotWaiting {
  readonly kind: 'not-waiting'
}

/** A person has printed and posted a letter. */
export const postLetter = act('post-letter', async (tx, caseFile, outgoingId: string): Promise<Outcome<string, NotWaiting>> => {
  const item = await findOutgoing(tx, caseFile, outgoingId, { lock: true })
  if (item === undefined || item.channel !== 'letter' || item.state !== 'queued') return refused({ kind: 'not-waiting' })
  await changeOutgoing(tx, caseFile.localAreaId, outgoingId, { state: 'sent', sentAt: tx.now })
  await recordFact(tx, caseFile, { type: 'letter-posted', outgoingId, to: item.to })
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
