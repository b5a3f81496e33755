import type { KeptTerm } from '../../domain/plan/kept-from.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

/** Words noted on the case that one reader, or everybody, must not see. */
export async function listKeptTerms(tx: Tx, caseFile: CaseFile): Promise<KeptTerm[]> {
  const rows = await tx.db.selectFrom('termToKeepOut').select(['term', 'why', 'keepFrom'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('notedAt').orderBy('id').execute()
  return rows.map(({ term, why, keepFrom }) => ({ term, why, keepFrom }))
}
