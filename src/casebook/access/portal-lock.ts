// The families' pages of an area can be closed at once: one report of somebody signed in that they see somebody else's information is
// enough. Two people open them again, one who decides and one who looks after the record of who looked. Everything is a row.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { mayLockByReport } from '../../domain/sending/report-rules.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Database } from '../../platform/db/schema.ts'
import { queueOutgoing } from '../sending/outgoing.ts'
import type { Tx } from '../tx.ts'

/** A transaction, or the database itself: the function says the same to everybody. */
interface Asked { readonly db: Kysely<Database> }

/** Asked of everybody, who may read nothing else of a lock. */
async function liveLocks({ db }: Asked, areaIds: readonly LocalAreaId[]): Promise<readonly { localAreaId: LocalAreaId; id: string }[]> {
  return (await sql<{ localAreaId: LocalAreaId; id: string }>`select local_area_id, id from hub_live_locks(${[...areaIds]}::uuid[])`.execute(db)).rows
}

/** The areas of these whose families' pages are closed now. */
export async function lockedAreas(asked: Asked, areaIds: readonly LocalAreaId[]): Promise<LocalAreaId[]> {
  if (areaIds.length === 0) return []
  return (await liveLocks(asked, areaIds)).map(({ localAreaId }) => localAreaId)
}

export type ReportAnswer = 'locked' | 'was-locked' | 'told'

/** Keeps a report and closes the families' pages of its area, unless they are closed or this reporter was wrong a short while ago. */
export async function reportOtherInformation(tx: Tx, { localAreaId, areaCode, by, words }: { localAreaId: LocalAreaId; areaCode: string; by: PersonId; words: string }): Promise<ReportAnswer> {
  const reportId = tx.newId<string>()
  // Whoever comes second waits for whoever came first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`portal ${localAreaId}`}, 0))`.execute(tx.db)
  const [live] = await liveLocks(tx, [localAreaId])
  const wrong = await tx.db.selectFrom('portalLock').select('releasedAt').where('localAreaId', '=', localAreaId).where('lockedBy', '=', by).where('verdict', '=', 'nobody-saw')
    .where('releasedAt', 'is not', null).orderBy('releasedAt', 'desc').executeTakeFirst()
  const locks = live === undefined && mayLockByReport({ now: tx.now, lastFoundNothingAt: wrong?.releasedAt ?? undefined })
  const lockId = live?.id ?? (locks ? tx.newId<string>() : undefined)
  await tx.db.insertInto('portalReport').values({
    localAreaId, id: reportId, reportedAt: tx.now, reportedBy: by, lockId: lockId ?? null,
    sealedReport: words === '' ? null : tx.house.sealer.seal(words, { purpose: 'sealed-record', of: localAreaId, about: reportId }),
  }).execute()
  if (locks && lockId !== undefined) await tx.db.insertInto('portalLock').values({ localAreaId, id: lockId, lockedAt: tx.now, lockedBy: by, reportId }).execute()
  await alertDuty(tx, localAreaId, areaCode, locks)
  return live !== undefined ? 'was-locked' : locks ? 'locked' : 'told'
}

/** Whoever decides and whoever looks after access is told at once, by day and night, without a word about a child. */
async function alertDuty(tx: Tx, localAreaId: LocalAreaId, areaCode: string, isLocked: boolean): Promise<void> {
  const duty = await listDuty(tx, localAreaId)
  const subject = isLocked ? 'The families’ pages are closed: somebody may have seen another child’s information' : 'A report that somebody may have seen another child’s information'
  for (const { personId, email } of duty) {
    await queueOutgoing(tx, { localAreaId }, {
      about: 'portal-report', subject, toPersonId: personId, ...(email === null ? { channel: 'hub' } : { channel: 'email', toAddress: email }),
      body: `${isLocked ? 'Somebody signed in reported it, and the families’ pages of your area closed at once. Staff pages go on.' : 'Somebody signed in reported it. The families’ pages were not closed by it.'}\n\nSign in to look at it: ${tx.house.baseUrl}/${areaCode}/portal`,
    })
  }
}

export interface Duty { readonly personId: PersonId; readonly name: string; readonly email: string | null; readonly role: 'decision-maker' | 'access-officer' }

/** Decision-makers and access officers of the area today. */
export async function listDuty(tx: Tx, localAreaId: LocalAreaId): Promise<Duty[]> {
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as p', 'p.id', 'm.personId')
    .select(['p.id', 'p.fullName', 'p.email', 'm.role']).where('o.localAreaId', '=', localAreaId).where('o.kind', '=', 'council').where('m.role', 'in', ['decision-maker', 'access-officer'])
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('m.role').orderBy('p.fullName').execute()
  return rows.map(({ id, fullName, email, role }) => ({ personId: id, name: fullName, email, role: role === 'access-officer' ? 'access-officer' : 'decision-maker' }))
}

export interface PortalLock {
  readonly id: string
  readonly lockedAt: Instant
  readonly lockedBy: string
  readonly reports: readonly { readonly at: Instant; readonly by: string; readonly words?: string }[]
  readonly first?: { readonly at: Instant; readonly by: string; readonly byId: PersonId; readonly role: string; readonly reason: string; readonly verdict: string }
  readonly released?: { readonly at: Instant; readonly by: string }
}

/** Every closing of the area, the latest first, with what was reported. */
export async function listLocks(tx: Tx, localAreaId: LocalAreaId): Promise<PortalLock[]> {
  const rows = await tx.db.selectFrom('portalLock as k').innerJoin('person as p', 'p.id', 'k.lockedBy').leftJoin('person as f', 'f.id', 'k.firstReleasedBy').leftJoin('person as r', 'r.id', 'k.releasedBy')
    .selectAll('k').select(['p.fullName as lockedByName', 'f.fullName as firstName', 'r.fullName as releasedName']).where('k.localAreaId', '=', localAreaId).orderBy('k.lockedAt', 'desc').limit(100).execute()
  const reports = await tx.db.selectFrom('portalReport as r').innerJoin('person as p', 'p.id', 'r.reportedBy').select(['r.id', 'r.reportedAt', 'r.sealedReport', 'r.lockId', 'p.fullName'])
    .where('r.localAreaId', '=', localAreaId).orderBy('r.reportedAt').execute()
  return rows.map((row) => ({
    id: row.id, lockedAt: row.lockedAt, lockedBy: row.lockedByName,
    reports: reports.filter(({ lockId }) => lockId === row.id).map(({ id, reportedAt, fullName, sealedReport }) => ({
      at: reportedAt, by: fullName, ...(sealedReport === null ? {} : { words: tx.house.sealer.open(sealedReport, { purpose: 'sealed-record', of: localAreaId, about: id }) }),
    })),
    ...(row.firstReleasedAt === null || row.firstReleasedBy === null ? {} : {
      first: { at: row.firstReleasedAt, by: row.firstName ?? '', byId: row.firstReleasedBy, role: row.firstRole ?? '', reason: row.reason ?? '', verdict: row.verdict ?? '' },
    }),
    ...(row.releasedAt === null ? {} : { released: { at: row.releasedAt, by: row.releasedName ?? '' } }),
  }))
}

export type ReleaseRefusal = { readonly kind: 'not-closed' } | { readonly kind: 'not-on-duty' } | { readonly kind: 'needs-the-other' } | { readonly kind: 'no-reason' }

/** The first of the two says what was found and why it is safe; the second, in the other role, opens the pages. */
export async function releaseLock(tx: Tx, localAreaId: LocalAreaId, said: { verdict: string; reason: string }): Promise<'first' | 'released' | ReleaseRefusal['kind']> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return 'not-on-duty'
  const roles = (await listDuty(tx, localAreaId)).filter(({ personId }) => personId === viewer.personId).map(({ role }) => role)
  if (roles.length === 0) return 'not-on-duty'
  const lock = await tx.db.selectFrom('portalLock').selectAll().where('localAreaId', '=', localAreaId).where('releasedAt', 'is', null).forUpdate().executeTakeFirst()
  if (lock === undefined) return 'not-closed'
  const change = tx.db.updateTable('portalLock').where('localAreaId', '=', localAreaId).where('id', '=', lock.id)
  if (lock.firstReleasedBy === null) {
    if (said.reason === '' || (said.verdict !== 'somebody-saw' && said.verdict !== 'nobody-saw')) return 'no-reason'
    await change.set({ firstReleasedAt: tx.now, firstReleasedBy: viewer.personId, firstRole: roles[0] ?? null, reason: said.reason, verdict: said.verdict }).execute()
    return 'first'
  }
  if (lock.firstReleasedBy === viewer.personId || !roles.some((role) => role !== lock.firstRole)) return 'needs-the-other'
  await change.set({ releasedAt: tx.now, releasedBy: viewer.personId }).execute()
  return 'released'
}
