import { Tag } from '../../ui/govuk/tag.tsx'
import type { OutgoingChannel, OutgoingState } from '../../casebook/sending/outgoing.ts'

export const channelWords: Record<OutgoingChannel, string> = { email: 'Email', text: 'Text message', letter: 'Letter', hub: 'In the hub only' }

export const stateWords: Record<OutgoingState, string> = { queued: 'Waiting', sent: 'Sent', failed: 'Failed', cancelled: 'Cancelled' }

/** Red for what a person must look at; a letter that waits says for what. */
export function StateTag({ item }: { item: { readonly state: OutgoingState; readonly channel: OutgoingChannel; readonly attempts: number; readonly heldUntil?: string } }) {
  const { state, channel, attempts } = item
  if (state === 'failed') return <Tag colour="red">Failed</Tag>
  if (state === 'queued' && item.heldUntil !== undefined) return <Tag colour="blue">Can be taken back</Tag>
  if (state === 'queued') return <Tag colour="yellow">{channel === 'letter' ? 'To print and post' : attempts > 0 ? 'Being tried again' : 'Waiting'}</Tag>
  if (state === 'cancelled') return <Tag colour="grey">Cancelled</Tag>
  return <Tag colour="green">{channel === 'letter' ? 'Posted' : 'Sent'}</Tag>
}
