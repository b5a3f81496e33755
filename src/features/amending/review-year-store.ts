import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'

/** The last day of the year in which a review must be complete, its decision included (CFA 2014 s.44(1); reg 15(5) after a transfer). */
export async function findYearEnd(tx: Tx, { localAreaId, id }: CaseFile): Promise<PlainDate | undefined> {
  const row = await tx.db.selectFrom('clock').select('dueOn').where('localAreaId', '=', localAreaId).where('caseId', '=', id)
    .where('isOpen', '=', true).where('clockId', 'in', ['REV-01', 'REV-02', 'TR-04']).orderBy('dueOn').limit(1).executeTakeFirst()
  return row?.dueOn ?? undefined
}
