// Which earlier plans somebody may read again: the council all of them, everybody else those that were sent to them.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { listKeptTerms } from '../../../casebook/plan/kept-terms.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { thaw } from '../../../domain/plan/freeze.ts'
import { keptFromReader } from '../../../domain/plan/kept-from.ts'
import type { Delivery } from '../delivery-store.ts'
import { isOwn, listDeliveries } from '../delivery-store.ts'
import type { FinalVersion } from '../version-store.ts'
import { listFinalVersions } from '../version-store.ts'

/** The newest first. While the plan that took its place waits to leave, none of them is earlier for anybody outside the council. `known`: what the caller has read already. */
export async function listEarlierFor(tx: Tx, caseFile: CaseFile, known: { readonly versions?: readonly FinalVersion[]; readonly deliveries?: readonly Delivery[] } = {}): Promise<FinalVersion[]> {
  const earlier = (known.versions ?? await listFinalVersions(tx, caseFile)).slice(1).filter(({ supersededOn }) => supersededOn !== undefined)
  if (isOfCouncil(caseFile.parts) || earlier.length === 0) return earlier
  const deliveries = known.deliveries ?? await listDeliveries(tx, caseFile)
  const terms = await listKeptTerms(tx, caseFile)
  return earlier.filter((version) => wasTheirs(tx, caseFile, version, deliveries, terms))
}

/** Who was sent it, and from whom no word of it is kept by now. */
function wasTheirs(tx: Tx, caseFile: CaseFile, version: FinalVersion, deliveries: readonly Delivery[], terms: Awaited<ReturnType<typeof listKeptTerms>>): boolean {
  if (tx.viewer.kind !== 'person') return false
  const own = deliveries.some((delivery) => delivery.versionId === version.id && (isOwn(delivery, tx) || (caseFile.actsFor !== undefined && delivery.personId === caseFile.actsFor)))
  const frozen = thaw(version.content)
  if (!own || !frozen.ok) return false
  return keptFromReader(frozen.value.content, terms, { parts: caseFile.parts, personId: caseFile.actsFor ?? tx.viewer.personId }).length === 0
}
