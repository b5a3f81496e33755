import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { bringLinesTo } from '../../../casebook/plan/bring-lines-to.ts'
import { planIdOf, readVersion } from '../../../casebook/plan/plan-content.ts'
import { findServed } from '../../../casebook/plan/served.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { ReviewId } from '../../../domain/ids.ts'

/** The decision not to amend was taken back before it left: the amendment is open again, with the words that the family was sent. */
export async function linesAsProposed(tx: Tx, caseFile: CaseFile, { reviewId }: { readonly reviewId: ReviewId }): Promise<void> {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('take-back')
  const served = findServed(caseFile)
  if (served?.reviewId !== reviewId) return
  const { content } = await readVersion(tx, caseFile, served.versionId)
  await bringLinesTo(tx, caseFile, await planIdOf(tx, caseFile), tx.viewer.personId, content, 'The decision not to amend was taken back: as it was proposed')
}
