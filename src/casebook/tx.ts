// One transaction, which already knows who is looking, what day it is and on which page. Stores take nothing else.

import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'
import type { CaseId, ChildId, LocalAreaId, RequestMark } from '../domain/ids.ts'
import { transactionWith } from '../platform/db/begin-with.ts'
import type { Database } from '../platform/db/schema.ts'
import type { Release } from './sending/check-before-sending.ts'
import { appendRecord } from './audit/audit-record.ts'
import type { House } from './house.ts'
import { councilAreasOf } from './access/sight.ts'
import type { May } from './access/may.ts'
import type { Doings, Trail } from './audit/trail.ts'
import { entryOfDoings, trailOfWork } from './audit/trail.ts'
import type { Viewer } from './signing-in/viewer.ts'
import { system } from './signing-in/viewer.ts'

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

/**
 * Runs as this viewer, in one transaction that says to the database who is looking, which is what its row-level security goes by
 * (migrations/0040). The system has a connection of its own: a process without one, the web, can never be the system.
 */
export async function inTransaction<T>(occasion: Occasion, run: (tx: Tx) => Promise<T>): Promise<T> {
  const { house, viewer, page, may, release, trail = trailOfWork(house.newId<RequestMark>(), page) } = occasion
  const database = viewer.kind === 'system' ? house.systemDatabase : house.database
  if (database === undefined) throw new Error('this process cannot act as the system')
  const now = house.clock.now()
  const today = house.clock.today()
  const doings: Doings = { facts: [] }
  const { answer, isRecorded } = await transactionWith(database, whoIsLooking(viewer, now, today), async (db) => {
    const atEnd = new Map<string, () => Promise<void>>()
    const tx: Tx = {
      db, house, viewer, page, ...(may === undefined ? {} : { may }), now, today, newId: house.newId, atEnd, trail, doings, ...(release === undefined ? {} : { release }),
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

/** What the policies of the database ask for. Where nothing is said they find nobody, and show nothing. */
function whoIsLooking(viewer: Viewer, now: Instant, today: PlainDate): Record<string, string> {
  if (viewer.kind === 'system') return {}
  const when = { 'hub.now': now, 'hub.today': today }
  if (viewer.kind === 'anyone') return when
  return {
    ...when, 'hub.person': viewer.personId, 'hub.council_areas': array(councilAreasOf(viewer)),
    // Side by side: the body, the role held there, and the area of a council's.
    'hub.organisations': array(viewer.roles.map(({ organisationId }) => organisationId)), 'hub.roles': array(viewer.roles.map(({ role }) => role)),
    'hub.role_areas': array(viewer.roles.map(({ localAreaId }) => localAreaId ?? 'NULL')),
  }
}

const array = (values: readonly string[]): string => `{${values.join(',')}}`

/**
 * Notes in the database that one case is open, for whoever comes as a body's: what follows is then shown by that case's own rows, and not by
 * gathering all the cases of a body, which may be thousands. Gives no sight that the rows do not give.
 */
export async function noteOpenCase({ db, viewer }: Tx, area: string, caseId: string): Promise<void> {
  if (viewer.kind === 'person' && viewer.roles.some(({ localAreaId }) => localAreaId === undefined)) await sql`select hub_open_case(${area}, ${caseId})`.execute(db)
}

/** What somebody without an account has in their hand, said once it is known: their browser's mark, or the reference they typed. */
export async function sayInHand({ db }: Pick<Tx, 'db'>, inHand: { readonly browserHash: string } | { readonly reference: string }): Promise<void> {
  const [name, value] = 'reference' in inHand ? ['hub.reference', inHand.reference] : ['hub.browser', inHand.browserHash]
  await sql`select set_config(${name}, ${value}, true)`.execute(db)
}

/**
 * The one way past a viewer's own sight: for the span in which a request becomes a case, the case and the child that it makes are
 * open to this transaction, whoever asks. The database lets in only ids that do not exist yet, so that nothing on record can be
 * reached by it. `test/walls/row-security.test.ts` lists who calls this.
 */
export async function asTheHub<T>(
  tx: Tx, made: { readonly localAreaId: LocalAreaId; readonly caseId: CaseId; readonly childId: ChildId }, run: (hub: Tx) => Promise<T>,
): Promise<T> {
  await sql`select hub_begin_founding(${made.localAreaId}, ${made.caseId}, ${made.childId})`.execute(tx.db)
  const answer = await run({ ...tx, viewer: system })
  // What is folded at the end belongs to the making of the case.
  for (const [name, finish] of tx.atEnd) {
    tx.atEnd.delete(name)
    await finish()
  }
  await sql`select hub_end_founding()`.execute(tx.db)
  return answer
}
