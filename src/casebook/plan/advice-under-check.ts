// The advice of a case as the check before issue looks at it: what was given, what is missing and who let the plan go on
// without it, and what became of each recommendation.

import { z } from 'zod'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { AdviceId, AdviceLineId } from '../../domain/ids.ts'
import type { Disposition } from '../../domain/plan/advice-line.ts'
import type { AdviceItem, AdviceUnderCheck } from '../../domain/plan/checks/plan-under-check.ts'
import { dispositionOf } from './marked-lines.ts'
import { notHidden } from '../access/item-seals.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export async function adviceUnderCheck(tx: Tx, caseFile: CaseFile): Promise<AdviceUnderCheck[]> {
  const given = await tx.db.selectFrom('advice').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('state', 'in', ['given', 'accepted']).where(notHidden(caseFile, 'advice.id'))
    .orderBy('item').orderBy('dated').orderBy('id').execute()
  const lines = await linesByAdvice(tx, caseFile)
  const requests = await tx.db.selectFrom('adviceRequest as r').leftJoin('person as m', 'm.id', 'r.excusedBy')
    .select(['r.id', 'r.item', 'r.state', 'r.excusedReason', 'm.fullName'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.caseId', '=', caseFile.id)
    .where('r.state', 'in', ['asked', 'received', 'returned', 'excused']).where(notHidden(caseFile, 'r.id')).orderBy('r.item').orderBy('r.id').execute()
  return [
    ...given.map((row): AdviceUnderCheck => ({
      item: row.item as AdviceItem, adviceId: row.id, author: row.authorName, role: row.authorRole, isReceived: true,
      isAttached: row.documentId !== null || row.reportText.trim() !== '', lines: lines.get(row.id) ?? [],
      ...(row.dated !== null ? { dated: row.dated } : row.givenAt !== null ? { dated: londonDateOf(row.givenAt) } : {}),
      ...(row.knownToService === null ? {} : { isKnownToService: row.knownToService }),
      ...(caseFile.sealed.all.includes(row.id) ? { isSealed: true } : {}),
      ...(row.isEarlier ? { reuse: readReuse(row.reuseAgreed) } : {}),
    })),
    ...requests.map((row): AdviceUnderCheck => ({
      item: row.item as AdviceItem, isReceived: false, isAttached: false, lines: [],
      ...(row.state === 'excused' ? { missing: { reason: row.excusedReason ?? '', manager: row.fullName ?? '' } } : {}),
    })),
  ]
}

/** Who agreed, and how it is known, in words (reg 6(4)). What is not recorded was not agreed. */
const words = z.string().trim().min(1).optional().catch(undefined)
const agreements = z.object({ adviser: words, authority: words, family: words }).catch({ adviser: undefined, authority: undefined, family: undefined })

function readReuse(agreed: unknown): NonNullable<AdviceUnderCheck['reuse']> {
  const { adviser, authority, family } = agreements.parse(agreed)
  return { providerAgrees: adviser !== undefined, authorityAgrees: authority !== undefined, familyAgrees: family !== undefined }
}

async function linesByAdvice(tx: Tx, caseFile: CaseFile): Promise<Map<AdviceId, AdviceUnderCheck['lines'][number][]>> {
  const rows = await tx.db.selectFrom('adviceLine as l')
    .innerJoin('advice as a', (join) => join.onRef('a.localAreaId', '=', 'l.localAreaId').onRef('a.id', '=', 'l.adviceId'))
    .select(['l.id', 'l.adviceId', 'l.text', 'l.disposition', 'l.dispositionLineId', 'l.dispositionReason', 'l.answer'])
    .where('a.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id).where('l.removedAt', 'is', null).where(notHidden(caseFile, 'a.id'))
    .orderBy('l.section').orderBy('l.position').orderBy('l.id').execute()
  const byAdvice = new Map<AdviceId, { id: AdviceLineId; text: string; disposition?: Disposition }[]>()
  for (const row of rows) {
    const disposition = dispositionOf(row)
    const line = { id: row.id, text: row.text, ...(disposition === undefined ? {} : { disposition }) }
    byAdvice.set(row.adviceId, [...(byAdvice.get(row.adviceId) ?? []), line])
  }
  return byAdvice
}
