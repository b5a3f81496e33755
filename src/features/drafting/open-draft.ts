// What every page of the draft reads first: the case, the plan as it stands, where this person writes, and who else is here.

import type { Ask } from '../../casebook/ask.ts'
import { caseKeyOf } from '../../casebook/ask.ts'
import type { OpenClash } from '../../casebook/plan/clashes.ts'
import { listOpenClashes } from '../../casebook/plan/clashes.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { KeptLock } from '../../casebook/plan/locked-wordings.ts'
import { listLocks } from '../../casebook/plan/locked-wordings.ts'
import { readPlanContent } from '../../casebook/plan/plan-content.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import { sectionsToWrite } from '../../domain/access/section-writers.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { isInForce } from '../../domain/case-file/tracks.ts'
import type { LineId, PlanId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { PlanContent, PlanLine } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { isSection } from '../../domain/plan/sections.ts'
import type { Present } from './draft-store.ts'
import { enterDraft, listKindsAskedFor } from './draft-store.ts'

export interface Draft {
  readonly caseFile: CaseFile
  readonly planId: PlanId
  readonly content: PlanContent
  /** The sections this person writes in now; none when the stage or their part does not let them write. */
  readonly mine: readonly Section[]
  /** Whether they decide for the whole plan: advice, versions. */
  readonly decides: boolean
  readonly present: readonly Present[]
  readonly clashes: readonly OpenClash[]
  readonly today: PlainDate
  /** Lines whose words were ordered or agreed: nobody changes them until the amended plan is out. */
  readonly locks: readonly KeptLock[]
}

export async function openDraft(tx: Tx, ask: Ask, { on }: { on?: LineId } = {}): Promise<Draft> {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'working-draft')
  const { planId, present } = await enterDraft(tx, caseFile, on)
  const mayWrite = caseFile.open.includes('draft-plan')
  return {
    caseFile, planId, content: await readPlanContent(tx, caseFile, planId), today: tx.today,
    mine: mayWrite ? sectionsToWrite(caseFile.parts, await listKindsAskedFor(tx, caseFile)) : [],
    decides: mayWrite && isOfCouncil(caseFile.parts),
    present, clashes: await listOpenClashes(tx, caseFile, planId),
    locks: isInForce(caseFile.stage) ? await listLocks(tx, caseFile, planId) : [],
  }
}

/** The section that the URL names. */
export function sectionOf(ask: Ask): Section {
  const section = ask.params['section'] ?? ''
  if (!isSection(section)) throw new NotFound('section')
  return section
}

/** The line that the URL names; whether there is one is for the store to say. */
export function lineIdOf(ask: Ask): LineId {
  const id = ask.params['lineId'] ?? ''
  if (!isId(id)) throw new NotFound('line')
  return id as LineId
}

/** A live line of the draft; NotFound for one that was taken out or is of another plan. */
export function lineOf(draft: Pick<Draft, 'content'>, lineId: LineId): PlanLine {
  const line = draft.content.lines.find(({ id }) => id === lineId)
  if (line === undefined) throw new NotFound('line')
  return line
}

/** The revision that a form says it was made from; the line's own when the form does not say. */
export const baseOf = (ask: Ask, otherwise: number): number => {
  const text = ask.form.text('base')
  return /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}
