// What stands between a draft and its readers, read from the record: words to keep out; and whether somebody was told already that
// something waits for them.

import { sql } from 'kysely'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { protectedPassages } from '../../casebook/family/sealed-addresses.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'

export interface KeptOutTerm {
  readonly term: string
  readonly why: string
  /** Part of a protected address: found, and not said again. */
  readonly isSecret?: true
}

/** Words to keep out of every copy, or of this reader's; and what in these texts would give away a protected address. */
export async function listTermsToKeepOut(tx: Tx, caseFile: CaseFile, texts: readonly string[], reader?: 'consulted-setting'): Promise<KeptOutTerm[]> {
  const rows = await tx.db.selectFrom('termToKeepOut').select(['term', 'why', 'keepFrom'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('notedAt').orderBy('id').execute()
  const passages = await protectedPassages(tx, caseFile, texts)
  return [
    ...rows.filter(({ keepFrom }) => keepFrom.length === 0 || (reader !== undefined && keepFrom.includes(reader))).map(({ term, why }) => ({ term, why })),
    ...passages.map((term) => ({ term, why: 'it is part of a protected address', isSecret: true as const })),
  ]
}

/** Whether a message of this kind went out to them within a day, or is on its way, and they have not opened the case since. */
export async function hasUnseenAlert(tx: Tx, caseFile: CaseFile, personId: PersonId, about: string): Promise<boolean> {
  const alert = await tx.db.selectFrom('outgoing as g').select('g.id')
    .where('g.localAreaId', '=', caseFile.localAreaId).where('g.caseId', '=', caseFile.id).where('g.toPersonId', '=', personId)
    .where('g.about', '=', about).where('g.state', 'in', ['queued', 'sent']).where('g.queuedAt', '>', sql<Instant>`${tx.now}::timestamptz - interval '1 day'`)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('auditRecord as c').select('c.seq').where('c.localAreaId', '=', caseFile.localAreaId)
      .where('c.caseId', '=', caseFile.id).where('c.personId', '=', personId).where('c.cases', '>', 0).whereRef('c.at', '>', 'g.queuedAt')))).limit(1).executeTakeFirst()
  return alert !== undefined
}
