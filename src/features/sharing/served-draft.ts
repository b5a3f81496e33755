// The draft as it was served: which version, on what day, until when the family may answer.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { planIdOf, readPlanContent, readVersion } from '../../casebook/plan-content.ts'
import type { Tx } from '../../casebook/tx.ts'
import { mayLook } from '../../domain/access/policy.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import { latestOf } from '../../domain/case-file/facts.ts'
import { currentProcess } from '../../domain/case-file/tracks.ts'
import type { LineId, PlanVersionId } from '../../domain/ids.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import type { PlanLine } from '../../domain/plan/line.ts'

export interface Served {
  readonly versionId: PlanVersionId
  readonly servedOn: PlainDate
  readonly channel: Channel
  readonly windowLastDay: PlainDate
}

/** The last time the draft was served in the process that is running; undefined before the first. */
export function findServed(caseFile: CaseFile): Served | undefined {
  const fact = latestOf(currentProcess(caseFile.facts), 'draft-served')
  return fact === undefined ? undefined
    : { versionId: fact.versionId, servedOn: fact.happenedOn, channel: fact.channel, windowLastDay: fact.windowLastDay }
}

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

/**
 * The line as the viewer reads it: in the draft that was served or, for those who may see the draft while it is written, as
 * it stands now. Family only ever see what was served.
 */
export async function findLineInSight(tx: Tx, caseFile: CaseFile, lineId: string): Promise<LineInSight | undefined> {
  const served = await readServedDraft(tx, caseFile)
  const line = served?.version.content.lines.find(({ id }) => id === lineId)
  if (line !== undefined && served !== undefined) return { line, versionId: served.versionId }
  if (!mayLook('working-draft', caseFile.parts)) return undefined
  const now = (await readPlanContent(tx, caseFile, await planIdOf(tx, caseFile))).lines.find(({ id }) => id === (lineId as LineId))
  return now === undefined ? undefined : { line: now }
}
