// All SQL of what came from other councils.

import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Area } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Likeness, LikenessKind } from '../../domain/case-file/duplicates.ts'
import { duplicateScore, worthALook } from '../../domain/case-file/duplicates.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { ArrivalState } from '../../domain/moves/move-state.ts'
import { arrivalStateOf } from '../../domain/moves/move-state.ts'
import type { ArrivalTable } from '../../platform/db/schema.ts'
import type { SignedReceipt } from './package/format.ts'
import { signedReceiptShape } from './package/format.ts'

export interface Arrival {
  readonly id: string
  readonly localAreaId: LocalAreaId
  readonly moveId: string
  readonly kind: 'plan' | 'assessment'
  readonly from: string
  /** Set where this installation carried it. */
  readonly fromAreaId?: LocalAreaId
  readonly childName: string
  readonly bornOn: PlainDate
  readonly movesOn: PlainDate
  readonly transferredOn: PlainDate
  readonly packageSha256: string
  readonly packageSize: number
  readonly publicKey: string
  readonly arrivedAt: Instant
  readonly state: ArrivalState
  readonly openedAt?: Instant
  readonly takenInAt?: Instant
  readonly caseId?: CaseId
  readonly returnedAt?: Instant
  readonly returnedBecause?: string
  readonly keyComparedWith?: string
  readonly receipt?: SignedReceipt
  /** Which row here each id of the package is. */
  readonly ids?: Readonly<Record<string, string>>
}

function toArrival(row: Selectable<ArrivalTable>): Arrival {
  const so = {
    ...(row.openedAt === null ? {} : { openedAt: row.openedAt }), ...(row.takenInAt === null ? {} : { takenInAt: row.takenInAt }), ...(row.returnedAt === null ? {} : { returnedAt: row.returnedAt }),
    ...(row.calledOffAt === null ? {} : { calledOffAt: row.calledOffAt }),
  }
  return {
    id: row.id, localAreaId: row.localAreaId, moveId: row.moveId, kind: row.kind === 'assessment' ? 'assessment' : 'plan', from: row.fromName, childName: row.childName, bornOn: row.bornOn, movesOn: row.movesOn,
    transferredOn: row.transferredOn, packageSha256: row.packageSha256, packageSize: row.packageSize, publicKey: row.publicKey, arrivedAt: row.arrivedAt, state: arrivalStateOf(so), ...so,
    ...(row.fromAreaId === null ? {} : { fromAreaId: row.fromAreaId as LocalAreaId }), ...(row.caseId === null ? {} : { caseId: row.caseId as CaseId }),
    ...(row.returnedBecause === null ? {} : { returnedBecause: row.returnedBecause }), ...(row.keyComparedWith === null ? {} : { keyComparedWith: row.keyComparedWith }),
    ...(row.receipt === null ? {} : { receipt: signedReceiptShape.parse(row.receipt) }), ...(row.ids === null ? {} : { ids: z.record(z.string(), z.string()).parse(row.ids) }),
  }
}

/** What came to the area, what waits first and longest first; of what is over, the latest hundred. */
export async function listArrivals(tx: Tx, { id }: Pick<Area, 'id'>): Promise<Arrival[]> {
  const rows = await tx.db.selectFrom('arrival').selectAll().where('localAreaId', '=', id).orderBy('arrivedAt', 'desc').orderBy('id').limit(200).execute()
  const found = rows.map(toArrival)
  const waits = ({ state }: Arrival): boolean => state === 'waiting' || state === 'opened'
  return [...found.filter(waits).toReversed(), ...found.filter((one) => !waits(one)).slice(0, 100)]
}

/** The arrival; NotFound in another area. */
export async function getArrival(tx: Tx, localAreaId: LocalAreaId, arrivalId: string, { lock = false } = {}): Promise<Arrival> {
  if (!isId(arrivalId)) throw new NotFound('arrival')
  const query = tx.db.selectFrom('arrival').selectAll().where('localAreaId', '=', localAreaId).where('id', '=', arrivalId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw new NotFound('arrival')
  return toArrival(row)
}

/** The arrival from which a case was made. */
export async function findArrivalOfCase(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId): Promise<Arrival | undefined> {
  const row = await tx.db.selectFrom('arrival').selectAll().where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).orderBy('takenInAt', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : toArrival(row)
}

export type NewArrival = Pick<Arrival, 'localAreaId' | 'moveId' | 'kind' | 'from' | 'fromAreaId' | 'childName' | 'bornOn' | 'movesOn' | 'transferredOn' | 'packageSha256' | 'packageSize' | 'publicKey'>
  & { readonly broughtBy?: PersonId }

/** Keeps what arrived; undefined when the same move is among the arrivals already. */
export async function insertArrival(tx: Tx, { from, fromAreaId, broughtBy, ...arrival }: NewArrival): Promise<string | undefined> {
  const id = tx.newId<string>()
  const done = await tx.db.insertInto('arrival').values({ ...arrival, id, fromName: from, fromAreaId: fromAreaId ?? null, broughtBy: broughtBy ?? null, arrivedAt: tx.now })
    .onConflict((conflict) => conflict.columns(['localAreaId', 'moveId']).where('returnedAt', 'is', null).where('calledOffAt', 'is', null).doNothing()).executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 0n ? undefined : id
}

type Change = Partial<Pick<Selectable<ArrivalTable>, 'openedAt' | 'openedBy' | 'takenInAt' | 'takenInBy' | 'caseId' | 'returnedAt' | 'returnedBy' | 'returnedBecause' | 'keyComparedWith' | 'chasedAt'>> & { readonly receipt?: string; readonly ids?: string }

export async function changeArrival(tx: Tx, { localAreaId, id }: Pick<Arrival, 'localAreaId' | 'id'>, change: Change): Promise<void> {
  await tx.db.updateTable('arrival').set(change).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

/** With whom the fingerprint of this key was compared here before; undefined when nobody did. */
export async function findKeyCompared(tx: Tx, localAreaId: LocalAreaId, publicKey: string): Promise<string | undefined> {
  const row = await tx.db.selectFrom('arrival').select('keyComparedWith').where('localAreaId', '=', localAreaId).where('publicKey', '=', publicKey).where('keyComparedWith', 'is not', null)
    .orderBy('arrivedAt', 'desc').limit(1).executeTakeFirst()
  return row?.keyComparedWith ?? undefined
}

export interface Alike {
  readonly caseId: CaseId
  readonly reference: string
  readonly name: string
  readonly stage: Stage
  readonly alike: readonly LikenessKind[]
  /** 0 to 100. */
  readonly score: number
}

/** Children of the area who may be this one, by the rule that compares requests too (domain/case-file/duplicates.ts). */
export async function findAlike(tx: Tx, localAreaId: LocalAreaId, child: Likeness): Promise<Alike[]> {
  const rows = await tx.db.selectFrom('child as c').innerJoin('caseFile as f', (join) => join.onRef('f.localAreaId', '=', 'c.localAreaId').onRef('f.childId', '=', 'c.id'))
    .select(['f.id', 'f.reference', 'f.stage', 'c.givenName', 'c.familyName', 'c.bornOn', 'c.upn', 'c.nhsNumber']).where('c.localAreaId', '=', localAreaId)
    .where((eb) => eb.or([eb('c.bornOn', '=', child.bornOn), ...(child.upn === undefined ? [] : [eb('c.upn', '=', child.upn)]), ...(child.nhsNumber === undefined ? [] : [eb('c.nhsNumber', '=', child.nhsNumber)])])).execute()
  return rows.flatMap(({ id, reference, stage, upn, nhsNumber, ...one }) => {
    const { score, alike } = duplicateScore(child, { ...one, upn: upn ?? undefined, nhsNumber: nhsNumber ?? undefined })
    return score < worthALook ? [] : [{ caseId: id, reference, stage: stage as Stage, name: `${one.givenName} ${one.familyName}`, alike, score }]
  })
}

export interface Waiting extends Pick<Arrival, 'id' | 'localAreaId' | 'arrivedAt'> {
  readonly area: string
  readonly chasedAt?: Instant
}

/** What waits in any area, for the worker. */
export async function listWaitingArrivals(tx: Tx): Promise<Waiting[]> {
  const rows = await tx.db.selectFrom('arrival as r').innerJoin('localArea as a', 'a.id', 'r.localAreaId').select(['r.id', 'r.localAreaId', 'r.arrivedAt', 'r.chasedAt', 'a.code'])
    .where('r.takenInAt', 'is', null).where('r.returnedAt', 'is', null).where('r.calledOffAt', 'is', null).orderBy('r.arrivedAt').execute()
  return rows.map(({ code, chasedAt, ...row }) => ({ ...row, area: code, ...(chasedAt === null ? {} : { chasedAt }) }))
}

/** Whoever may open what arrives in an area. */
export async function listReceivers(tx: Tx, localAreaId: LocalAreaId): Promise<{ id: PersonId; email: string | null }[]> {
  return tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as n', 'n.id', 'm.personId').select(['n.id', 'n.email']).distinct()
    .where('o.localAreaId', '=', localAreaId).where('o.kind', '=', 'council').where('m.role', 'in', ['case-officer', 'decision-maker'])
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('n.id').execute()
}

/** What a receipt says of the case here: its number. */
export async function getReferenceOf(tx: Tx, { localAreaId, caseId }: Pick<Arrival, 'localAreaId' | 'caseId'>): Promise<string> {
  const row = await tx.db.selectFrom('caseFile').select('reference').where('localAreaId', '=', localAreaId).where('id', '=', caseId ?? null).executeTakeFirstOrThrow()
  return row.reference
}
