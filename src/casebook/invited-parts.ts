// Parts that an invitation to a review gave end by themselves when the review is over: days on their rows, folded from the facts.

import type { RecordedFact } from '../domain/case-file/facts.ts'
import type { CaseId, LocalAreaId } from '../domain/ids.ts'
import { invitedPartsEndOn } from '../domain/review/invited-parts.ts'
import type { Tx } from './tx.ts'

/** Why somebody has a part who was invited to a review: the rows with this basis end with it. Whoever is asked for more stays for that. */
export const invitedToReview = 'invited to a review of the plan under regulation 20(2)'

interface OfLedger {
  readonly localAreaId: LocalAreaId
  readonly id: CaseId
  readonly facts: readonly RecordedFact[]
}

/** Puts the last day on the parts that are still open; takes it off again when what ended the review was taken back. */
export async function keepInvitedParts(tx: Tx, { localAreaId, id, facts }: OfLedger): Promise<void> {
  if (!facts.some(({ type }) => type === 'review-invitations-sent')) return
  await tx.db.updateTable('caseParty').set({ toOn: invitedPartsEndOn(facts) ?? null })
    .where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('basis', '=', invitedToReview)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
}
