// Court orders and decisions that say what somebody may not do or know about a child: which kinds there are, what follows from
// one here, on which days it binds, and whether a change of it would give somebody more than they have.
// Children Act 1989, s.8; Family Law Act 1996, ss.33, 42; Police and Criminal Evidence Act 1984, s.47 (bail).

import type { PlainDate } from '../calendar/plain-date.ts'

export const restrictionKinds = [
  'child-arrangements', 'prohibited-steps', 'specific-issue', 'non-molestation', 'occupation', 'care-or-placement', 'bail', 'council-decision', 'other',
] as const
export type RestrictionKind = (typeof restrictionKinds)[number]

export const restrictionKindWords: Record<RestrictionKind, string> = {
  'child-arrangements': 'Child arrangements order', 'prohibited-steps': 'Prohibited steps order', 'specific-issue': 'Specific issue order',
  'non-molestation': 'Non-molestation order', occupation: 'Occupation order', 'care-or-placement': 'Care or placement order', bail: 'Bail condition',
  'council-decision': 'Decision of the council', other: 'Other order or decision',
}

/** Made by a court or the police, and not by the council itself. */
export const isOrder = (kind: RestrictionKind): boolean => kind !== 'council-decision' && kind !== 'other'

export const effects = [
  'may-not-see-record', 'may-not-know-address', 'may-not-be-contacted', 'may-not-contact-child', 'supervised-contact', 'responsibility-limited',
] as const
export type Effect = (typeof effects)[number]

/** What follows from it here, said of the person whom it binds. */
export const effectWords: Record<Effect, string> = {
  'may-not-see-record': 'may not see the child’s record',
  'may-not-know-address': 'may not be told where the child lives',
  'may-not-be-contacted': 'may not be contacted by us',
  'may-not-contact-child': 'may not contact the child',
  'supervised-contact': 'may see the child only with somebody present',
  'responsibility-limited': 'may not use parental responsibility to decide about education',
}

export interface Restriction {
  readonly kind: RestrictionKind
  /** Whom it binds; absent for an order about the child alone. */
  readonly personId?: string
  readonly effects: readonly Effect[]
  readonly from: PlainDate
  /** The last day on which it binds. */
  readonly to?: PlainDate
}

export const isInForce = ({ from, to }: Pick<Restriction, 'from' | 'to'>, on: PlainDate): boolean => from <= on && (to === undefined || on <= to)

/** What binds this person on a day, from every restriction in force. */
export const effectsOn = (restrictions: readonly Restriction[], personId: string, on: PlainDate): ReadonlySet<Effect> =>
  new Set(restrictions.filter((one) => one.personId === personId && isInForce(one, on)).flatMap((one) => one.effects))

type Terms = Pick<Restriction, 'effects' | 'from' | 'to'>

/**
 * Whether a change would let somebody do or know more on any day from `today` on than they may now. Such a change asks a second
 * person; one that only narrows holds at once. Days that are over are over, and cannot be widened.
 */
export function widens(before: Terms, after: Terms, today: PlainDate): boolean {
  const isOver = before.to !== undefined && before.to < today
  if (isOver || before.effects.length === 0) return false
  if (before.effects.some((effect) => !after.effects.includes(effect))) return true
  const startsLater = after.from > today && after.from > before.from
  const endsSooner = after.to !== undefined && (before.to === undefined || after.to < before.to)
  return startsLater || endsSooner
}
