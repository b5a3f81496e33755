// One transaction, which already knows who is looking, what day it is and on which page. Stores take nothing else.

import type { Kysely, Transaction } from 'kysely'
import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'
import type { Database } from '../platform/db/schema.ts'
import type { Release } from './check-before-sending.ts'
import type { RequestMark } from '../domain/ids.ts'
import { appendRecord } from './audit-record.ts'
import type { House } from './house.ts'
import type { May } from './may.ts'
import type { Doings, Trail } from './trail.ts'
import { entryOfDoings, trailOfWork } from './trail.ts'
import type { Viewer } from './viewer.ts'

/** What is being done: by whom, with which tools, on which page, and the mark of the form it came from. */
export interface Occasion {
  readonly house: House
  readonly viewer: Viewer
  /** The path or job, for the record of who opened what. */
  readonly page: string
  /** The form's own mark: the same form sent twice acts once. */
  readonly once?: string
  /** What the form says to words that stopped it the time before (check-before-sending.ts). */
  readonly release?: Release
  /** What the route's row says of who may come: asked again of every case that is opened. Absent for jobs. */
  readonly may?: May
  /** What the request has touched so far; a piece of work that no request began gets its own. */
  readonly trail?: Trail
}

export interface Tx {
  readonly db: Transaction<Database>
  readonly house: House
  readonly viewer: Viewer
  readonly page: string
  readonly may?: May
  readonly now: Instant
  readonly today: PlainDate
  readonly newId: <T extends string>() => T
  readonly release?: Release
  /** Done once before the transaction is committed, by what it is for: what is folded from several facts of one act. */
  readonly atEnd: Map<string, () => Promise<void>>
  readonly trail: Trail
  /** What the audit record of this transaction will say, when it writes. */
  readonly doings: Doings
}

export async function inTransaction<T>(occasion: Occasion, run: (tx: Tx) => Promise<T>): Promise<T> {
  const { house, viewer, page, may, release, trail = trailOfWork(house.newId<RequestMark>(), page) } = occasion
  const database: Kysely<Database> = house.database
  const doings: Doings = { facts: [] }
  const { answer, isRecorded } = await database.transaction().execute(async (db) => {
    const atEnd = new Map<string, () => Promise<void>>()
    const tx: Tx = {
      db, house, viewer, page, ...(may === undefined ? {} : { may }), now: house.clock.now(), today: house.clock.today(), newId: house.newId, atEnd, trail, doings, ...(release === undefined ? {} : { release }),
    }
    const value = await run(tx)
    for (const finish of atEnd.values()) await finish()
    // No record, no change: and last, because it holds the area's chain until the transaction ends.
    const entry = entryOfDoings(trail, viewer, doings)
    if (entry !== undefined) await appendRecord(db, tx.now, entry)
    return { answer: value, isRecorded: entry !== undefined }
  })
  if (isRecorded) trail.records += 1
  return answer
}

/** Reads as this viewer, in one transaction, so that a page never mixes two moments. */
export const read = inTransaction
