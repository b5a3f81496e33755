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
const hours = 60 * 60 * 1000

/** Starts a session and gives the token for the cookie. It ends twelve hours later whatever happens. */
export async function startSession(database: Kysely<Database>, personId: PersonId, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database.insertInto('session').values({
    tokenHash: hashOf(token), personId, startedAt: now, lastSeenAt: now, endsAt: instantAfter(now, 12 * hours),
  }).execute()
  return token
}

export async function endSession(database: Kysely<Database>, token: string): Promise<void> {
  await database.deleteFrom('session').where('tokenHash', '=', hashOf(token)).execute()
}

/** Who the cookie's token belongs to; nobody when it is missing, unknown or over. */
export async function viewerOfToken(house: House, token: string | undefined): Promise<Viewer> {
  if (token === undefined || token === '') return anyone
  const session = await house.database.selectFrom('session').select(['personId', 'endsAt'])
    .where('tokenHash', '=', hashOf(token)).executeTakeFirst()
  if (session === undefined || session.endsAt <= house.clock.now()) return anyone
  return await findViewer(house.database, session.personId, house.clock.today()) ?? anyone
}
