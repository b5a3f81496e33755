// Split, join and move. Each is made by a pure rule from the draft as it stands and then written; each names the revisions that
// the person had before them, and is refused with nothing lost when one of them has moved on.

import { keepContent } from '../../../casebook/plan/keep-content.ts'
import { lockLine, seenSince } from '../../../casebook/plan/line-rows.ts'
import { readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { LineId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { MergeRefusal, SplitRefusal } from '../../../domain/plan/assemble.ts'
import { mergeLines, splitLine } from '../../../domain/plan/assemble.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import type { DraftAt, SectionRefusal } from '../draft-act.ts'
import { draftAct, hindrance } from '../draft-act.ts'

type MovedOn = { readonly kind: 'moved-on' }

/** Whether the words that stand are those that the person had before them. */
async function isAsSeen(tx: Tx, { caseFile, planId }: DraftAt, lineId: LineId, base: number): Promise<boolean> {
  const line = await lockLine(tx, caseFile, planId, lineId)
  return await seenSince(tx, caseFile, line.id, base) === line.latest.n
}

function mustFind(content: PlanContent, lineId: LineId) {
  const line = content.lines.find(({ id }) => id === lineId)
  if (line === undefined) throw new NotFound('line')
  return line
}

export interface SplitInput {
  readonly lineId: LineId
  readonly base: number
  readonly parts: readonly string[]
  /** Whether the other parts keep the typed fields too; otherwise the first alone does. */
  readonly allKeepFields: boolean
}
export type SplitHindrance = SectionRefusal | MovedOn | { readonly kind: SplitRefusal }

export const splitOne = draftAct<SplitInput, null, SplitHindrance>(async (tx, at, input) => {
  const content = await readPlanContent(tx, at.caseFile, at.planId)
  const line = mustFind(content, input.lineId)
  const stands = hindrance(at.mine, line.kind, line.section)
  if (stands !== undefined) return stands
  if (!await isAsSeen(tx, at, line.id, input.base)) return refused({ kind: 'moved-on' })
  const [first = '', ...others] = input.parts
  const split = splitLine(content, line.id, { text: first, fields: line.fields },
    others.map((text) => ({ id: tx.newId<LineId>(), text, fields: input.allKeepFields ? line.fields : {} })))
  if (!split.ok) return refused({ kind: split.refusal })
  await keepContent(tx, at.caseFile, at.planId, content, split.value)
  return ok(null)
})

export interface JoinInput {
  /** The line that stays, then those that become part of it, each with the revision that was seen. */
  readonly lines: readonly { readonly id: LineId; readonly base: number }[]
  readonly text: string
  /** Which line's typed fields the joined line has. */
  readonly fieldsOf: LineId
}
export type JoinHindrance = SectionRefusal | MovedOn | { readonly kind: MergeRefusal }

export const joinLines = draftAct<JoinInput, null, JoinHindrance>(async (tx, at, input) => {
  const content = await readPlanContent(tx, at.caseFile, at.planId)
  for (const { id, base } of input.lines) {
    const line = mustFind(content, id)
    const stands = hindrance(at.mine, line.kind, line.section)
    if (stands !== undefined) return stands
    if (!await isAsSeen(tx, at, id, base)) return refused({ kind: 'moved-on' })
  }
  const { fields } = mustFind(content, input.fieldsOf)
  const joined = mergeLines(content, input.lines.map(({ id }) => id), { text: input.text, fields })
  if (!joined.ok) return refused({ kind: joined.refusal })
  await keepContent(tx, at.caseFile, at.planId, content, joined.value)
  return ok(null)
})

/** Moves a line one place up or down among the lines of its section. No words change, so nobody's typing clashes with it. */
export const moveLine = draftAct<{ lineId: LineId; to: 'up' | 'down' }, null, SectionRefusal>(async (tx, at, { lineId, to }) => {
  const content = await readPlanContent(tx, at.caseFile, at.planId)
  const line = mustFind(content, lineId)
  const stands = hindrance(at.mine, line.kind, line.section)
  if (stands !== undefined) return stands
  const order = linesOfSection(content, line.section)
  const place = order.findIndex(({ id }) => id === lineId)
  const other = order[to === 'up' ? place - 1 : place + 1]
  if (other === undefined) return ok(null)
  const moved = order.map((each) => (each.id === line.id ? other : each.id === other.id ? line : each)).map((each, position) => ({ ...each, position }))
  const elsewhere = content.lines.filter(({ section }) => section !== line.section)
  await keepContent(tx, at.caseFile, at.planId, content, { ...content, lines: [...elsewhere, ...moved] })
  return ok(null)
})
