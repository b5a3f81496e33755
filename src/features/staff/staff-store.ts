// Who works at a body, as its administrator sees them: roles, days, how they sign in. Nothing here reads a case; how much somebody has
// in hand comes as numbers from two functions of the database (migration 0041).

import { sql } from 'kysely'
import type { Tx } from '../../casebook/tx.ts'
import type { Role } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { reviewDueOn } from '../../domain/sign-in/access-review.ts'

export interface Body {
  readonly id: OrganisationId
  readonly kind: string
  /** "SEND team, Wendmere Council". */
  readonly name: string
  /** Its home area, where it has one. */
  readonly localAreaId?: LocalAreaId
}

export async function findBody(tx: Tx, id: string): Promise<Body | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.db.selectFrom('organisation').select(['id', 'kind', 'name', 'service', 'localAreaId']).where('id', '=', id as OrganisationId).executeTakeFirst()
  return row === undefined ? undefined : {
    id: row.id, kind: row.kind, name: row.service === null ? row.name : `${row.service}, ${row.name}`, ...(row.localAreaId === null ? {} : { localAreaId: row.localAreaId }),
  }
}

/** How somebody comes in: an account of the hub (with what), accounts elsewhere (by the provider's name), or not yet. */
export interface WayIn {
  readonly account?: 'passkey' | 'app' | 'text' | 'email' | 'other'
  readonly elsewhere: readonly string[]
  readonly canSignIn: boolean
  readonly invitedUntil?: Instant
}

export interface StaffMember {
  readonly id: PersonId
  readonly name: string
  readonly email?: string
  readonly roles: readonly Role[]
  readonly since: PlainDate
  readonly lastUsedAt?: Instant
  readonly wayIn: WayIn
  readonly reviewDueOn: PlainDate
  /** Their last day, when they are to leave. */
  readonly lastOn?: PlainDate
}

interface Row {
  id: PersonId; name: string; email: string | null; roles: Role[]; since: PlainDate; confirmedOn: PlainDate; lastOn: PlainDate | null; lastUsedAt: Instant | null
  hasAccount: boolean; passkeys: number; secondFactor: string | null; elsewhere: string[]; canSignIn: boolean; invitedUntil: Instant | null
}

/** When somebody (`p`) last came in or asked for a page. */
export const lastUsed = sql`(select max(u.at) from (select a.last_signed_in_at as at from account a where a.person_id = p.id union all select a.opened_at from account a where a.person_id = p.id
    union all select i.last_used_at from outside_identity i where i.person_id = p.id and i.ended_at is null union all select i.bound_at from outside_identity i where i.person_id = p.id and i.ended_at is null
    union all select s.last_seen_at from session s where s.person_id = p.id) u)`

/** Everybody with a role there today or from a day to come, by name. */
export async function listStaff(tx: Tx, organisationId: OrganisationId): Promise<StaffMember[]> {
  const { rows } = await sql<Row>`
    select p.id, p.full_name as name, p.email, p.can_sign_in, w.roles, w.since, w.confirmed_on, w.last_on, ${lastUsed} as last_used_at,
      (a.person_id is not null and a.closed_at is null) as has_account, a.second_factor, (select count(*)::int from passkey k where k.person_id = p.id) as passkeys,
      coalesce((select array_agg(i.provider order by i.provider) from outside_identity i where i.person_id = p.id and i.ended_at is null), '{}') as elsewhere,
      (select max(v.ends_at) from invitation v where v.person_id = p.id and v.accepted_at is null and v.withdrawn_at is null and v.ends_at > ${tx.now}) as invited_until
    from (select m.person_id, array_agg(distinct m.role) as roles, min(m.from_on) as since, min(m.confirmed_on) as confirmed_on,
        case when bool_and(m.to_on is not null) then max(m.to_on) end as last_on
      from membership m where m.organisation_id = ${organisationId} and (m.to_on is null or m.to_on >= ${tx.today}) and m.from_on <= coalesce(m.to_on, m.from_on) group by m.person_id) w
    join person p on p.id = w.person_id left join account a on a.person_id = p.id
    order by p.full_name, p.id`.execute(tx.db)
  return rows.map(toMember)
}

const toMember = (row: Row): StaffMember => ({
  id: row.id, name: row.name, roles: row.roles, since: row.since, reviewDueOn: reviewDueOn(row.confirmedOn),
  ...(row.email === null ? {} : { email: row.email }), ...(row.lastUsedAt === null ? {} : { lastUsedAt: row.lastUsedAt }), ...(row.lastOn === null ? {} : { lastOn: row.lastOn }),
  wayIn: {
    elsewhere: row.elsewhere, canSignIn: row.canSignIn, ...(row.invitedUntil === null ? {} : { invitedUntil: row.invitedUntil }),
    ...(row.hasAccount ? { account: row.passkeys > 0 ? 'passkey' as const : factorOf(row.secondFactor) } : {}),
  },
})

const factorOf = (factor: string | null): 'app' | 'text' | 'email' | 'other' => (factor === 'app' || factor === 'text' || factor === 'email' ? factor : 'other')

/** Somebody who works there, or did until lately and may be let back in. */
export async function findFormer(tx: Tx, organisationId: OrganisationId, personId: string): Promise<{ id: PersonId; name: string; email?: string } | undefined> {
  if (!isId(personId)) return undefined
  const row = await tx.db.selectFrom('person as p').select(['p.id', 'p.fullName', 'p.email']).where('p.id', '=', personId as PersonId)
    .where((eb) => eb.exists(eb.selectFrom('membership as m').select('m.id').whereRef('m.personId', '=', 'p.id').where('m.organisationId', '=', organisationId))).executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, name: row.fullName, ...(row.email === null ? {} : { email: row.email }) }
}

export interface OpenWork { readonly advice: number; readonly cases: number }

export async function countOpenWork(tx: Tx, personId: PersonId, organisationId: OrganisationId): Promise<OpenWork> {
  const { rows } = await sql<{ kind: keyof OpenWork; items: number }>`select * from open_work_of(${personId}::uuid, ${organisationId}::uuid, ${tx.today}::date)`.execute(tx.db)
  const of = (kind: keyof OpenWork): number => rows.find((row) => row.kind === kind)?.items ?? 0
  return { advice: of('advice'), cases: of('cases') }
}

export interface Waiting { readonly kind: 'advice' | 'consultation' | 'plan'; readonly items: number; readonly since: PlainDate | null }

/** What is sent to the body and taken on by nobody: numbers alone. */
export async function listWaitingAt(tx: Tx, organisationId: OrganisationId): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select * from waiting_at(${organisationId}::uuid)`.execute(tx.db)
  return rows.filter(({ items }) => items > 0)
}

/** Whoever left, or was stopped, in the last 90 days and has not come back. */
export async function listFormer(tx: Tx, organisationId: OrganisationId): Promise<{ id: PersonId; name: string; lastOn: PlainDate; isStopped: boolean }[]> {
  const { rows } = await sql<{ id: PersonId; name: string; lastOn: PlainDate; isStopped: boolean }>`
    select p.id, p.full_name as name, coalesce(l.last_on, w.last_on) as last_on, coalesce(l.what = 'ended-unconfirmed', false) as is_stopped
    from (select m.person_id, max(m.to_on) as last_on from membership m where m.organisation_id = ${organisationId} group by m.person_id
      having bool_and(m.to_on is not null and m.to_on < ${tx.today})) w join person p on p.id = w.person_id
    left join lateral (select e.what, e.last_on from staff_event e
      where e.organisation_id = ${organisationId} and e.person_id = p.id and e.what in ('left', 'ended-unconfirmed') order by e.at desc limit 1) l on true
    where w.last_on >= ${tx.today}::date - 90 order by w.last_on desc, p.full_name limit 50`.execute(tx.db)
  return [...rows]
}

/** Whether somebody can sign in already, with an account of any kind. */
export const canSignIn = async (tx: Tx, personId: PersonId): Promise<boolean> =>
  (await tx.db.selectFrom('person').select('canSignIn').where('id', '=', personId).executeTakeFirstOrThrow()).canSignIn

export const nameOf = async (tx: Tx, personId: PersonId): Promise<string> =>
  (await tx.db.selectFrom('person').select('fullName').where('id', '=', personId).executeTakeFirstOrThrow()).fullName

/** Holds the body's row until the transaction ends. */
export async function lockBody(tx: Tx, id: OrganisationId): Promise<void> {
  await tx.db.selectFrom('organisation').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}
