// Which lines of a version somebody may read, and whom a line concerns by the report that it quotes.

import { isOfCouncil } from '../../domain/access/parts.ts'
import type { AdviceId } from '../../domain/ids.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import { keptFromReader } from '../../domain/plan/kept-from.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import type { AdviceAuthor } from '../../domain/review/lines-that-concern.ts'
import { notSealed } from '../access/item-seals.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { listKeptTerms } from './kept-terms.ts'

/** The lines of a version that this viewer may read: none that holds words kept from them (UK GDPR Art 5(1)(c)). */
export async function linesForViewer(tx: Tx, caseFile: CaseFile, { content }: IssuedVersion): Promise<readonly PlanLine[]> {
  if (isOfCouncil(caseFile.parts) || tx.viewer.kind !== 'person') return content.lines
  const terms = await listKeptTerms(tx, caseFile)
  const reader = { parts: caseFile.parts, personId: caseFile.actsFor ?? tx.viewer.personId }
  return terms.length === 0 ? content.lines : content.lines.filter((line) => keptFromReader({ lines: [line], links: [] }, terms, reader).length === 0)
}

/** Who gave each report that a plan quotes, so that a line can be led back to whom it concerns. */
export async function listAdviceAuthors(tx: Tx, caseFile: CaseFile): Promise<ReadonlyMap<AdviceId, AdviceAuthor>> {
  const rows = await tx.db.selectFrom('advice').select(['id', 'authorPersonId', 'organisationId'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where(notSealed(caseFile, 'advice.id')).execute()
  return new Map(rows.map(({ id, authorPersonId, organisationId }) => [id, {
    ...(authorPersonId === null ? {} : { personId: authorPersonId }), ...(organisationId === null ? {} : { organisationId }),
  }]))
}
