// SQL of the access officer's work: openings in an emergency with what was said of them, and whom to tell.

import { sql } from 'kysely'
import type { Role } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { BreakGlassId, CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Tx } from '../../casebook/tx.ts'

export const verdicts = ['right', 'look-into'] as const
export type Verdict = (typeof verdicts)[number]

export interface EmergencyOpening {
  readonly id: BreakGlassId
  readonly caseId: CaseId
  readonly reference: string
  readonly personId: PersonId
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly openedAt: Instant
  readonly endsAt: Instant
  readonly endedAt?: Instant
  readonly reasonCode: string
  readonly words: string
  readonly withheld?: { readonly reason: string; readonly by: string; readonly at: Instant }
  readonly lastVerdict?: Verdict
}

export interface Review {
  readonly verdict: Verdict
  readonly words: string
  readonly by: string
  readonly at: Instant
}

export const openingsPerPage = 25

/** The area's openings: those nobody has looked at first, then the latest. */
export async function listEmergencies(tx: Tx, localAreaId: LocalAreaId, number: number): Promise<{ openings: EmergencyOpening[]; total: number; toReview: number }> {
  const rows = await openings(tx, localAreaId).select(sql<number>`count(*) over ()`.as('total')).select(sql<number>`count(*) filter (where v.verdict is null) over ()`.as('toReview'))
    .orderBy(sql`v.verdict is not null`).orderBy('b.openedAt', 'desc').limit(openingsPerPage).offset((number - 1) * openingsPerPage).execute()
  return { openings: rows.map(openingOf), total: rows[0]?.total ?? 0, toReview: rows[0]?.toReview ?? 0 }
}

export async function findEmergency(tx: Tx, localAreaId: LocalAreaId, id: string): Promise<EmergencyOpening | undefined> {
  const row = await openings(tx, localAreaId).where('b.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : openingOf(row)
}

const openings = (tx: Tx, localAreaId: LocalAreaId) => tx.db.selectFrom('breakGlass as b').innerJoin('person as p', 'p.id', 'b.personId')
  .leftJoin('organisation as o', 'o.id', 'b.organisationId').leftJoin('person as w', 'w.id', 'b.withheldBy')
  .leftJoinLateral((eb) => eb.selectFrom('breakGlassReview as r').select('r.verdict').whereRef('r.localAreaId', '=', 'b.localAreaId').whereRef('r.breakGlassId', '=', 'b.id')
    .orderBy('r.reviewedAt', 'desc').limit(1).as('v'), (join) => join.onTrue())
  .select(['b.id', 'b.caseId', sql<string>`coalesce(hub_case_number(b.local_area_id, b.case_id), '')`.as('reference'), 'b.personId', 'p.fullName as name', 'b.role', 'o.name as organisationName', 'o.service', 'b.openedAt', 'b.endsAt', 'b.endedAt', 'b.reasonCode', 'b.words',
    'b.withheldReason', 'b.withheldAt', 'w.fullName as withheldBy', 'v.verdict'])
  .where('b.localAreaId', '=', localAreaId)

type Row = Awaited<ReturnType<ReturnType<typeof openings>['executeTakeFirstOrThrow']>>

function openingOf(row: Row): EmergencyOpening {
  return {
    id: row.id as BreakGlassId, caseId: row.caseId, reference: row.reference, personId: row.personId, name: row.name, role: row.role as Role,
    organisation: [row.service, row.organisationName].filter((one) => one !== null).join(', '), openedAt: row.openedAt, endsAt: row.endsAt, reasonCode: row.reasonCode, words: row.words,
    ...(row.endedAt === null ? {} : { endedAt: row.endedAt }), ...(row.verdict === null ? {} : { lastVerdict: row.verdict as Verdict }),
    ...(row.withheldReason === null || row.withheldAt === null ? {} : { withheld: { reason: row.withheldReason, by: row.withheldBy ?? '', at: row.withheldAt } }),
  }
}

export async function listReviews(tx: Tx, localAreaId: LocalAreaId, id: BreakGlassId): Promise<Review[]> {
  const rows = await tx.db.selectFrom('breakGlassReview as r').innerJoin('person as p', 'p.id', 'r.reviewedBy').select(['r.verdict', 'r.words', 'p.fullName as by', 'r.reviewedAt as at'])
    .where('r.localAreaId', '=', localAreaId).where('r.breakGlassId', '=', id).orderBy('r.reviewedAt').execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }))
}

/** What was looked at in one opening, in order: routes with their times. */
export async function listWithin(tx: Tx, localAreaId: LocalAreaId, id: BreakGlassId): Promise<{ at: Instant; route: string }[]> {
  return tx.db.selectFrom('auditRecord').select(['at', 'route']).where('localAreaId', '=', localAreaId).where('breakGlassId', '=', id)
    .where('outcome', '=', 'done').where('kind', '<>', 'break-glass').orderBy('seq').limit(500).execute()
}

export async function insertReview(tx: Tx, row: { localAreaId: LocalAreaId; breakGlassId: BreakGlassId; verdict: Verdict; words: string; reviewedBy: PersonId }): Promise<void> {
  await tx.db.insertInto('breakGlassReview').values({ ...row, id: tx.newId<string>(), reviewedAt: tx.now }).execute()
}

/** Keeps an opening from the family with a reason, or lets them see it again. */
export async function setWithheld(tx: Tx, localAreaId: LocalAreaId, id: BreakGlassId, withheld: { reason: string; by: PersonId } | undefined): Promise<void> {
  await tx.db.updateTable('breakGlass').set({ withheldReason: withheld?.reason ?? null, withheldBy: withheld?.by ?? null, withheldAt: withheld === undefined ? null : tx.now })
    .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

/** The access officers of an area, and its managers where it has none. */
export async function listToTell(tx: Tx, localAreaId: LocalAreaId): Promise<{ personId: PersonId; email?: string }[]> {
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as p', 'p.id', 'm.personId')
    .select(['p.id', 'p.email', 'm.role']).distinct().where('o.localAreaId', '=', localAreaId).where('o.kind', '=', 'council').where('m.role', 'in', ['access-officer', 'decision-maker'])
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).execute()
  const officers = rows.filter(({ role }) => role === 'access-officer')
  return (officers.length > 0 ? officers : rows).map(({ id, email }) => ({ personId: id, ...(email === null ? {} : { email }) }))
}

/** A case of the area by its id: its number, and nothing of the child. */
export async function findReference(tx: Tx, localAreaId: LocalAreaId, caseId: string): Promise<{ id: CaseId; reference: string } | undefined> {
  const { rows: [row] } = await sql<{ reference: string | null }>`select hub_case_number(${localAreaId}, ${caseId}) as reference`.execute(tx.db)
  return row === undefined || row.reference === null ? undefined : { id: caseId as CaseId, reference: row.reference }
}

export interface PlainRecord {
  readonly at: Instant
  readonly name: string | null
  readonly organisation: string | null
  readonly parts: string
  readonly kind: string
  readonly route: string
  readonly outcome: string
  readonly act: string | null
  readonly seq: number
}

/** Every record of a case, the latest first: also what was refused. */
export async function listRecords(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId, { limit, offset = 0, refusedOnly = false }: { limit: number; offset?: number; refusedOnly?: boolean }): Promise<PlainRecord[]> {
  const { rows } = await sql<PlainRecord>`select r.at, p.full_name as name, coalesce(o.service || ', ', '') || o.name as organisation, r.parts, r.kind, r.route, r.outcome, r.act, r.seq
    from audit_record r left join person p on p.id = r.person_id left join organisation o on o.id = r.organisation_id
    where r.local_area_id = ${localAreaId} and (r.case_id = ${caseId} or (r.other_case_ids @> array[${caseId}::uuid] and r.other_case_ids <> '{}'))
      and (not ${refusedOnly}::boolean or r.outcome in ('not-found', 'not-allowed'))
    order by r.at desc, r.seq desc limit ${limit} offset ${offset}`.execute(tx.db)
  return rows
}
