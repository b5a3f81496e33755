// What stands between a draft and its family, read from the record: open clashes and words to keep out; and
// the mark by which a draft that changed under the reader is known.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { LineId, PlanId } from '../../domain/ids.ts'

/** Lines on which two people's texts wait for somebody to choose. */
export async function listLinesWithOpenClash(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<LineId[]> {
  const rows = await tx.db.selectFrom('keptText as k')
    .innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'k.localAreaId').onRef('l.id', '=', 'k.lineId'))
    .select('k.lineId').distinct().where('l.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId)
    .where('k.settledAt', 'is', null).orderBy('k.lineId').execute()
  return rows.map(({ lineId }) => lineId)
}

export interface KeptOutTerm {
  readonly term: string
  readonly why: string
}

/** Words to keep out of every copy, or of this reader's; and what would give away a protected address. */
export async function listTermsToKeepOut(tx: Tx, caseFile: CaseFile, reader?: 'consulted-setting'): Promise<KeptOutTerm[]> {
  const rows = await tx.db.selectFrom('termToKeepOut').select(['term', 'why', 'keepFrom'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('notedAt').orderBy('id').execute()
  const addresses = await tx.db.selectFrom('childAddress').select(['lines', 'postcode'])
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).where('isConfidential', '=', true).execute()
  return [
    ...rows.filter(({ keepFrom }) => keepFrom.length === 0 || (reader !== undefined && keepFrom.includes(reader))).map(({ term, why }) => ({ term, why })),
    ...addresses.flatMap(({ lines, postcode }) => [lines[0] ?? '', postcode ?? '']).filter((term) => term.trim() !== '')
      .map((term) => ({ term, why: 'it is part of a protected address' })),
  ]
}

/** Goes up with every revision and link ever written or taken out: two equal marks mean one draft. */
export async function draftMark(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<string> {
  const { localAreaId } = caseFile
  const revisions = await tx.db.selectFrom('planLineRevision as r')
    .innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 'r.localAreaId').onRef('l.id', '=', 'r.lineId'))
    .select((eb) => eb.fn.countAll<string>().as('n')).where('l.localAreaId', '=', localAreaId).where('l.planId', '=', planId).executeTakeFirstOrThrow()
  const links = await tx.db.selectFrom('planLineLink')
    .select((eb) => [eb.fn.countAll<string>().as('n'), eb.fn.count<string>('removedAt').as('removed')])
    .where('localAreaId', '=', localAreaId).where('planId', '=', planId).executeTakeFirstOrThrow()
  return [revisions.n, links.n, links.removed].join('.')
}
