// The tools that acts and pages are given. Made once by each door (web, worker, cli, tests), never reached for globally.

import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'
import type { Database } from '../platform/db/schema.ts'
import type { FileStore } from '../platform/files/file-store.ts'

export interface Clock {
  readonly now: () => Instant
  /** Today in London. */
  readonly today: () => PlainDate
}

export interface House {
  readonly database: Kysely<Database>
  readonly clock: Clock
  readonly newId: <T extends string>() => T
  readonly files: FileStore
  /** Where the hub is reached, with no slash at the end: for links in messages. */
  readonly baseUrl: string
  readonly isDemo: boolean
}
