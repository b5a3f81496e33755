// Sessions live in the database, so that they can be ended; the cookie holds a random token and the row only its hash.

import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { PersonId } from '../domain/ids.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import { instantAfter } from '../platform/clock/system-clock.ts'
import type { Database } from '../platform/db/schema.ts'
import type { House } from './house.ts'
import type { Viewer } from './viewer.ts'
import { anyone, findViewer } from './viewer.ts'

export const sessionCookie = 'hub-session'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const minute = 60 * 1000
const hours = 60 * minute

/** After so long without a page asked for, whoever sits down at the same computer must not find it open. */
export const idleMinutes = 30

/** How somebody signed in: kept with the session by whoever looks after sessions. */
export interface SignedInBy {
  readonly method: 'demo' | 'passkey' | 'password' | 'recovery'
}

/** Starts a session and gives the token for the cookie. It ends twelve hours later whatever happens, and earlier when it is idle. */
export async function startSession(database: Kysely<Database>, personId: PersonId, now: Instant, _by?: SignedInBy): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database.insertInto('session').values({
    tokenHash: hashOf(token), personId, startedAt: now, lastSeenAt: now, endsAt: instantAfter(now, 12 * hours),
  }).execute()
  return token
}

/** Ends every session of a person, but for the one whose token is given. */
export async function endSessionsOf(database: Kysely<Database>, personId: PersonId, exceptToken?: string): Promise<void> {
  await database.deleteFrom('session').where('personId', '=', personId).where('tokenHash', '!=', exceptToken === undefined ? '' : hashOf(exceptToken)).execute()
}

/** When the person of this session last proved who they are; undefined without a session. */
export async function provenAtOf(database: Kysely<Database>, token: string | undefined): Promise<Instant | undefined> {
  if (token === undefined || token === '') return undefined
  return (await database.selectFrom('session').select('startedAt').where('tokenHash', '=', hashOf(token)).executeTakeFirst())?.startedAt
}

export async function endSession(database: Kysely<Database>, token: string): Promise<void> {
  await database.deleteFrom('session').where('tokenHash', '=', hashOf(token)).execute()
}

/** Who the cookie's token belongs to, and whether it stands for a session that is over: the person then still has pages open. */
export interface Seen {
  readonly viewer: Viewer
  readonly isSignedOut: boolean
}

/**
 * Looks up the session, ends it when it has been idle too long, and notes that it was seen. Asked once for each request;
 * noted at most once a minute, so that reading writes next to nothing, and not when a page asks by itself (`isAtWork` false).
 */
export async function viewerOfToken(house: House, token: string | undefined, { isAtWork = true } = {}): Promise<Seen> {
  if (token === undefined || token === '') return { viewer: anyone, isSignedOut: false }
  const over: Seen = { viewer: anyone, isSignedOut: true }
  const tokenHash = hashOf(token)
  const session = await house.database.selectFrom('session').select(['personId', 'endsAt', 'lastSeenAt']).where('tokenHash', '=', tokenHash).executeTakeFirst()
  if (session === undefined) return over
  const now = house.clock.now()
  if (session.endsAt <= now || instantAfter(session.lastSeenAt, idleMinutes * minute) <= now) {
    await endSession(house.database, token)
    return over
  }
  if (isAtWork && instantAfter(session.lastSeenAt, minute) <= now) {
    await house.database.updateTable('session').set({ lastSeenAt: now }).where('tokenHash', '=', tokenHash).execute()
  }
  const viewer = await findViewer(house.database, session.personId, house.clock.today())
  return viewer === undefined ? over : { viewer, isSignedOut: false }
}
