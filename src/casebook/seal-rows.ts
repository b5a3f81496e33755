// The live seals of a case on what its viewer may find: read by every page that shows a sealed report or document, written by features/seals.

import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'
import type { PersonId } from '../domain/ids.ts'
import type { SealGroundName, SealKind } from '../domain/seals/item-seal.ts'
import { groundOf, sealKindOf } from '../domain/seals/item-seal.ts'
import { notHidden } from './item-seals.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

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
export const sealedRecordOf = ({ localAreaId }: CaseFile, id: string) => ({ purpose: 'sealed-record', of: localAreaId, about: id }) as const

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
