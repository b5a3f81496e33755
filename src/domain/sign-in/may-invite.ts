// Whether a family member may be invited to open an account, from what is recorded of them; and which second fact is safe. The
// default is no: an invitation that reaches the wrong person opens a child's record to them (threats T8, T9, T24).

export interface Invitee {
  /** They have a part in the case today: parent, young person or representative. */
  readonly isOnCase: boolean
  readonly email: string | undefined
  /** any, email, phone, post, hub or none: the only channel that may be used. */
  readonly safeContact: string
  /** A court order or a decision in force today keeps the record or our messages from them (domain/access/family-standing.ts). */
  readonly mayNotBeTold: boolean
}

export type NotInvited = 'not-on-case' | 'restricted' | 'not-by-email' | 'no-email'

/** Undefined when they may be invited; else what stands in the way. */
export function whyNotInvited({ isOnCase, email, safeContact, mayNotBeTold }: Invitee): NotInvited | undefined {
  if (!isOnCase) return 'not-on-case'
  if (mayNotBeTold) return 'restricted'
  // "hub" says that no message at all may go to their mailbox: somebody else may read it.
  if (safeContact !== 'any' && safeContact !== 'email') return 'not-by-email'
  return email === undefined || email === '' ? 'no-email' : undefined
}

/**
 * A code told by telephone, by letter or face to face is always good. The child's date of birth is known to everybody in the family,
 * so it keeps out strangers and slips of the fingers, and nobody else: not where somebody of the family is to be kept out.
 */
export function secondFactsFor({ isAnybodyKeptOut, safeContact }: { isAnybodyKeptOut: boolean; safeContact: string }): readonly ('code' | 'birth-date')[] {
  return isAnybodyKeptOut || safeContact !== 'any' ? ['code'] : ['code', 'birth-date']
}
