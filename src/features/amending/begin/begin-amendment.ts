import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { AmendmentCause } from '../../../domain/case-file/facts.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { ReviewId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { openAmendmentOf } from '../../../domain/review/amendments.ts'

/** The council may propose to amend at any other time too, by the same procedure (SEND Regulations 2014, reg 28). */
export const beginAmendment = act('begin-amendment', async (tx, caseFile, { because }: { because: AmendmentCause }): Promise<Outcome<ReviewId, { kind: 'open-already' }>> => {
  if (openAmendmentOf(standingFacts(caseFile.facts)) !== undefined) return refused({ kind: 'open-already' })
  const reviewId = tx.newId<ReviewId>()
  await recordFact(tx, caseFile, { type: 'amendment-begun', reviewId, because })
  return ok(reviewId)
})
