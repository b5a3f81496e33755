// What the pages about one case's delays read beside its ledger: how its limits ended, and who got which letter.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'

export interface Period {
  readonly clockId: string
  readonly about: string
  readonly startedOn: PlainDate
  readonly metOn?: PlainDate
  readonly overtakenOn?: PlainDate
}

/** The case's limits with their ends, the newest run first. */
export async function listPeriods(tx: Tx, { localAreaId, id }: CaseFile): Promise<Period[]> {
  const rows = await tx.db.selectFrom('clock').select(['clockId', 'about', 'startedOn', 'metOn', 'overtakenOn'])
    .where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('nature', '=', 'limit').orderBy('startedOn', 'desc').execute()
  return rows.map(({ metOn, overtakenOn, ...row }) => ({ ...row, ...(metOn === null ? {} : { metOn }), ...(overtakenOn === null ? {} : { overtakenOn }) }))
}

/** Whom each kept letter about delay went to, by its id. */
export async function listNotices(tx: Tx, { localAreaId, id }: CaseFile): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.selectFrom('notice').select(['id', 'toName']).where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('kind', '=', 'delay').execute()
  return new Map(rows.map((row) => [row.id, row.toName]))
}
