// All SQL of marked advice lines as drafting sees them: what was marked, whose report it stands in, and what became of it. The
// disposition columns are the only ones written here; the lines themselves belong to advice.

import { sql } from 'kysely'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import type { AdviceId, AdviceLineId, DocumentId } from '../../domain/ids.ts'
import type { AdviceLine, Disposition } from '../../domain/plan/advice-line.ts'
import type { LineFields, LineKind } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { family, councilTeam } from '../../domain/access/parts.ts'
import { authorOf } from '../../casebook/line-rows.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { adviceTitles } from '../../casebook/plan-content.ts'
import { organisationsOf } from '../../casebook/sight.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface Report {
  readonly adviceId: AdviceId
  readonly item: AdviceItem
  readonly title: string
  readonly author: string
  readonly role: string
  readonly dated?: PlainDate
  /** Whether the viewer may read the report itself. */
  readonly isReadable: boolean
}

export interface MarkedLine extends AdviceLine {
  readonly report: Report
  readonly disposition?: Disposition
}

/**
 * The reports given on the case. A report is readable for the council and the family, and for its author and their service;
 * never for a part that its author or the family keeps out.
 */
export async function listReports(tx: Tx, caseFile: CaseFile): Promise<Map<AdviceId, Report>> {
  const rows = await tx.db.selectFrom('advice').select(['id', 'item', 'kind', 'authorName', 'authorRole', 'authorPersonId', 'organisationId', 'dated', 'notFor'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('state', 'in', ['given', 'accepted'])
    .orderBy('item').orderBy('dated').orderBy('id').execute()
  const { parts } = caseFile
  const readsAll = [...councilTeam, ...family].some((part) => parts.includes(part))
  const self = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  const own = organisationsOf(tx.viewer)
  return new Map(rows.map((row) => {
    const isOwn = row.authorPersonId === self || (row.organisationId !== null && own.includes(row.organisationId))
    const isKeptFrom = parts.length > 0 && parts.every((part) => row.notFor.includes(part))
    return [row.id, {
      adviceId: row.id, item: row.item as AdviceItem, title: adviceTitles[row.kind] ?? 'Advice', author: row.authorName, role: row.authorRole,
      ...(row.dated === null ? {} : { dated: row.dated }), isReadable: (readsAll || isOwn) && (!isKeptFrom || isOwn),
    }]
  }))
}

/** Every line marked in advice that was given, by report and then as it stands in the report. */
export async function listMarkedLines(tx: Tx, caseFile: CaseFile): Promise<MarkedLine[]> {
  const reports = await listReports(tx, caseFile)
  const rows = await tx.db.selectFrom('adviceLine as l')
    .innerJoin('advice as a', (join) => join.onRef('a.localAreaId', '=', 'l.localAreaId').onRef('a.id', '=', 'l.adviceId'))
    .selectAll('l').select('a.documentId').where('l.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id)
    .where('a.state', 'in', ['given', 'accepted']).where('l.removedAt', 'is', null)
    .orderBy('a.item').orderBy('a.id').orderBy('l.position').orderBy('l.id').execute()
  return rows.flatMap((row): MarkedLine[] => {
    const report = reports.get(row.adviceId)
    if (report === undefined) return []
    const disposition = dispositionOf(row)
    return [{
      id: row.id, adviceId: row.adviceId, ...(row.documentId === null ? {} : { documentId: row.documentId as DocumentId }), kind: row.kind as LineKind,
      section: row.section as Section, text: row.text, fields: row.fields as LineFields, quote: row.quote, start: row.quoteStart, end: row.quoteEnd,
      report, ...(disposition && { disposition }),
    }]
  })
}

function dispositionOf(row: { disposition: string | null; dispositionLineId: string | null; dispositionReason: string | null }): Disposition | undefined {
  const words = row.dispositionReason ?? ''
  const lineId = row.dispositionLineId as Extract<Disposition, { kind: 'used' }>['lineId'] | null
  switch (row.disposition) {
    case 'used': case 'merged': return lineId === null ? undefined : { kind: row.disposition, lineId }
    case 'not-used': case 'disagree': return { kind: row.disposition, reason: words }
    case 'ask-author': return { kind: 'ask-author', question: words }
    default: return undefined
  }
}

/** Holds these advice lines until the transaction ends, so that two people cannot decide one of them at once. */
export async function lockMarkedLines(tx: Tx, caseFile: CaseFile, ids: readonly AdviceLineId[]): Promise<void> {
  await tx.db.selectFrom('adviceLine').select('id').where('localAreaId', '=', caseFile.localAreaId)
    .where('id', '=', sql<AdviceLineId>`any(${[...ids]}::uuid[])`).orderBy('id').forUpdate().execute()
}

export async function recordDisposition(tx: Tx, caseFile: CaseFile, adviceLineId: AdviceLineId, disposition: Disposition): Promise<void> {
  await tx.db.updateTable('adviceLine').set({
    disposition: disposition.kind,
    dispositionLineId: disposition.kind === 'used' || disposition.kind === 'merged' ? disposition.lineId : null,
    dispositionReason: disposition.kind === 'not-used' || disposition.kind === 'disagree' ? disposition.reason
      : disposition.kind === 'ask-author' ? disposition.question : null,
    dispositionBy: authorOf(tx), dispositionAt: tx.now,
  }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', adviceLineId).execute()
}

/** What was decided of each line, for the rules that say what became of it. */
export const dispositionsOf = (marked: readonly MarkedLine[]): Map<AdviceLineId, Disposition> =>
  new Map(marked.flatMap(({ id, disposition }) => (disposition === undefined ? [] : [[id, disposition] as const])))
