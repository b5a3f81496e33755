// The rows of the outbox: what is queued for a person or body, and what became of it. The only place that writes them.

import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { millisecondsOf } from '../../platform/clock/system-clock.ts'
import { heldSending } from './hold.ts'
import { ownerOf } from './outgoing-owner.ts'
import { enqueue } from '../queue.ts'
import type { Tx } from '../tx.ts'

export const outgoingStates = ['queued', 'sent', 'failed', 'cancelled'] as const
export type OutgoingState = (typeof outgoingStates)[number]
export const outgoingChannels = ['email', 'text', 'letter', 'hub'] as const
export type OutgoingChannel = (typeof outgoingChannels)[number]

export interface NewOutgoing {
  readonly channel: OutgoingChannel
  readonly toPersonId?: PersonId
  readonly toOrganisationId?: OrganisationId
  readonly toAddress?: string
  readonly about: string
  readonly subject: string
  readonly body: string
  readonly noticeId?: string
  /** Leaves by night too, although the program sends it by itself. */
  readonly isUrgent?: true
}

/** What the outbox calls reminders and chases, whoever sent them. */
export const reminderAbouts = ['reminder', 'advice-chased', 'consultation-chased', 'plan-unopened', 'digest'] as const

/** The job that carries one item away, and its key in the queue: an item waits there once. */
export const sendJob = 'send-outgoing'
export const sendKeyOf = (outgoingId: string): string => `${sendJob} ${outgoingId}`

/** Of a case, or of an area alone: what the day's work is, in counts. */
export interface OfCase {
  readonly localAreaId: LocalAreaId
  readonly id?: CaseId
}

/**
 * Queues one item and answers with its id; what is for the hub itself has arrived with this. What the staff send is held for as long
 * as they may take it back (casebook/sending/hold.ts); what the program sends by itself leaves by day (domain/reminders/by-day.ts).
 */
export async function queueOutgoing(tx: Tx, { localAreaId, id: caseId }: OfCase, item: NewOutgoing): Promise<string> {
  const id = tx.newId<string>()
  const inHub = item.channel === 'hub'
  const held = caseId === undefined ? undefined : await heldSending(tx)
  await tx.db.insertInto('outgoing').values({
    localAreaId, id, caseId: caseId ?? null, noticeId: item.noticeId ?? null, about: item.about, channel: item.channel,
    toPersonId: item.toPersonId ?? null, toOrganisationId: item.toOrganisationId ?? null, toAddress: item.toAddress ?? null,
    subject: item.subject, body: item.body, state: inHub ? 'sent' : 'queued', queuedAt: tx.now, sentAt: inHub ? tx.now : null,
    queuedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, byDay: tx.viewer.kind === 'system' && item.isUrgent !== true,
    ownerId: await ownerOf(tx, { localAreaId, ...(caseId === undefined ? {} : { id: caseId }) }) ?? null, sendingId: held?.id ?? null, heldUntil: held?.until ?? null,
  }).execute()
  // A letter waits for whoever prints it, and what is held for its time.
  if (!inHub) await enqueue(tx, sendJob, { localAreaId, outgoingId: id }, { key: sendKeyOf(id), ...(held === undefined ? {} : { inMilliseconds: millisecondsOf(held.until) - millisecondsOf(tx.now) }) })
  return id
}

/** Changes the state of a row that this transaction holds. */
export async function changeOutgoing(
  tx: Tx, localAreaId: LocalAreaId, id: string, change: { state: OutgoingState; sentAt?: Instant; attempts?: number; failure?: string | null; postedCheckedBy?: PersonId },
): Promise<void> {
  await tx.db.updateTable('outgoing').set(change).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

/** Cancels what waits of a sending that was taken back, and what it put into the hub. */
export async function cancelSending(tx: Tx, localAreaId: LocalAreaId, sendingId: string): Promise<void> {
  await tx.db.updateTable('outgoing').set({ state: 'cancelled', failure: 'Taken back before it left' })
    .where('localAreaId', '=', localAreaId).where('sendingId', '=', sendingId).where((eb) => eb.or([eb('state', '=', 'queued'), eb('channel', '=', 'hub')])).execute()
}

/** Lets what waits of a sending leave now. */
export async function letSendingGo(tx: Tx, localAreaId: LocalAreaId, sendingId: string): Promise<void> {
  const rows = await tx.db.updateTable('outgoing').set({ heldUntil: tx.now }).where('localAreaId', '=', localAreaId).where('sendingId', '=', sendingId)
    .where('state', '=', 'queued').returning(['id', 'channel']).execute()
  for (const { id } of rows) await enqueue(tx, sendJob, { localAreaId, outgoingId: id }, { key: sendKeyOf(id) })
}

/** The address on a letter that nobody has posted yet. */
export async function changeAddress(tx: Tx, localAreaId: LocalAreaId, id: string, toAddress: string): Promise<void> {
  await tx.db.updateTable('outgoing').set({ toAddress }).where('localAreaId', '=', localAreaId).where('id', '=', id).where('state', '=', 'queued').execute()
}
