// The job that carries one item of the outbox away. The row is held from the look at its state until the state says "sent",
// so that two workers, or one that runs twice, hand it over once.

import { z } from 'zod'
import { changeOutgoing } from '../../../casebook/sending/outgoing.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { hasLostTheirRight } from '../../../casebook/sending/still-theirs.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import { isByDay } from '../../../domain/reminders/by-day.ts'
import { SendingFailed } from '../../../platform/notify/sender.ts'
import { holdQueued, isOvertaken, mostAttempts } from '../outbox-store.ts'

const queued = z.object({ localAreaId: z.string(), outgoingId: z.string() })

export async function sendOutgoing(occasion: Occasion, payload: unknown): Promise<void> {
  const { localAreaId, outgoingId } = queued.parse(payload)
  const failure = await inTransaction(occasion, async (tx) => {
    const area = localAreaId as LocalAreaId
    const item = await holdQueued(tx, area, outgoingId)
    // Sent or cancelled meanwhile; or a letter, which waits for a person to print and post it.
    if (item === undefined || item.channel === 'letter' || item.channel === 'hub') return undefined
    // It can still be taken back: its own job comes when it cannot, and `send-what-waits` after that.
    if (item.heldUntil !== null && item.heldUntil > tx.now) return undefined
    // Nobody is woken: it stays in the outbox, and `send-what-waits` carries it away in the morning.
    if (item.byDay && !isByDay(tx.now)) return undefined
    if (await isOvertaken(tx, area, outgoingId)) {
      await changeOutgoing(tx, area, outgoingId, { state: 'cancelled', failure: 'Not needed any more: it was done before this was sent' })
      return undefined
    }
    // The staff's own sendings wait some minutes: what was right when the button was pressed is asked again now.
    if (item.wasHeld && await hasLostTheirRight(tx, item)) {
      await changeOutgoing(tx, area, outgoingId, { state: 'cancelled', failure: 'Not sent: they may no longer be told of this case' })
      return undefined
    }
    const attempts = item.attempts + 1
    const fail = async (words: string, isFinal: boolean): Promise<string | undefined> => {
      await changeOutgoing(tx, area, outgoingId, { state: isFinal ? 'failed' : 'queued', attempts, failure: words })
      return isFinal ? undefined : words
    }
    if (item.address === null) return fail('There is no address to send it to', true)
    try {
      await occasion.house.sender.send({ id: outgoingId, channel: item.channel, to: item.address, subject: item.subject, body: item.body })
    } catch (error) {
      // What a carrier says is kept with the row, where a person sees it; anything else is a fault.
      if (!(error instanceof SendingFailed)) throw error
      // What the carrier refuses for good is not tried nine times more: a person sees it at once.
      return fail(error.message, error.code !== 'try-later' || attempts >= mostAttempts)
    }
    await changeOutgoing(tx, area, outgoingId, { state: 'sent', sentAt: tx.now, attempts, failure: null })
    return undefined
  })
  // Thrown after the failure is kept: the queue then tries again later, waiting longer each time.
  if (failure !== undefined) throw new Error(`outgoing ${outgoingId} was not taken`)
}
