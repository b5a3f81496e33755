// SQL of unusual looking: what the records of the last hours show of staff who opened cases that are not theirs.

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import type { UnusualKind } from '../../../domain/access/unusual.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../../domain/ids.ts'

/** A family name that so many children of an area share says nothing. */
const commonName = 20

export interface Found {
  readonly localAreaId: LocalAreaId
  readonly personId: PersonId
  readonly cases: number
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly caseId: CaseId | null
}

export interface Unusual {
  readonly id: string
  readonly kind: UnusualKind
  readonly name: string
  readonly personId: PersonId
  readonly caseId?: CaseId
  readonly cases: number
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly foundAt: Instant
  readonly looked?: { readonly by: string; readonly at: Instant; readonly words: string }
}

/** Cases that staff opened since a moment without looking after them or being named on them. */
const openedUnrelated = (since: Instant): RawBuilder<unknown> => sql`
  select r.local_area_id, r.person_id, r.case_id, r.at, c.child_id from audit_record r join case_file c on c.local_area_id = r.local_area_id and c.id = r.case_id
  where r.local_area_id in (select id from local_area) and r.at > ${since} and r.actor = 'person' and r.outcome = 'done' and r.cases > 0
    and c.case_officer_id is distinct from r.person_id
    and exists (select 1 from membership m where m.person_id = r.person_id)
    and not exists (select 1 from case_party p where p.local_area_id = r.local_area_id and p.case_id = r.case_id and p.person_id = r.person_id)`

/** By person and area: how many such cases, where there are more than `least`. */
export async function countUnrelated(tx: Tx, since: Instant, least: number): Promise<Found[]> {
  const { rows } = await sql<Found>`select o.local_area_id, o.person_id, count(distinct o.case_id) as cases, min(o.at) as from_at, max(o.at) as to_at, null::uuid as case_id
    from (${openedUnrelated(since)}) o group by 1, 2 having count(distinct o.case_id) > ${least}`.execute(tx.db)
  return rows
}

/** Such cases of children who bear the viewer's family name, unless many in the area do. */
export async function findSameName(tx: Tx, since: Instant): Promise<Found[]> {
  const { rows } = await sql<Found>`select o.local_area_id, o.person_id, o.case_id, 1 as cases, min(o.at) as from_at, max(o.at) as to_at
    from (${openedUnrelated(since)}) o join child n on n.local_area_id = o.local_area_id and n.id = o.child_id join person p on p.id = o.person_id
    where lower(n.family_name) = lower(regexp_replace(trim(p.full_name), '^.* ', ''))
      and (select count(*) from (select 1 from child s where s.local_area_id = n.local_area_id and lower(s.family_name) = lower(n.family_name) limit ${commonName}) t) < ${commonName}
    group by 1, 2, 3`.execute(tx.db)
  return rows
}

/** Such cases where somebody of the family works in the same organisation today. */
export async function findColleagues(tx: Tx, since: Instant): Promise<Found[]> {
  const { rows } = await sql<Found>`select o.local_area_id, o.person_id, o.case_id, 1 as cases, min(o.at) as from_at, max(o.at) as to_at
    from (${openedUnrelated(since)}) o where exists (
      select 1 from case_party f join membership mine on mine.person_id = o.person_id join membership theirs on theirs.person_id = f.person_id and theirs.organisation_id = mine.organisation_id
      where f.local_area_id = o.local_area_id and f.case_id = o.case_id and f.part in ('parent', 'young-person', 'representative')
        and (mine.to_on is null or mine.to_on >= ${tx.today}) and (theirs.to_on is null or theirs.to_on >= ${tx.today}))
    group by 1, 2, 3`.execute(tx.db)
  return rows
}

/** Tries to open records in an emergency that found nobody. */
export async function countMisses(tx: Tx, since: Instant, route: string, least: number): Promise<Found[]> {
  const { rows } = await sql<Found>`select r.local_area_id, r.person_id, count(*) as cases, min(r.at) as from_at, max(r.at) as to_at, null::uuid as case_id
    from audit_record r where r.local_area_id in (select id from local_area) and r.at > ${since} and r.route = ${route} and r.outcome = 'not-found' and r.person_id is not null
    group by 1, 2 having count(*) >= ${least}`.execute(tx.db)
  return rows
}

export async function rolesOf(tx: Tx, personId: PersonId): Promise<Role[]> {
  const rows = await tx.db.selectFrom('membership').select('role').where('personId', '=', personId).where('fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  return rows.map(({ role }) => role as Role)
}

/** Keeps what was found, unless the same was told for this hour, night or case already. Answers whether it is new. */
export async function keepUnusual(tx: Tx, kind: UnusualKind, found: Found, { key, since }: { key: string; since: Instant }): Promise<boolean> {
  const told = found.caseId !== null ? undefined : await tx.db.selectFrom('unusualAccess').select('id').where('localAreaId', '=', found.localAreaId).where('personId', '=', found.personId)
    .where('kind', '=', kind).where('foundAt', '>', since).limit(1).executeTakeFirst()
  if (told !== undefined) return false
  const { numInsertedOrUpdatedRows } = await tx.db.insertInto('unusualAccess').values({ ...found, id: tx.newId<string>(), kind, key, foundAt: tx.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function listUnusual(tx: Tx, localAreaId: LocalAreaId): Promise<Unusual[]> {
  const rows = await unusual(tx, localAreaId).orderBy('u.foundAt', 'desc').limit(100).execute()
  return rows.map(unusualOf)
}

export async function findUnusual(tx: Tx, localAreaId: LocalAreaId, id: string): Promise<Unusual | undefined> {
  const row = await unusual(tx, localAreaId).where('u.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : unusualOf(row)
}

const unusual = (tx: Tx, localAreaId: LocalAreaId) => tx.db.selectFrom('unusualAccess as u').innerJoin('person as p', 'p.id', 'u.personId').leftJoin('person as l', 'l.id', 'u.lookedBy')
  .select(['u.id', 'u.kind', 'u.personId', 'p.fullName as name', 'u.caseId', 'u.cases', 'u.fromAt', 'u.toAt', 'u.foundAt', 'u.lookedAt', 'l.fullName as lookedBy', 'u.words'])
  .where('u.localAreaId', '=', localAreaId)

function unusualOf(row: Awaited<ReturnType<ReturnType<typeof unusual>['executeTakeFirstOrThrow']>>): Unusual {
  const { id, personId, name, cases, fromAt, toAt, foundAt } = row
  return {
    id, kind: row.kind as UnusualKind, personId, name, cases, fromAt, toAt, foundAt, ...(row.caseId === null ? {} : { caseId: row.caseId as CaseId }),
    ...(row.lookedAt === null ? {} : { looked: { at: row.lookedAt, by: row.lookedBy ?? '', words: row.words ?? '' } }),
  }
}

/** The cases that somebody opened between two moments: numbers, and nothing of the children. */
export async function listOpenedBetween(tx: Tx, localAreaId: LocalAreaId, personId: PersonId, from: Instant, to: Instant): Promise<{ caseId: CaseId; reference: string; times: number }[]> {
  const { rows } = await sql<{ caseId: CaseId; reference: string; times: number }>`select r.case_id, coalesce(hub_case_number(r.local_area_id, r.case_id), '') as reference, count(*) as times
    from audit_record r
    where r.case_id is not null and r.local_area_id = ${localAreaId} and r.person_id = ${personId} and r.at between ${from} and ${to} and r.outcome = 'done' and r.cases > 0
    group by 1, 2 order by min(r.at) limit 200`.execute(tx.db)
  return rows
}

export async function noteLookedInto(tx: Tx, localAreaId: LocalAreaId, id: string, by: PersonId, words: string): Promise<void> {
  await tx.db.updateTable('unusualAccess').set({ lookedBy: by, lookedAt: tx.now, words }).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}
