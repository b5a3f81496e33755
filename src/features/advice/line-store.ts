// All SQL of lines marked in reports (table advice_line). Dispositions are written by drafting; here they are only read.

import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { AdviceId, AdviceLineId } from '../../domain/ids.ts'
import type { AdviceLine, Disposition } from '../../domain/plan/advice-line.ts'
import type { LineFields, LineKind } from '../../domain/plan/line.ts'
import { lineKinds } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { Advice } from './advice-store.ts'

export interface MarkedLine extends AdviceLine {
  readonly position: number
  /** Whether a person has confirmed its wording and amounts, on its own page or in one go. */
  readonly isWorded: boolean
  readonly disposition?: Disposition
}

const fieldsIn = z.record(z.string(), z.union([z.string(), z.number()]))

const rowsOf = (tx: Tx, caseFile: CaseFile, adviceId: AdviceId) => tx.db.selectFrom('adviceLine').selectAll()
  .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).where('removedAt', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function dispositionOf(row: Row): Disposition | undefined {
  switch (row.disposition) {
    case 'used':
    case 'merged': return row.dispositionLineId === null ? undefined : { kind: row.disposition, lineId: row.dispositionLineId }
    case 'not-used': return { kind: 'not-used', reason: row.dispositionReason ?? '' }
    case 'ask-author': return { kind: 'ask-author', question: row.dispositionReason ?? '' }
    case 'disagree': return { kind: 'disagree', reason: row.dispositionReason ?? '' }
    default: return undefined
  }
}

function toLine(row: Row, advice: Advice): MarkedLine {
  const disposition = dispositionOf(row)
  return {
    id: row.id, adviceId: row.adviceId, kind: lineKinds.find((kind) => kind === row.kind) ?? 'need', section: row.section as Section,
    position: row.position, text: row.text, fields: fieldsIn.parse(row.fields) as LineFields, isWorded: row.wordedAt !== null,
    quote: row.quote, start: row.quoteStart, end: row.quoteEnd,
    ...(advice.documentId === undefined ? {} : { documentId: advice.documentId }), ...(disposition === undefined ? {} : { disposition }),
  }
}

/** The marked lines of a report, in the order in which their words stand in it. */
export async function listLines(tx: Tx, caseFile: CaseFile, advice: Advice): Promise<MarkedLine[]> {
  const rows = await rowsOf(tx, caseFile, advice.id).orderBy('quoteStart').orderBy('quoteEnd').orderBy('id').execute()
  return rows.map((row) => toLine(row, advice))
}

export interface NewLine {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields: LineFields
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** Adds lines after those that are there. */
export async function insertLines(tx: Tx, caseFile: CaseFile, adviceId: AdviceId, lines: readonly NewLine[]): Promise<void> {
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

export interface LineChanges {
  readonly kind?: LineKind
  readonly section?: Section
  readonly text?: string
  readonly fields?: LineFields
  readonly isWorded?: boolean
  readonly place?: { readonly start: number; readonly end: number; readonly quote: string }
}

export async function changeLine(tx: Tx, caseFile: CaseFile, line: Pick<MarkedLine, 'id' | 'adviceId'>, changes: LineChanges): Promise<void> {
  const { fields, isWorded, place, ...columns } = changes
  await tx.db.updateTable('adviceLine').set({
    ...columns, ...(fields === undefined ? {} : { fields: JSON.stringify(fields) }),
    ...(isWorded === undefined ? {} : { wordedAt: isWorded ? tx.now : null }),
    ...(place === undefined ? {} : { quoteStart: place.start, quoteEnd: place.end, quote: place.quote }),
  }).where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', line.adviceId).where('id', '=', line.id).execute()
}

/** Takes marks off. The rows stay, with the moment, so that nothing a report said disappears. */
export async function removeLines(tx: Tx, caseFile: CaseFile, adviceId: AdviceId, ids: readonly AdviceLineId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db.updateTable('adviceLine').set({ removedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).where('id', 'in', [...ids]).execute()
}
