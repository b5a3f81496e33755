// Section I is written by the act that issues the plan and by nothing else: a draft may name no setting (CFA 2014 s.38(5)).

import { createHash } from 'node:crypto'
import type { LineId, PersonId, PlanId } from '../../domain/ids.ts'
import type { PlacementFields, PlanLine } from '../../domain/plan/line.ts'
import { addRevision, findLine, insertLine, lockLine } from './line-rows.ts'
import type { CaseFile } from '../open-case-file.ts'
import { readPlanContent } from './plan-content.ts'
import type { Tx } from '../tx.ts'

export interface Placement {
  readonly text: string
  readonly fields: PlacementFields
}

/**
 * The line as it will stand. Its identity follows from its words, so that what a manager released while reading the preview
 * is the same finding when the plan is issued, and falls when another setting is chosen.
 */
export function placementLine(planId: PlanId, { text, fields }: Placement): PlanLine {
  const hex = createHash('sha256').update(JSON.stringify(['placement', planId, text, fields])).digest('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as LineId
  return { id, kind: 'placement', section: 'I', position: 1, text, fields, revision: 1, sources: [] }
}

/** Writes section I. Called once in an act that then freezes the plan; earlier lines of the section are taken out. */
export async function writePlacement(tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, placement: Placement): Promise<PlanLine> {
  const line = placementLine(planId, placement)
  const { lines } = await readPlanContent(tx, caseFile, planId)
  for (const { id } of lines.filter(({ section }) => section === 'I')) {
    const old = await lockLine(tx, caseFile, planId, id)
    await addRevision(tx, caseFile, planId, old, {
      n: old.latest.n + 1, base: old.latest.n, by, how: 'removed', wording: old.latest.wording, isRemoved: true, because: 'Another placement is decided',
    })
  }
  const wording = { section: line.section, text: line.text, fields: line.fields }
  const because = 'Decided when the final plan was issued'
  const known = await findLine(tx, caseFile, planId, line.id, { lock: true })
  if (known === undefined) {
    await insertLine(tx, caseFile, planId, { id: line.id, kind: line.kind, by, wording, position: line.position, because })
    return line
  }
  const { n } = known.latest
  await addRevision(tx, caseFile, planId, known, { n: n + 1, base: n, by, how: 'saved', wording, isRemoved: false, because })
  return { ...line, revision: n + 1 }
}
