// Writes seals on single items (table item_seal); casebook/seal-rows.ts reads them.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Seal } from '../../casebook/seal-rows.ts'
import { listSeals, sealedRecordOf } from '../../casebook/seal-rows.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { SealGroundName, SealKind } from '../../domain/seals/item-seal.ts'
import type { Thing } from './things-store.ts'

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

export async function insertSeal(tx: Tx, caseFile: CaseFile, thing: Thing, seal: NewSeal, by: PersonId): Promise<string> {
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
