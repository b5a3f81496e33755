// The rows of lines marked in reports: the one place that writes them. Whoever gives or checks a report marks its lines; the
// plan's writers say what became of each.

import { sql } from 'kysely'
import type { AdviceId, AdviceLineId, LineId } from '../../domain/ids.ts'
import type { AdviceLine, Disposition } from '../../domain/plan/advice-line.ts'
import type { LineFields, LineKind } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { authorOf } from './line-rows.ts'
import type { InArea } from './revision-row.ts'
import type { Tx } from '../tx.ts'

export type NewMarkedLine = Omit<AdviceLine, 'id' | 'adviceId' | 'documentId'>

/** Adds lines after those that are there. */
export async function insertMarkedLines(tx: Tx, caseFile: InArea, adviceId: AdviceId, lines: readonly NewMarkedLine[]): Promise<void> {
  if (lines.length === 0) return
  const last = await tx.db.selectFrom('adviceLine').select((eb) => eb.fn.max('position').as('position'))
    .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).executeTakeFirst()
  const first = (last?.position ?? -1) + 1
  await tx.db.insertInto('adviceLine').values(lines.map((line, index) => ({
    localAreaId: caseFile.localAreaId, id: tx.newId<AdviceLineId>(), adviceId, kind: line.kind, section: line.section, position: first + index,
    text: line.text, fields: JSON.stringify(line.fields), quote: line.quote, quoteStart: line.start, quoteEnd: line.end,
    markedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, markedAt: tx.now,
  }))).execute()
}

export interface MarkedLineChanges {
  readonly kind?: LineKind
  readonly section?: Section
  readonly text?: string
  readonly fields?: LineFields
  readonly isWorded?: boolean
  readonly place?: { readonly start: number; readonly end: number; readonly quote: string }
}

export interface MarkedLineKey {
  readonly id: AdviceLineId
  readonly adviceId: AdviceId
}

export async function changeMarkedLine(tx: Tx, caseFile: InArea, line: MarkedLineKey, changes: MarkedLineChanges): Promise<void> {
  const { fields, isWorded, place, ...columns } = changes
  await tx.db.updateTable('adviceLine').set({
    ...columns, ...(fields === undefined ? {} : { fields: JSON.stringify(fields) }),
    ...(isWorded === undefined ? {} : { wordedAt: isWorded ? tx.now : null }),
    ...(place === undefined ? {} : { quoteStart: place.start, quoteEnd: place.end, quote: place.quote }),
  }).where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', line.adviceId).where('id', '=', line.id).execute()
}

/** Takes marks off. The rows stay, with the moment, so that nothing a report said disappears. */
export async function removeMarkedLines(tx: Tx, caseFile: InArea, adviceId: AdviceId, ids: readonly AdviceLineId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db.updateTable('adviceLine').set({ removedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).where('id', 'in', [...ids]).execute()
}

/** Holds these advice lines until the transaction ends, so that two people cannot decide one of them at once. */
export async function lockMarkedLines(tx: Tx, caseFile: InArea, ids: readonly AdviceLineId[]): Promise<void> {
  await tx.db.selectFrom('adviceLine').select('id').where('localAreaId', '=', caseFile.localAreaId)
    .where('id', '=', sql<AdviceLineId>`any(${[...ids]}::uuid[])`).orderBy('id').forUpdate().execute()
}

/** What became of a marked line in the plan. */
export async function recordDisposition(tx: Tx, caseFile: InArea, adviceLineId: AdviceLineId, disposition: Disposition): Promise<void> {
  await tx.db.updateTable('adviceLine').set({
    disposition: disposition.kind,
    dispositionLineId: disposition.kind === 'used' || disposition.kind === 'merged' ? disposition.lineId : null,
    dispositionReason: disposition.kind === 'not-used' || disposition.kind === 'disagree' ? disposition.reason
      : disposition.kind === 'ask-author' ? disposition.question : null,
    dispositionBy: authorOf(tx), dispositionAt: tx.now, answer: null, answeredBy: null, answeredAt: null,
  }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', adviceLineId).execute()
}

/** Keeps the author's answer to the question that stands; false when none stands or it is answered. */
export async function keepAuthorAnswer(tx: Tx, caseFile: InArea, { id, adviceId }: MarkedLineKey, answer: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('adviceLine').set({ answer, answeredBy: authorOf(tx), answeredAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).where('id', '=', id)
    .where('disposition', '=', 'ask-author').where('answer', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

interface DispositionRow {
  readonly disposition: string | null
  readonly dispositionLineId: LineId | null
  readonly dispositionReason: string | null
  readonly answer: string | null
}

/** What became of a marked line, as its row has it; undefined while it waits. */
export function dispositionOf(row: DispositionRow): Disposition | undefined {
  const words = row.dispositionReason ?? ''
  switch (row.disposition) {
    case 'used': case 'merged': return row.dispositionLineId === null ? undefined : { kind: row.disposition, lineId: row.dispositionLineId }
    case 'not-used': case 'disagree': return { kind: row.disposition, reason: words }
    case 'ask-author': return { kind: 'ask-author', question: words, ...(row.answer === null ? {} : { answer: row.answer }) }
    default: return undefined
  }
}
