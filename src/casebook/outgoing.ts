// The rows of the outbox: what is queued for a person or body, and what became of it. The only place that writes them.

import type { Instant } from '../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PersonId } from '../domain/ids.ts'
import type { CaseFile } from './open-case-file.ts'
import { enqueue } from './queue.ts'
import type { Tx } from './tx.ts'

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
}

/** Queues one item; what is for the hub itself has arrived with this. */
export async function queueOutgoing(tx: Tx, caseFile: CaseFile, item: NewOutgoing): Promise<void> {
  const id = tx.newId<string>()
  const inHub = item.channel === 'hub'
  await tx.db.insertInto('outgoing').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, noticeId: item.noticeId ?? null, about: item.about, channel: item.channel,
    toPersonId: item.toPersonId ?? null, toOrganisationId: item.toOrganisationId ?? null, toAddress: item.toAddress ?? null,
    subject: item.subject, body: item.body, state: inHub ? 'sent' : 'queued', queuedAt: tx.now, sentAt: inHub ? tx.now : null,
    queuedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null,
  }).execute()
  if (!inHub) await enqueue(tx, 'send-outgoing', { localAreaId: caseFile.localAreaId, outgoingId: id })
}

/** Changes the state of a row that this transaction holds. */
export async function changeOutgoing(
  tx: Tx, localAreaId: LocalAreaId, id: string, change: { state: OutgoingState; sentAt?: Instant; attempts?: number; failure?: string | null },
): Promise<void> {
  await tx.db.updateTable('outgoing').set(change).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}
