// Marked advice lines as drafting reads them: what was marked, whose report it stands in, and what became of it.
// casebook/plan/marked-lines.ts writes them.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import type { AdviceId, AdviceLineId, DocumentId, OrganisationId, PersonId } from '../../domain/ids.ts'
import type { AdviceLine, Disposition } from '../../domain/plan/advice-line.ts'
import type { LineFields, LineKind } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { adviceInSight, isOwn, maySeeAdvice } from '../../domain/advice/advice-sight.ts'
import { dispositionOf } from '../../casebook/plan/marked-lines.ts'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { adviceTitles } from '../../casebook/plan/plan-content.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import { copiesForViewer } from '../../casebook/access/redacted-copies.ts'
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

/** The reports given on the case; which of them the viewer may read is the one rule's to say (domain/advice/advice-sight.ts). */
export async function listReports(tx: Tx, caseFile: CaseFile): Promise<Map<AdviceId, Report>> {
  const rows = await tx.db.selectFrom('advice as d')
    .leftJoin('adviceRequest as q', (join) => join.onRef('q.localAreaId', '=', 'd.localAreaId').onRef('q.id', '=', 'd.adviceRequestId'))
    .select(['d.id', 'd.item', 'd.kind', 'd.state', 'd.authorName', 'd.authorRole', 'd.authorPersonId', 'd.organisationId', 'd.begunBy', 'd.dated', 'd.notFor', 'd.givenAt', 'q.askedPersonId', 'q.askedOrganisationId'])
    .where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id).where('d.state', 'in', ['given', 'accepted']).where(notHidden(caseFile, 'd.id'))
    .orderBy('d.item').orderBy('d.dated').orderBy('d.id').execute()
  const looker = {
    personId: tx.viewer.kind === 'person' ? tx.viewer.personId : '', parts: caseFile.parts, organisationIds: organisationsOf(tx.viewer),
    ...(caseFile.onlyBefore === undefined ? {} : { onlyBefore: caseFile.onlyBefore }),
  }
  const copies = await copiesForViewer(tx, caseFile)
  return new Map(rows.map((row) => [row.id, {
    adviceId: row.id, item: row.item as AdviceItem, title: adviceTitles[row.kind] ?? 'Advice', author: row.authorName, role: row.authorRole,
    ...(row.dated === null ? {} : { dated: row.dated }),
    // Quotes would show what the copy for this reader leaves out.
    isReadable: maySeeAdvice(adviceInSight(row), looker) && copies.ofAdvice({ id: row.id, isOwn: isOwn(adviceInSight(row), looker) }).kind === 'whole',
  }]))
}

/** Every line marked in advice that was given, by report and then as it stands in the report. */
export async function listMarkedLines(tx: Tx, caseFile: CaseFile): Promise<MarkedLine[]> {
  const reports = await listReports(tx, caseFile)
  const rows = await tx.db.selectFrom('adviceLine as l')
    .innerJoin('advice as a', (join) => join.onRef('a.localAreaId', '=', 'l.localAreaId').onRef('a.id', '=', 'l.adviceId'))
    .selectAll('l').select('a.documentId').where('l.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id)
    .where('a.state', 'in', ['given', 'accepted']).where('l.removedAt', 'is', null).where(notHidden(caseFile, 'a.id'))
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

/** Who wrote a report, as the hub knows them: a person on the case, else the body that answers for it, else nobody. */
export async function findAuthor(tx: Tx, caseFile: CaseFile, adviceId: AdviceId): Promise<{ personId?: PersonId; organisationId?: OrganisationId }> {
  const row = await tx.db.selectFrom('advice').select(['authorPersonId', 'organisationId'])
    .select((eb) => eb.exists(eb.selectFrom('caseParty as p').select('p.id').whereRef('p.localAreaId', '=', 'advice.localAreaId').whereRef('p.caseId', '=', 'advice.caseId')
      .whereRef('p.personId', '=', 'advice.authorPersonId').where('p.fromOn', '<=', tx.today).where((or) => or.or([or('p.toOn', 'is', null), or('p.toOn', '>=', tx.today)]))).as('isOnCase'))
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', adviceId).where(notHidden(caseFile, 'advice.id')).executeTakeFirstOrThrow()
  return {
    ...(row.authorPersonId !== null && Boolean(row.isOnCase) ? { personId: row.authorPersonId } : {}), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
  }
}

/** What was decided of each line, for the rules that say what became of it. */
export const dispositionsOf = (marked: readonly MarkedLine[]): Map<AdviceLineId, Disposition> =>
  new Map(marked.flatMap(({ id, disposition }) => (disposition === undefined ? [] : [[id, disposition] as const])))
