// Seals on single reports and documents (table item_seal): the live ones of a case on what its viewer may find, and how they are put on,
// kept and ended. A seal goes with what it is on (`moveSeals`).

import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { SealGroundName, SealKind } from '../../domain/seals/item-seal.ts'
import { groundOf, sealKindOf } from '../../domain/seals/item-seal.ts'
import { notHidden } from './item-seals.ts'
import type { CaseFile } from '../open-case-file.ts'
import { NotFound } from '../out-of-bounds.ts'
import type { Tx } from '../tx.ts'

export interface Seal {
  readonly id: string
  readonly thing: 'advice' | 'document'
  readonly thingId: string
  readonly kind: SealKind
  readonly readers: readonly string[]
  readonly organisation?: string
  readonly owner?: string
  readonly ground: SealGroundName
  readonly opinion?: string
  readonly reason: string
  readonly decidedBy: string
  readonly sealedBy: string
  readonly sealedAt: Instant
  readonly reviewOn: PlainDate
}

/** What the reason of a seal is sealed for. */
export const sealedRecordOf = ({ localAreaId }: Pick<CaseFile, 'localAreaId'>, id: string) => ({ purpose: 'sealed-record', of: localAreaId, about: id }) as const

/** The live seals of the case on what this viewer may find, those to be looked at first in front. */
export async function listSeals(tx: Tx, caseFile: CaseFile): Promise<Seal[]> {
  const rows = await tx.db.selectFrom('itemSeal as s').innerJoin('person as b', 'b.id', 's.sealedBy')
    .leftJoin('person as w', 'w.id', 's.ownerId').leftJoin('organisation as o', 'o.id', 's.organisationId')
    .selectAll('s').select(['b.fullName as sealedByName', 'w.fullName as ownerName', 'o.name as organisation', 'o.service'])
    .where('s.localAreaId', '=', caseFile.localAreaId).where('s.caseId', '=', caseFile.id).where('s.endedAt', 'is', null)
    .where(notHidden(caseFile, 's.id')).orderBy('s.reviewOn').orderBy('s.id').execute()
  const readers = await namesOf(tx, rows.flatMap(({ readerIds }) => readerIds as PersonId[]))
  return rows.map((row) => ({
    id: row.id, thing: row.thingKind === 'advice' ? 'advice' : 'document', thingId: row.thingId, kind: sealKindOf(row.kind) ?? 'named',
    readers: row.readerIds.map((id) => readers.get(id) ?? 'Somebody'), ground: groundOf(row.ground) ?? 'being-looked-at',
    reason: tx.house.sealer.open(row.sealedReason, sealedRecordOf(caseFile, row.id)), decidedBy: row.decidedBy, sealedBy: row.sealedByName,
    sealedAt: row.sealedAt, reviewOn: row.reviewOn,
    ...(row.opinion === null ? {} : { opinion: row.opinion }), ...(row.ownerName === null ? {} : { owner: row.ownerName }),
    ...(row.organisation === null ? {} : { organisation: row.service === null ? row.organisation : `${row.service}, ${row.organisation}` }),
  }))
}

async function namesOf(tx: Tx, ids: readonly PersonId[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await tx.db.selectFrom('person').select(['id', 'fullName']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}

/** What is sealed, with what is found by it: a report and its files. */
export interface SealedThing {
  readonly kind: Seal['thing']
  readonly id: string
  readonly withIt: readonly string[]
  readonly ownerId?: PersonId
}

export interface NewSeal {
  readonly kind: SealKind
  readonly readerIds: readonly PersonId[]
  readonly organisationId?: OrganisationId
  readonly ground: SealGroundName
  readonly opinion?: string
  readonly reason: string
  readonly decidedBy: string
  readonly reviewOn: PlainDate
}

/** The live seal, or NotFound when there is none or what it is on is not this viewer's to find. */
export async function getSeal(tx: Tx, caseFile: CaseFile, id: string): Promise<Seal> {
  const seal = isId(id) ? (await listSeals(tx, caseFile)).find((one) => one.id === id) : undefined
  if (seal === undefined) throw new NotFound('seal')
  return seal
}

export async function insertSeal(tx: Tx, caseFile: CaseFile, thing: SealedThing, seal: NewSeal, by: PersonId): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('itemSeal').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, thingKind: thing.kind, thingId: thing.id, thingIds: [...thing.withIt], kind: seal.kind,
    readerIds: [...seal.readerIds], organisationId: seal.organisationId ?? null, ownerId: thing.ownerId ?? null, ground: seal.ground, opinion: seal.opinion ?? null,
    sealedReason: tx.house.sealer.seal(seal.reason, sealedRecordOf(caseFile, id)), decidedBy: seal.decidedBy, sealedBy: by, sealedAt: tx.now, reviewOn: seal.reviewOn,
  }).execute()
  return id
}

export async function keepSeal(tx: Tx, caseFile: CaseFile, id: string, reviewOn: PlainDate): Promise<void> {
  await tx.db.updateTable('itemSeal').set({ reviewOn, reviewedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).where('endedAt', 'is', null).execute()
}

export async function endSeal(tx: Tx, caseFile: CaseFile, id: string, reason: string, by: PersonId): Promise<void> {
  await tx.db.updateTable('itemSeal').set({ endedAt: tx.now, endedBy: by, sealedEndReason: tx.house.sealer.seal(reason, sealedRecordOf(caseFile, `${id} ended`)) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).where('endedAt', 'is', null).execute()
}

/** What moves to another case keeps its seals, or it would be open in its new place. */
export async function moveSeals(tx: Tx, localAreaId: LocalAreaId, thingIds: readonly string[], caseId: CaseId): Promise<void> {
  await tx.db.updateTable('itemSeal').set({ caseId }).where('localAreaId', '=', localAreaId).where('thingId', 'in', thingIds).execute()
}
