// Sessions live in the database, so that they can be ended; the cookie holds a random token and the row only its hash. Who stands
// behind a token is read anew on each request, in one statement: a role that ended a second ago is gone with the next page.

import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { KindOfUser, SessionLimits } from '../../domain/access/session-limits.ts'
import { endOfSession, isStricter, limitsFor, staffIdleMinutes, strictestKind } from '../../domain/access/session-limits.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId, PersonId, SessionId } from '../../domain/ids.ts'
import { instantAfter, instantOf, millisecondsOf } from '../../platform/clock/system-clock.ts'
import type { Database } from '../../platform/db/schema.ts'
import type { Cookie } from '../../platform/http/reply.ts'
import type { House } from '../house.ts'
import type { PersonViewer, StandingRow, Viewer } from './viewer.ts'
import { anyone, standingColumns, viewerOf } from './viewer.ts'

/** Over https bound to this very host by its name (RFC 6265bis, "__Host-"); plain http, on one's own machine, allows no such name. */
export const sessionCookieName = (house: Pick<House, 'baseUrl'>): string => hostCookie(house, 'hub-session')
export const hostCookie = (house: Pick<House, 'baseUrl'>, name: string): string => (house.baseUrl.startsWith('https://') ? `__Host-${name}` : name)

/** The token that this browser holds, if any. */
export const tokenIn = (house: Pick<House, 'baseUrl'>, cookies: Readonly<Record<string, string>>): string | undefined => cookies[sessionCookieName(house)]

/** The cookie ends with the browser; the session itself by its limits. */
export const cookieWith = (house: Pick<House, 'baseUrl'>, token: string): Cookie => ({ name: sessionCookieName(house), value: token })
export const noSessionCookie = (house: Pick<House, 'baseUrl'>): Cookie => ({ name: sessionCookieName(house), value: '', maxAge: 0 })

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(32).toString('base64url')
const minute = 60 * 1000

/** Pages opened within so long of one another are of one sitting. */
export const idleMinutes = staffIdleMinutes.usual

export type SignInMethod = 'demo' | 'passkey' | 'password' | 'recovery' | 'outside'

/** How somebody proved who they are. */
export interface SignedInBy {
  readonly method: SignInMethod
  /** When a second factor was proven; absent only in a demonstration. */
  readonly secondFactorAt?: Instant
  /** Browser and system in words. */
  readonly device?: string
  /** Others use this computer too: shorter limits. */
  readonly isSharedComputer?: boolean
  /** Where they signed in, when that was elsewhere. `token` is sealed. */
  readonly outside?: { readonly provider: string; readonly subject: string; readonly session?: string; readonly token?: string }
}

/** Why a session is over that its own person did not end here. */
export type EndedBecause = 'idle' | 'limit' | 'elsewhere' | 'provider' | 'account' | 'role-ended' | 'password'

/** Starts a session and gives the token for the cookie. The kind, and so the limits, follow from the roles that the person holds now. */
export async function startSession(house: House, personId: PersonId, by: SignedInBy): Promise<string> {
  if (by.method === 'demo' ? house.isProduction : by.secondFactorAt === undefined) throw new Error('nobody is signed in with less than two factors')
  const now = house.clock.now()
  const { rows: [row] } = await sql<StandingRow>`select ${standingColumns(house.clock.today())} from person p where p.id = ${personId}`.execute(house.database)
  if (row === undefined) throw new Error('a session for nobody')
  const viewer = viewerOf(row)
  const limits = limitsFor(viewer, { isSharedComputer: by.isSharedComputer === true })
  const token = newToken()
  await house.database.deleteFrom('session').where('personId', '=', personId).where('endsAt', '<', instantAfter(now, -24 * 60 * minute)).execute()
  await house.database.insertInto('session').values({
    tokenHash: hashOf(token), id: house.newId<SessionId>(), personId, kind: strictestKind(viewer), method: by.method,
    startedAt: now, provenAt: now, lastSeenAt: now, endsAt: instantAfter(now, limits.longestMinutes * minute),
    secondFactorAt: by.secondFactorAt ?? null, device: by.device ?? '', isSharedComputer: by.isSharedComputer ?? false,
    provider: by.outside?.provider ?? null, providerSubject: by.outside?.subject ?? null, providerSession: by.outside?.session ?? null,
    providerToken: by.outside?.token ?? null,
  }).execute()
  return token
}

/** Ends a session by its own person's wish, and forgets it. */
export async function endSession(database: Kysely<Database>, token: string): Promise<void> {
  await database.deleteFrom('session').where('tokenHash', '=', hashOf(token)).execute()
}

export interface Ending {
  readonly because: EndedBecause
  /** Left alone: the session in which somebody ends all others. */
  readonly except?: SessionId | undefined
  /** The same, by the token in the browser's cookie. */
  readonly exceptToken?: string | undefined
  /** This one alone. */
  readonly only?: SessionId
}

/** Ends a person's sessions; `database` may be a transaction, so that they end with what made them end. How many were live. */
export async function endSessionsOf(database: Kysely<Database>, personId: PersonId, now: Instant, { because, except, exceptToken, only }: Ending): Promise<number> {
  const ended = await database.updateTable('session').set({ endedAt: now, endedBecause: because }).where('personId', '=', personId).where('endedAt', 'is', null)
    .$if(except !== undefined, (some) => some.where('id', '<>', except ?? ('' as SessionId)))
    .$if(exceptToken !== undefined, (some) => some.where('tokenHash', '<>', hashOf(exceptToken ?? '')))
    .$if(only !== undefined, (some) => some.where('id', '=', only ?? ('' as SessionId))).executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** Forgets the sessions that ended, or could last no longer, before this moment. */
export async function clearOldSessions(database: Kysely<Database>, before: Instant): Promise<void> {
  await database.deleteFrom('session').where((eb) => eb.or([eb('endsAt', '<', before), eb('endedAt', '<', before)])).execute()
}

/** Makes the token of a live session anew: after somebody proved again who they are, or became a kind of user that asks for more care. */
export async function renewToken(house: House, token: string, change: { readonly provenAt?: Instant; readonly secondFactorAt?: Instant; readonly kind?: KindOfUser } = {}): Promise<string> {
  const renewed = newToken()
  await house.database.updateTable('session').set({ tokenHash: hashOf(renewed), ...change }).where('tokenHash', '=', hashOf(token)).where('endedAt', 'is', null).execute()
  return renewed
}

/** The provider says that its session is over: every session here that came of it ends. How many there were. */
export async function endSessionsFrom(database: Kysely<Database>, now: Instant, { provider, subject, session }: { provider: string; subject: string | undefined; session: string | undefined }): Promise<number> {
  if (subject === undefined && session === undefined) return 0
  const ended = await database.updateTable('session').set({ endedAt: now, endedBecause: 'provider' }).where('provider', '=', provider).where('endedAt', 'is', null)
    .$if(subject !== undefined, (some) => some.where('providerSubject', '=', subject ?? ''))
    .$if(session !== undefined, (some) => some.where('providerSession', '=', session ?? '')).executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export interface OwnSession {
  readonly id: SessionId
  readonly device: string
  readonly method: SignInMethod
  readonly provider: string | undefined
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
  readonly isSharedComputer: boolean
}

/** Where a person is signed in, the latest first. One that has been idle for longer than anybody may be is left out. */
export async function listOwnSessions(database: Kysely<Database>, personId: PersonId, now: Instant): Promise<OwnSession[]> {
  const rows = await database.selectFrom('session').select(['id', 'device', 'method', 'provider', 'startedAt', 'lastSeenAt', 'isSharedComputer'])
    .where('personId', '=', personId).where('endedAt', 'is', null).where('endsAt', '>', now).where('lastSeenAt', '>', instantAfter(now, -staffIdleMinutes.most * minute))
    .orderBy('lastSeenAt', 'desc').execute()
  return rows.map((row) => ({ ...row, method: row.method as SignInMethod, provider: row.provider ?? undefined }))
}

/** For which organisation, and where, somebody works just now. What they do not hold is passed over when it is read. */
export async function chooseWorkingFor(database: Kysely<Database>, id: SessionId, { organisationId, localAreaId }: { organisationId?: OrganisationId; localAreaId?: LocalAreaId }): Promise<void> {
  await database.updateTable('session').set({ chosenOrganisationId: organisationId ?? null, chosenLocalAreaId: localAreaId ?? null }).where('id', '=', id).execute()
}

export interface LiveSession {
  readonly id: SessionId
  readonly method: SignInMethod
  readonly limits: SessionLimits
  /** When it ends unless another page is asked for. */
  readonly endsAt: Instant
  readonly secondsLeft: number
  readonly provenAt: Instant
  readonly secondFactorAt: Instant | undefined
  readonly isSharedComputer: boolean
  readonly provider: string | undefined
  readonly providerToken: string | undefined
  /** They became a stricter kind of user than this token was made for. */
  readonly isOutgrownBy: KindOfUser | undefined
}

/** Who the cookie's token belongs to, and whether it stands for a session that is over: the person then still has pages open. */
export interface Seen {
  readonly viewer: Viewer
  readonly isSignedOut: boolean
  readonly session?: LiveSession
  /** Whose session it was and why it is over, where that is still known. */
  readonly ended?: { readonly personId: PersonId; readonly because: EndedBecause }
}

interface SessionRow extends StandingRow {
  readonly id: SessionId
  readonly kind: KindOfUser
  readonly method: SignInMethod
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
  readonly provenAt: Instant
  readonly secondFactorAt: Instant | null
  readonly isSharedComputer: boolean
  readonly chosenOrganisationId: OrganisationId | null
  readonly chosenLocalAreaId: LocalAreaId | null
  readonly provider: string | null
  readonly providerToken: string | null
  readonly endedBecause: EndedBecause | null
  readonly canSignIn: boolean
}

/**
 * Looks up the session and whose it is, ends it when its limits say so, and notes that it was seen. One statement for each request;
 * noted at most once a minute, so that reading writes next to nothing, and not when a page asks by itself (`isAtWork` false).
 */
export async function viewerOfToken(house: House, token: string | undefined, { isAtWork = true } = {}): Promise<Seen> {
  if (token === undefined || token === '') return { viewer: anyone, isSignedOut: false }
  const tokenHash = hashOf(token)
  const { rows: [row] } = await sql<SessionRow>`
    select s.id, s.kind, s.method, s.started_at, s.last_seen_at, s.proven_at, s.second_factor_at, s.is_shared_computer, s.chosen_organisation_id,
      s.chosen_local_area_id, s.provider, s.provider_token, s.ended_because, p.can_sign_in, ${standingColumns(house.clock.today())}
    from session s join person p on p.id = s.person_id where s.token_hash = ${tokenHash}`.execute(house.database)
  if (row === undefined) return { viewer: anyone, isSignedOut: true }
  const viewer = viewerOf(row)
  const limits = limitsFor(viewer, row)
  const now = house.clock.now()
  const end = endOfSession({ startedAt: inMinutes(row.startedAt), lastSeenAt: inMinutes(row.lastSeenAt), now: inMinutes(now) }, limits)
  const because = row.endedBecause ?? whyOver(row, viewer) ?? (end.isOver ? end.because : undefined)
  if (because !== undefined) {
    if (row.endedBecause === null) await endSessionsOf(house.database, row.personId, now, { because, only: row.id })
    return { viewer: anyone, isSignedOut: true, ended: { personId: row.personId, because } }
  }
  const seenAnew = isAtWork && instantAfter(row.lastSeenAt, minute) <= now
  if (seenAnew) await house.database.updateTable('session').set({ lastSeenAt: now }).where('tokenHash', '=', tokenHash).execute()
  const { endsAt } = seenAnew ? endOfSession({ startedAt: inMinutes(row.startedAt), lastSeenAt: inMinutes(now), now: inMinutes(now) }, limits) : end
  const kind = strictestKind(viewer)
  return {
    isSignedOut: false,
    viewer: { ...viewer, sessionId: row.id, ...workingFor(row, viewer) },
    session: {
      id: row.id, method: row.method, limits, endsAt: instantOf(Math.round(endsAt * minute)), secondsLeft: Math.max(0, Math.round((endsAt - inMinutes(now)) * 60)),
      provenAt: row.provenAt, secondFactorAt: row.secondFactorAt ?? undefined, isSharedComputer: row.isSharedComputer,
      provider: row.provider ?? undefined, providerToken: row.providerToken ?? undefined, isOutgrownBy: isStricter(kind, row.kind) ? kind : undefined,
    },
  }
}

const inMinutes = (instant: Instant): number => millisecondsOf(instant) / minute

/** Whoever may no longer sign in is out; and so is whoever signed in to work here and has no work here any more. */
function whyOver(row: SessionRow, viewer: PersonViewer): EndedBecause | undefined {
  if (!row.canSignIn) return 'account'
  return row.kind !== 'family' && viewer.roles.length === 0 ? 'role-ended' : undefined
}

/** What was chosen, as far as it is still theirs to choose: an organisation that they left narrows nothing. */
function workingFor({ chosenOrganisationId, chosenLocalAreaId }: SessionRow, viewer: PersonViewer): Pick<PersonViewer, 'workingFor'> {
  const isTheirs = viewer.roles.some(({ organisationId }) => organisationId === chosenOrganisationId)
  if ((chosenOrganisationId === null || !isTheirs) && chosenLocalAreaId === null) return {}
  return { workingFor: {
    ...(chosenOrganisationId !== null && isTheirs ? { organisationId: chosenOrganisationId } : {}),
    ...(chosenLocalAreaId === null ? {} : { localAreaId: chosenLocalAreaId }),
  } }
}
