// Which earlier plans somebody may read again: the council all of them, everybody else those that were sent to them.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { listKeptTerms } from '../../../casebook/plan/kept-terms.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { thaw } from '../../../domain/plan/freeze.ts'
import { keptFromReader } from '../../../domain/plan/kept-from.ts'
import { isOwn, listDeliveries } from '../delivery-store.ts'
import type { FinalVersion } from '../version-store.ts'
import { listEarlierVersions } from '../version-store.ts'

/** The newest first. While the plan that took its place waits to leave, none of them is earlier for anybody outside the council. */
export async function listEarlierFor(tx: Tx, caseFile: CaseFile): Promise<FinalVersion[]> {
  const earlier = (await listEarlierVersions(tx, caseFile)).filter(({ supersededOn }) => supersededOn !== undefined)
  if (isOfCouncil(caseFile.parts)) return earlier
  const theirs: FinalVersion[] = []
  for (const version of earlier) if (await wasTheirs(tx, caseFile, version)) theirs.push(version)
  return theirs
}

/** Who was sent it, and from whom no word of it is kept by now. */
async function wasTheirs(tx: Tx, caseFile: CaseFile, version: FinalVersion): Promise<boolean> {
  if (tx.viewer.kind !== 'person') return false
  const own = (await listDeliveries(tx, caseFile, version.id)).some((delivery) => isOwn(delivery, tx) || (caseFile.actsFor !== undefined && delivery.personId === caseFile.actsFor))
  const frozen = thaw(version.content)
  if (!own || !frozen.ok) return false
  return keptFromReader(frozen.value.content, await listKeptTerms(tx, caseFile), { parts: caseFile.parts, personId: caseFile.actsFor ?? tx.viewer.personId }).length === 0
}
