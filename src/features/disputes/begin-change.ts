// What an order, an agreement or a concession sets going in the case: an amendment whose ordered words are locked, or the end of a ceasing.

import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AmendmentCause } from '../../domain/case-file/facts.ts'
import { isInForce } from '../../domain/case-file/tracks.ts'
import { openCeasing } from '../../domain/ceasing/ceasing-of.ts'
import type { OrderKind } from '../../domain/clocks/event-kinds.ts'
import { amendingKinds, keepingKinds } from '../../domain/disputes/dispute-words.ts'
import type { PersonId, ReviewId } from '../../domain/ids.ts'

type Source = Extract<AmendmentCause, 'order' | 'concession' | 'mediation'>

/** Begins the amendment that this kind asks for, and says that a plan goes on which was to end. The amendment's id, when there is one. */
export async function beginChange(tx: Tx, caseFile: CaseFile, { because, kind, on }: { readonly because: Source; readonly kind: OrderKind; readonly on: PlainDate }): Promise<ReviewId | undefined> {
  const ceasing = openCeasing(caseFile.facts)
  if (ceasing !== undefined && keepingKinds.includes(kind)) await recordFact(tx, caseFile, { type: 'ceasing-dropped', ceasingId: ceasing.id, because }, { happenedOn: on })
  if (!amendingKinds.includes(kind) || !isInForce(caseFile.stage)) return undefined
  const reviewId = tx.newId<ReviewId>()
  await recordFact(tx, caseFile, { type: 'amendment-begun', reviewId, because }, { happenedOn: on })
  return reviewId
}

export function authorOf(tx: Tx): PersonId {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('a person records this')
  return tx.viewer.personId
}
