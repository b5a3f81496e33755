// All SQL of moves away from an area.

import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { MoveState } from '../../domain/moves/move-state.ts'
import { moveStateOf } from '../../domain/moves/move-state.ts'
import type { Withheld } from '../../domain/moves/withheld.ts'
import { withheldKinds } from '../../domain/moves/withheld.ts'
import type { MoveTable } from '../../platform/db/schema.ts'
import type { SignedReceipt } from './package/format.ts'
import { signedReceiptShape } from './package/format.ts'

export interface Move {
  readonly id: string
  readonly to: string
  /** On this installation; absent for a council elsewhere. */
  readonly toAreaId?: LocalAreaId
  readonly knownOn: PlainDate
  readonly movesOn: PlainDate
  readonly note: string
  readonly goes: readonly string[]
  readonly leftOut: readonly string[]
  readonly state: MoveState
  readonly orderedAt?: Instant
  readonly sendingId?: string
  readonly carriedAt?: Instant
  readonly packageSha256?: string
  readonly packageSize?: number
  readonly withheld: readonly Withheld[]
  readonly handedOverOn?: PlainDate
  readonly openedAt?: Instant
  readonly takenInAt?: Instant
  readonly returnedAt?: Instant
  readonly returnedBecause?: string
  readonly receipt?: SignedReceipt
  readonly calledOffAt?: Instant
  readonly calledOffBecause?: string
}

const withheldIn = z.array(z.object({ kind: z.enum(withheldKinds), count: z.number() }))
const said = <K extends string, V>(name: K, value: V | null): { [key in K]?: V } => (value === null ? {} : { [name]: value } as { [key in K]?: V })

function toMove(row: Selectable<MoveTable>): Move {
  const facts = {
    ...said('orderedAt', row.orderedAt), ...said('carriedAt', row.carriedAt), ...said('handedOverOn', row.handedOverOn), ...said('openedAt', row.openedAt), ...said('takenInAt', row.takenInAt),
    ...said('returnedAt', row.returnedAt), ...said('calledOffAt', row.calledOffAt),
  }
  return {
    id: row.id, to: row.toName, knownOn: row.knownOn, movesOn: row.movesOn, note: row.note, goes: row.goes, leftOut: row.leftOut, ...facts,
    state: moveStateOf({ isElsewhere: row.toAreaId === null, ...facts }), ...said('toAreaId', row.toAreaId as LocalAreaId | null), ...said('sendingId', row.sendingId), ...said('packageSha256', row.packageSha256),
    ...said('packageSize', row.packageSize), ...said('returnedBecause', row.returnedBecause), ...said('calledOffBecause', row.calledOffBecause),
    withheld: row.withheld === null ? [] : withheldIn.parse(row.withheld), ...(row.receipt === null ? {} : { receipt: signedReceiptShape.parse(row.receipt) }),
  }
}

const movesOf = (tx: Tx, { localAreaId, id }: CaseFile) => tx.db.selectFrom('move').selectAll().where('localAreaId', '=', localAreaId).where('caseId', '=', id)

/** The moves of a case, the latest first. */
export const listMoves = async (tx: Tx, caseFile: CaseFile): Promise<Move[]> => (await movesOf(tx, caseFile).orderBy('recordedAt', 'desc').orderBy('id').execute()).map(toMove)

/** The move, its row held when it is for an act; NotFound when it is of another case. */
export async function getMove(tx: Tx, caseFile: CaseFile, moveId: string, { lock = false } = {}): Promise<Move> {
  if (!isId(moveId)) throw new NotFound('move')
  const query = movesOf(tx, caseFile).where('id', '=', moveId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw new NotFound('move')
  return toMove(row)
}

export interface NewMove {
  readonly to: string
  readonly toAreaId?: LocalAreaId
  readonly knownOn: PlainDate
  readonly movesOn: PlainDate
}

export async function insertMove(tx: Tx, { localAreaId, id: caseId }: CaseFile, move: NewMove, by: PersonId): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('move').values({
    localAreaId, id, caseId, toName: move.to, toAreaId: move.toAreaId ?? null, knownOn: move.knownOn, movesOn: move.movesOn, recordedBy: by, recordedAt: tx.now,
  }).execute()
  return id
}

type Change = Partial<Pick<Selectable<MoveTable>, 'note' | 'goes' | 'leftOut' | 'orderedBy' | 'orderedAt' | 'sendingId' | 'packageSha256' | 'packageSize' | 'carriedAt' | 'handedOverOn' | 'openedAt'
  | 'takenInAt' | 'returnedAt' | 'returnedBecause' | 'calledOffAt' | 'calledOffBy' | 'calledOffBecause'>> & { readonly withheld?: string | null; readonly receipt?: string | null }

/** Changes a move whose row is held. */
export async function changeMove(tx: Tx, { localAreaId }: Pick<CaseFile, 'localAreaId'>, moveId: string, change: Change): Promise<void> {
  await tx.db.updateTable('move').set(change).where('localAreaId', '=', localAreaId).where('id', '=', moveId).execute()
}

/** As if it had never been sent: it may be sent again. */
export const backToKnown = (tx: Tx, caseFile: Pick<CaseFile, 'localAreaId'>, moveId: string): Promise<void> => changeMove(tx, caseFile, moveId, {
  orderedBy: null, orderedAt: null, sendingId: null, packageSha256: null, packageSize: null, withheld: null, carriedAt: null, handedOverOn: null, openedAt: null, returnedAt: null, returnedBecause: null,
})

/**
 * Takes back from another area of this installation what was not taken in. In a function of the owner's: the one place where a council's act
 * reaches into another area, and all it is told is one word.
 */
export async function callOffArrival(tx: Tx, moveId: string): Promise<'called-off' | 'taken-in'> {
  const { rows: [row] } = await sql<{ answer: string }>`select hub_call_off_arrival(${moveId}::uuid) as answer`.execute(tx.db)
  if (row?.answer === 'taken-in' || row?.answer === 'called-off') return row.answer
  throw new NotFound('move')
}

export interface DueMove {
  readonly area: string
  readonly caseId: CaseId
  readonly moveId: string
}

/** Moves whose day has come and that nobody carried yet: for the worker. */
export async function listDueMoves(tx: Tx): Promise<DueMove[]> {
  const rows = await tx.db.selectFrom('move as m').innerJoin('localArea as a', 'a.id', 'm.localAreaId').select(['a.code', 'm.caseId', 'm.id'])
    .where('m.orderedAt', 'is not', null).where('m.carriedAt', 'is', null).where('m.calledOffAt', 'is', null).where('m.movesOn', '<=', tx.today).orderBy('m.movesOn').orderBy('m.id').execute()
  return rows.map(({ code, caseId, id }) => ({ area: code, caseId: caseId as CaseId, moveId: id }))
}

/** Until when what was sent can still be taken back; undefined where nothing holds it. */
export async function heldUntil(tx: Tx, { localAreaId }: CaseFile, sendingId: string | undefined): Promise<Instant | undefined> {
  if (sendingId === undefined) return undefined
  const row = await tx.db.selectFrom('sending').select(['heldUntil', 'takenBackAt']).where('localAreaId', '=', localAreaId).where('id', '=', sendingId).executeTakeFirst()
  return row !== undefined && row.takenBackAt === null && row.heldUntil > tx.now ? row.heldUntil : undefined
}

/** Everybody outside the family with a live part: they end when the new council has taken the child in. */
export async function listWorkingParties(tx: Tx, { localAreaId, id }: CaseFile) {
  return tx.db.selectFrom('caseParty as p').leftJoin('person as n', 'n.id', 'p.personId').leftJoin('organisation as o', 'o.id', 'p.organisationId')
    .select(['p.part', 'p.personId', 'p.organisationId', 'n.fullName', 'o.name']).where('p.localAreaId', '=', localAreaId).where('p.caseId', '=', id)
    .where('p.part', 'not in', ['parent', 'young-person', 'representative', 'proxy']).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)])).execute()
}

/** The last days of what is open about a move, by clock: TR-01 to TR-07. Without a day where the law gives none. */
export async function openMoveDays(tx: Tx, { localAreaId, id }: CaseFile): Promise<ReadonlyMap<string, PlainDate | undefined>> {
  const rows = await tx.db.selectFrom('clock').select(['clockId', 'dueOn']).where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('isOpen', '=', true).where('clockId', 'like', 'TR-%').execute()
  return new Map(rows.map(({ clockId, dueOn }) => [clockId, dueOn ?? undefined] as const))
}

/** The case of the old side, by the move: for the worker that carries an answer back. */
export async function findMovedCase(tx: Tx, localAreaId: LocalAreaId, moveId: string): Promise<{ area: string; caseId: CaseId } | undefined> {
  const row = await tx.db.selectFrom('move as m').innerJoin('localArea as a', 'a.id', 'm.localAreaId').select(['m.caseId', 'a.code']).where('m.localAreaId', '=', localAreaId).where('m.id', '=', moveId).executeTakeFirst()
  return row === undefined ? undefined : { area: row.code, caseId: row.caseId as CaseId }
}
