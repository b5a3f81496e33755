// Which plan a setting is asked about (CFA 2014 ss.39(2), 40(2)): the draft that the family has; for a plan in force the proposed changes that the
// family has, and before they are sent the plan that is in force. What is being written is shown to no setting.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { readVersion } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import type { PlanVersionId } from '../../../domain/ids.ts'
import type { IssuedVersion } from '../../../domain/plan/freeze.ts'
import { versionInForce } from '../../../domain/plan/version-in-force.ts'
import { openAmendmentOf } from '../../../domain/review/amendments.ts'
import { findServed } from '../served-draft.ts'

export function versionToConsultOn(caseFile: CaseFile): PlanVersionId | undefined {
  if (!isInForce(caseFile.stage)) return findServed(caseFile)?.versionId
  const standing = standingFacts(caseFile.facts)
  return openAmendmentOf(standing)?.notice?.versionId ?? versionInForce(standing)?.versionId
}

/** Undefined where nothing has been sent to the family, or the plan in force was made on paper. */
export async function readPlanToConsultOn(tx: Tx, caseFile: CaseFile): Promise<{ versionId: PlanVersionId; version: IssuedVersion } | undefined> {
  const versionId = versionToConsultOn(caseFile)
  return versionId === undefined ? undefined : { versionId, version: await readVersion(tx, caseFile, versionId) }
}

/** What that version is called: a draft, the changes that are proposed to a plan in force, or that plan. */
export function nameOfVersion({ stage }: Pick<CaseFile, 'stage'>, { heading: { status, versionNumber } }: IssuedVersion): string {
  const name = status !== 'draft' ? 'The plan in force' : isInForce(stage) ? 'The plan with the changes that are proposed' : 'The draft plan'
  return `${name}, version ${versionNumber}`
}
