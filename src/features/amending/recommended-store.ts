// What the report of a review says of each change that was proposed at it. Its own proposals are not in it: it recommends them by making them.

import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { ProposalId } from '../../domain/ids.ts'

export interface Recommended {
  readonly agrees: 'yes' | 'no'
  /** Why not. */
  readonly because?: string
}

/** Written by the review as a whole; only what is read here is proved. */
const sentShape = z.object({ proposals: z.array(z.looseObject({ proposalId: z.string(), agrees: z.enum(['yes', 'no']).optional(), differsBecause: z.string().optional() })) })

/** By proposal; empty before the report is sent, and for a review that was not run here. */
export async function listRecommended(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<ReadonlyMap<ProposalId, Recommended>> {
  const row = await tx.db.selectFrom('reviewReport').select('sent').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).executeTakeFirst()
  if (row === undefined || row.sent === null) return new Map()
  return new Map(sentShape.parse(row.sent).proposals.flatMap(({ proposalId, agrees, differsBecause }): [ProposalId, Recommended][] =>
    (agrees === undefined ? [] : [[proposalId as ProposalId, { agrees, ...(differsBecause === undefined || differsBecause === '' ? {} : { because: differsBecause }) }]])))
}
