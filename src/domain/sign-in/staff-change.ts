// What an administrator may change about the people of their body, and what not. Default is no.
//
// Nobody widens what they see themselves: whoever gives a role is not who gets it (ISO 27002 5.3, separation of duties). A body keeps
// one administrator, or nobody could ever let anybody in or out again.

import type { Role } from '../access/parts.ts'
import { rolesAt } from '../access/roles-at.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

export interface Change {
  /** Kind of the body, as the table organisation has it. */
  readonly kind: string
  /** What the person does there today, and from now on. */
  readonly held: readonly Role[]
  readonly wanted: readonly Role[]
  readonly isOneself: boolean
  /** Other people who are administrators there today and have no last day. */
  readonly otherAdministrators: number
}

export type NotChanged = 'no-role' | 'not-for-this-body' | 'own-role' | 'last-administrator'

/** Why these roles cannot be given; undefined when they can. */
export function whyNotChanged({ kind, held, wanted, isOneself, otherAdministrators }: Change): NotChanged | undefined {
  if (wanted.length === 0) return 'no-role'
  // What they hold already may stay, even where a body of that kind may not give it any more.
  const given = wanted.filter((role) => !held.includes(role))
  if (given.some((role) => !rolesAt(kind).includes(role))) return 'not-for-this-body'
  if (isOneself && given.length > 0) return 'own-role'
  return isLastToGo(held, wanted, otherAdministrators) ? 'last-administrator' : undefined
}

/** Why somebody cannot be removed; undefined when they can. One may leave oneself, when somebody else is left to look after access. */
export const whyNotRemoved = ({ held, otherAdministrators }: Pick<Change, 'held' | 'otherAdministrators'>): 'last-administrator' | undefined =>
  (isLastToGo(held, [], otherAdministrators) ? 'last-administrator' : undefined)

const isLastToGo = (held: readonly Role[], wanted: readonly Role[], others: number): boolean =>
  held.includes('staff-administrator') && !wanted.includes('staff-administrator') && others === 0

interface AtBody { readonly id: string; readonly roles: readonly Role[]; readonly lastOn?: PlainDate }

/** How many administrators a body keeps besides this person: those with a last day to come do not count. */
export const otherAdministrators = (staff: readonly AtBody[], personId: string): number =>
  staff.filter(({ id, roles, lastOn }) => id !== personId && roles.includes('staff-administrator') && lastOn === undefined).length
