// Who has an older plan in hand. One person at a time places and confirms it; whoever goes away, or does nothing with it, keeps nobody waiting.

import { londonDateOf } from '../calendar/london-date.ts'
import { addDays, type Instant, type PlainDate } from '../calendar/plain-date.ts'
import type { PersonId } from '../ids.ts'

/** So many days after it was taken or last worked on it is anybody's again. */
export const daysInHand = 7

export interface Claim {
  readonly by: PersonId
  readonly name: string
  /** When it was taken, or last worked on. */
  readonly at: Instant
}

/** The last day of a claim that is not used. */
export const inHandUntil = ({ at }: Pick<Claim, 'at'>): PlainDate => addDays(londonDateOf(at), daysInHand)

/** Ends with the work of whoever has it, and when it is not used. */
export const isInHand = (claim: Pick<Claim, 'by' | 'at'>, { today, team }: { readonly today: PlainDate; readonly team: ReadonlySet<PersonId> }): boolean =>
  team.has(claim.by) && today <= inHandUntil(claim)

/** From somebody who is at work on it only a manager takes it; they hand it over themselves. */
export const mayTake = (claim: Claim | undefined, by: PersonId, isManager: boolean): boolean => claim === undefined || claim.by === by || isManager
