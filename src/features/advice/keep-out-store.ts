// All SQL of words that must not reach the plan (table term_to_keep_out).

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'

/** As the checks of a plan know them. */
export const termKinds = ['third-party-name', 'third-party-information', 'wrong-child', 'consent-limited', 'withheld-by-child', 'address-confidential'] as const
export type TermKind = (typeof termKinds)[number]

export interface TermToKeepOut {
  readonly id: string
  readonly term: string
  readonly kind: TermKind
  readonly why: string
  /** Empty: out of the plan altogether. Else parts on the case, or 'person:…', whose copy must not have it. */
  readonly keepFrom: readonly string[]
  readonly notedBy: string
  readonly notedAt: Instant
}

/** All for the council; for everybody else what they noted themselves, because a term is often the very thing to be kept. */
export async function listTerms(tx: Tx, caseFile: CaseFile): Promise<TermToKeepOut[]> {
  let query = tx.db.selectFrom('termToKeepOut as t').leftJoin('person as p', 'p.id', 't.notedBy')
    .select(['t.id', 't.term', 't.kind', 't.why', 't.keepFrom', 't.notedAt', 'p.fullName'])
    .where('t.localAreaId', '=', caseFile.localAreaId).where('t.caseId', '=', caseFile.id).orderBy('t.notedAt').orderBy('t.id')
  if (!isOfCouncil(caseFile.parts)) {
    if (tx.viewer.kind !== 'person') return []
    query = query.where('t.notedBy', '=', tx.viewer.personId)
  }
  return (await query.execute()).map((row) => ({
    id: row.id, term: row.term, kind: termKinds.find((kind) => kind === row.kind) ?? 'third-party-information', why: row.why, keepFrom: row.keepFrom,
    notedAt: row.notedAt, notedBy: row.fullName ?? 'Somebody',
  }))
}

export async function insertTerm(tx: Tx, caseFile: CaseFile, term: { term: string; kind: TermKind; why: string; keepFrom: readonly string[] }): Promise<void> {
  await tx.db.insertInto('termToKeepOut').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: tx.newId<string>(), term: term.term, kind: term.kind, why: term.why, keepFrom: [...term.keepFrom],
    notedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, notedAt: tx.now,
  }).execute()
}
