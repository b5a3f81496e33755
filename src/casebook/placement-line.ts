// Section I is written by the act that issues the plan and by nothing else: a draft may name no setting (CFA 2014 s.38(5)).

import { createHash } from 'node:crypto'
import type { LineId, PersonId, PlanId } from '../domain/ids.ts'
import type { PlacementFields, PlanLine } from '../domain/plan/line.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

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
  const { localAreaId } = caseFile
  const earlier = await tx.db.selectFrom('planLine as l')
    .innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'l.localAreaId').onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest'))
    .select(['l.id', 'l.latest', 'r.text', 'r.position', 'r.fields'])
    .where('l.localAreaId', '=', localAreaId).where('l.planId', '=', planId).where('r.section', '=', 'I').where('r.isRemoved', '=', false).execute()
  for (const old of earlier) {
    await revise(tx, caseFile, by, { lineId: old.id, n: old.latest + 1, text: old.text, position: old.position, fields: old.fields, isRemoved: true })
  }
  const known = await tx.db.selectFrom('planLine').select('latest').where('localAreaId', '=', localAreaId).where('id', '=', line.id).executeTakeFirst()
  if (known === undefined) {
    await tx.db.insertInto('planLine').values({ localAreaId, id: line.id, planId, kind: 'placement', latest: 1 }).execute()
  }
  const again = await tx.db.selectFrom('planLineRevision').select(({ fn }) => fn.max('n').as('n'))
    .where('localAreaId', '=', localAreaId).where('lineId', '=', line.id).executeTakeFirst()
  const n = (again?.n ?? 0) + 1
  await revise(tx, caseFile, by, { lineId: line.id, n, text: line.text, position: line.position, fields: line.fields, isRemoved: false })
  return { ...line, revision: n }
}

async function revise(
  tx: Tx, { localAreaId }: CaseFile, by: PersonId,
  { lineId, n, text, position, fields, isRemoved }: { lineId: LineId; n: number; text: string; position: number; fields: unknown; isRemoved: boolean },
): Promise<void> {
  await tx.db.insertInto('planLineRevision').values({
    localAreaId, lineId, n, baseN: n - 1, section: 'I', position, text, fields: JSON.stringify(fields), isRemoved, authorId: by, at: tx.now,
    because: isRemoved ? 'Another placement is decided' : 'Decided when the final plan was issued',
  }).execute()
  await tx.db.updateTable('planLine').set({ latest: n }).where('localAreaId', '=', localAreaId).where('id', '=', lineId).execute()
}
