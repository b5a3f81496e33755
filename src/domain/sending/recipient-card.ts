// What is said of each recipient before something goes: worked out from the record (casebook/sending/recipient-cards.ts), shown by
// ui/recipient-card.tsx.

import type { Instant, PlainDate } from '../calendar/plain-date.ts'

export interface RecipientCard {
  readonly personId?: string
  readonly name: string
  /** "mother", "educational psychologist", or the body. */
  readonly as: string
  readonly organisation?: string
  /** "In the hub, told by e-mail to shno@example.org". */
  readonly goes: string
  /** When the address was last known to be theirs; undefined when nothing shows it. */
  readonly confirmed?: { readonly how: 'used-the-hub' | 'address-recorded'; readonly on: Instant | PlainDate }
  readonly safe: string
  readonly needs: readonly string[]
  readonly sees: readonly string[]
}
