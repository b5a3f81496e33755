// All SQL of kept files that are not there (table file_loss).

import { notHidden } from '../../casebook/access/item-seals.ts'
import { reportBy } from '../../casebook/papers/lost-files.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'

export type How = 'missing' | 'changed'

/** Contents that some row points to, in the order of their hash, after this one. */
export async function listContents(tx: Tx, after: string, most: number): Promise<string[]> {
  const rows = await tx.db.selectFrom('document').select('sha256').distinct().where('removedAt', 'is', null).where('scanState', 'in', ['waiting', 'clean'])
    .where('sha256', '>', after).orderBy('sha256').limit(most).execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Notes each document of this content as lost, unless that is noted already. Answers with the areas that did not know yet. */
export async function noteLost(tx: Tx, sha256: string, how: How): Promise<LocalAreaId[]> {
  const documents = await tx.db.selectFrom('document').select(['localAreaId', 'id', 'caseId']).where('sha256', '=', sha256).where('removedAt', 'is', null).execute()
  const told: LocalAreaId[] = []
  for (const { localAreaId, id, caseId } of documents) {
    const { numInsertedOrUpdatedRows } = await tx.db.insertInto('fileLoss').values({ localAreaId, id: tx.newId<string>(), caseId, documentId: id, how, noticedAt: tx.now })
      .onConflict((conflict) => conflict.columns(['localAreaId', 'documentId']).where('settledAt', 'is', null).where('foundAgainAt', 'is', null).doNothing()).executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) told.push(localAreaId)
  }
  return [...new Set(told)]
}

/** It is there again: put back from a backup, or handed in anew. That it was away stays on record, and is still to be answered for. */
export async function noteFound(tx: Tx, sha256: string): Promise<void> {
  await tx.db.updateTable('fileLoss').set({ foundAgainAt: tx.now }).where('foundAgainAt', 'is', null)
    .where('documentId', 'in', tx.db.selectFrom('document').select('id').where('sha256', '=', sha256)).execute()
}

export interface Loss {
  readonly id: string
  readonly how: How
  readonly noticedAt: Instant
  readonly reportBy: Instant
  readonly foundAgainAt?: Instant
  readonly reference?: string
  readonly caseId?: CaseId
  /** What the document is called; only to whoever decides, and never of what is under a seal. */
  readonly title?: string
}

/** What is still to be answered for, the oldest first. */
export async function listLosses(tx: Tx, localAreaId: LocalAreaId, { withTitles }: { withTitles: boolean }): Promise<Loss[]> {
  const sealed = await tx.db.selectFrom('itemSeal').select('thingIds').where('localAreaId', '=', localAreaId).where('endedAt', 'is', null).execute()
  const ids = sealed.flatMap(({ thingIds }) => thingIds)
  const rows = await tx.db.selectFrom('fileLoss as l')
    .leftJoin('document as d', (join) => join.onRef('d.localAreaId', '=', 'l.localAreaId').onRef('d.id', '=', 'l.documentId').on(notHidden({ sealed: { hidden: ids, all: ids } }, 'd.id')))
    .leftJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'l.localAreaId').onRef('c.id', '=', 'l.caseId'))
    .select(['l.id', 'l.how', 'l.noticedAt', 'l.foundAgainAt', 'l.caseId', 'c.reference', 'd.title'])
    .where('l.localAreaId', '=', localAreaId).where('l.settledAt', 'is', null).orderBy('l.noticedAt').orderBy('l.id').execute()
  return rows.map((row) => ({
    id: row.id, how: row.how === 'changed' ? 'changed' : 'missing', noticedAt: row.noticedAt, reportBy: reportBy(row.noticedAt),
    ...(row.foundAgainAt === null ? {} : { foundAgainAt: row.foundAgainAt }), ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.caseId === null ? {} : { caseId: row.caseId as CaseId }), ...(withTitles && row.title !== null ? { title: row.title } : {}),
  }))
}

export interface Settling {
  readonly lossId: string
  readonly commissioner: 'reported' | 'no-risk'
  readonly family: 'told' | 'not-needed'
  readonly words: string
}

/** False when somebody was quicker. */
export async function settleLoss(tx: Tx, localAreaId: LocalAreaId, { lossId, ...done }: Settling, by: PersonId): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('fileLoss').set({ ...done, settledAt: tx.now, settledBy: by })
    .where('localAreaId', '=', localAreaId).where('id', '=', lossId).where('settledAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whom an area tells of a loss: whoever decides there and whoever looks after access. */
export async function listToTell(tx: Tx, localAreaId: LocalAreaId): Promise<{ id: PersonId; email: string | null }[]> {
  return tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('person as n', 'n.id', 'm.personId').select(['n.id', 'n.email']).distinct()
    .where('o.localAreaId', '=', localAreaId).where('o.kind', '=', 'council').where('m.role', 'in', ['decision-maker', 'access-officer'])
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).orderBy('n.id').execute()
}

