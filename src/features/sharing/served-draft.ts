// The draft as it was served: which version, on what day, until when the family may answer.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { planIdOf, readPlanContent, readVersion } from '../../casebook/plan/plan-content.ts'
import type { Served } from '../../casebook/plan/served.ts'
import { findServed } from '../../casebook/plan/served.ts'
import type { Tx } from '../../casebook/tx.ts'
import { mayLook } from '../../domain/access/policy.ts'
import { standingFacts } from '../../domain/case-file/facts.ts'
import type { LineId, PlanVersionId } from '../../domain/ids.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import { openAmendmentOf } from '../../domain/review/amendments.ts'
import { versionsSent } from '../../domain/plan/working/sent-versions.ts'

export { findServed }
export type { Served }

export interface ServedDraft extends Served {
  readonly version: IssuedVersion
}

export async function readServedDraft(tx: Tx, caseFile: CaseFile): Promise<ServedDraft | undefined> {
  const served = findServed(caseFile)
  return served === undefined ? undefined : { ...served, version: await readVersion(tx, caseFile, served.versionId) }
}

/** A line that this viewer has before them, and the version they read it in. */
export interface LineInSight {
  readonly line: PlanLine
  readonly versionId?: PlanVersionId
}

/** A plan in force is being changed and no notice of it is out yet: what is read and answered is the working document (features/working). */
export function isWorkedOn(caseFile: Pick<CaseFile, 'stage' | 'facts'>): boolean {
  if (caseFile.stage !== 'reviewing' && caseFile.stage !== 'amending') return false
  const amendment = openAmendmentOf(standingFacts(caseFile.facts))
  return amendment === undefined || findServed(caseFile)?.reviewId !== amendment.id
}

/** What the family has before it: the draft that was served; of a plan in force the last version that was sent, final or proposed. */
async function readSent(tx: Tx, caseFile: CaseFile): Promise<Pick<ServedDraft, 'versionId' | 'version'> | undefined> {
  const versionId = isWorkedOn(caseFile) ? versionsSent(caseFile.facts).at(-1) : undefined
  return versionId === undefined ? readServedDraft(tx, caseFile) : { versionId, version: await readVersion(tx, caseFile, versionId) }
}

/**
 * The line as the viewer reads it: in the draft that was served or, for those who may see the draft while it is written, as
 * it stands now. Family only ever see what was served.
 */
export async function findLineInSight(tx: Tx, caseFile: CaseFile, lineId: string): Promise<LineInSight | undefined> {
  const served = isWorkedOn(caseFile) && mayLook('working-draft', caseFile.parts) ? undefined : await readSent(tx, caseFile)
  const line = served?.version.content.lines.find(({ id }) => id === lineId)
  if (line !== undefined && served !== undefined) return { line, versionId: served.versionId }
  if (!mayLook('working-draft', caseFile.parts)) return undefined
  const now = (await readPlanContent(tx, caseFile, await planIdOf(tx, caseFile))).lines.find(({ id }) => id === (lineId as LineId))
  return now === undefined ? undefined : { line: now }
}
