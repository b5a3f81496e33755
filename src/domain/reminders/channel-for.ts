// By which channel somebody is told that something waits. What is safe for them goes before what they like: safe contact is
// recorded by the council because another channel can be read by somebody else at home.

export const chosenChannels = ['email', 'text', 'hub'] as const
export type ChosenChannel = (typeof chosenChannels)[number]

export interface Reach {
  /** any, email, phone, post, hub, none: the only channel that may be used. */
  readonly safeContact: string
  readonly canSignIn: boolean
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly chosen?: ChosenChannel | undefined
}

export type AlertChannel =
  | { readonly by: 'email' | 'text'; readonly address: string }
  /** It stands in the hub, and nothing is sent. */
  | { readonly by: 'hub' }
  /** Only paper reaches them. */
  | { readonly by: 'post' }
  | { readonly by: 'none' }

/** Whether this addressee gets paper: they asked for it, they have no account, or there is no other way that they allow. */
export const goesByPost = ({ safeContact, email, canSignIn }: Reach): boolean =>
  safeContact !== 'none' && (safeContact === 'post' || !canSignIn || (email === undefined && safeContact !== 'hub'))

/** `texts`: whether texts can be sent at all; without, who chose them gets an e-mail. */
export function channelFor(reach: Reach, { texts }: { texts: boolean }): AlertChannel {
  const { safeContact, email, phone, chosen } = reach
  if (safeContact === 'none') return { by: 'none' }
  if (chosen === 'text' && texts && phone !== undefined && safeContact === 'any' && reach.canSignIn) return { by: 'text', address: phone }
  if (goesByPost(reach)) return { by: 'post' }
  if (chosen === 'hub' || email === undefined || !['any', 'email'].includes(safeContact)) return { by: 'hub' }
  return { by: 'email', address: email }
}
