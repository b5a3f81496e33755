// What stands between a draft and its family, read from the record: open clashes and words to keep out; the mark by which a
// draft that changed under the reader is known; and whether somebody was told already that something waits for them.

import { sql } from 'kysely'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LineId, PersonId, PlanId } from '../../domain/ids.ts'

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

/** Whether a message of this kind went out to them within a day, or is on its way, and they have not opened the case since. */
export async function hasUnseenAlert(tx: Tx, caseFile: CaseFile, personId: PersonId, about: string): Promise<boolean> {
  const alert = await tx.db.selectFrom('outgoing as g').select('g.id')
    .where('g.localAreaId', '=', caseFile.localAreaId).where('g.caseId', '=', caseFile.id).where('g.toPersonId', '=', personId)
    .where('g.about', '=', about).where('g.state', 'in', ['queued', 'sent']).where('g.queuedAt', '>', sql<Instant>`${tx.now}::timestamptz - interval '1 day'`)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('auditRecord as c').select('c.seq').where('c.localAreaId', '=', caseFile.localAreaId)
      .where('c.caseId', '=', caseFile.id).where('c.personId', '=', personId).where('c.cases', '>', 0).whereRef('c.at', '>', 'g.queuedAt')))).limit(1).executeTakeFirst()
  return alert !== undefined
}

/** Whether somebody who is not family has a part in the case today, of their own or through where they work. */
export async function isProfessionalOnCase(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<boolean> {
  const part = await tx.db.selectFrom('caseParty as p').select('p.id').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .where('p.part', 'not in', ['parent', 'young-person', 'representative'])
    .where((eb) => eb.or([
      eb('p.personId', '=', personId),
      eb('p.organisationId', 'in', eb.selectFrom('membership as m').select('m.organisationId').where('m.personId', '=', personId).where('m.fromOn', '<=', tx.today)
        .where((or) => or.or([or('m.toOn', 'is', null), or('m.toOn', '>=', tx.today)]))),
    ])).limit(1).executeTakeFirst()
  return part !== undefined
}
