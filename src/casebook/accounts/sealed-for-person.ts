import type { PersonId } from '../../domain/ids.ts'
import type { SealedFor } from '../../platform/seal/seal.ts'

/** What of a person's second factor is sealed: it opens for this person and this thing alone. */
export const sealedForPerson = (personId: PersonId, about: 'app-key' | 'phone' | 'new-email'): SealedFor => ({ purpose: 'second-factor', of: personId, about })
