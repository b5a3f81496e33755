// What came in of the advice that a reassessment asked for again: a notice names it as what the changes rest on (SEND Regulations 2014, regs 26, 27).

import { sql } from 'kysely'
import { notSealed } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { adviceKinds } from '../../domain/advice/advice-kinds.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'

export interface NewAdvice {
  readonly by: string
  readonly role: string
  readonly dated?: PlainDate
}

/** Reports of professionals that were accepted and given since that day, but for those that somebody of the family or anybody else may not see. */
export async function listNewAdvice(tx: Tx, caseFile: CaseFile, since: PlainDate): Promise<NewAdvice[]> {
  const rows = await tx.db.selectFrom('advice').select(['authorName', 'authorRole', 'dated']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('state', '=', 'accepted').where('kind', 'in', adviceKinds).where(sql<boolean>`not_for = '{}' and (given_at at time zone 'Europe/London')::date >= ${since}`)
    .where(notSealed(caseFile, 'advice.id')).orderBy('dated').orderBy('id').execute()
  return rows.map(({ authorName, authorRole, dated }) => ({ by: authorName, role: authorRole, ...(dated === null ? {} : { dated }) }))
}
