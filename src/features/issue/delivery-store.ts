// All SQL of deliveries: who was sent the final plan, who opened it, who was left out.

import { sql } from 'kysely'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { DeliveryId, LineId, OrganisationId, PersonId, PlanVersionId } from '../../domain/ids.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { caseInSight, organisationsOf } from '../../casebook/sight.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface Delivery {
  readonly id: DeliveryId
  readonly versionId: PlanVersionId
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly role: string
  readonly basis: string
  readonly isOwed: boolean
  readonly byPost: boolean
  readonly lineIds: readonly LineId[]
  readonly sentAt: Instant
  readonly openedAt?: Instant
  readonly openedBy?: string
  readonly acknowledgedAt?: Instant
  readonly acknowledgedBy?: string
  readonly chasedAt: readonly Instant[]
}

const selectDeliveries = (tx: Tx) => tx.db.selectFrom('delivery as d')
  .leftJoin('person as o', 'o.id', 'd.openedBy').leftJoin('person as a', 'a.id', 'd.acknowledgedBy')
  .selectAll('d').select(['o.fullName as openedByName', 'a.fullName as acknowledgedByName'])

type Row = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['execute']>>[number]

const toDelivery = (row: Row): Delivery => ({
  id: row.id, versionId: row.versionId, name: row.name, role: row.role, basis: row.basis, isOwed: row.isOwed, byPost: row.byPost,
  lineIds: row.lineIds as LineId[], sentAt: row.sentAt, chasedAt: row.chasedAt,
  ...(row.personId === null ? {} : { personId: row.personId }), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
  ...(row.openedAt === null ? {} : { openedAt: row.openedAt }), ...(row.openedByName === null ? {} : { openedBy: row.openedByName }),
  ...(row.acknowledgedAt === null ? {} : { acknowledgedAt: row.acknowledgedAt }),
  ...(row.acknowledgedByName === null ? {} : { acknowledgedBy: row.acknowledgedByName }),
})

/** Everybody who was sent this version, the family first. */
export async function listDeliveries(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId): Promise<Delivery[]> {
  const rows = await selectDeliveries(tx).where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id)
    .where('d.versionId', '=', versionId).orderBy('d.sentAt').orderBy('d.id').execute()
  return rows.map(toDelivery)
}

export async function insertDelivery(
  tx: Tx, caseFile: CaseFile,
  delivery: Pick<Delivery, 'versionId' | 'personId' | 'organisationId' | 'name' | 'role' | 'basis' | 'isOwed' | 'byPost' | 'lineIds'>,
): Promise<void> {
  await tx.db.insertInto('delivery').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<DeliveryId>(), caseId: caseFile.id, versionId: delivery.versionId,
    personId: delivery.personId ?? null, organisationId: delivery.organisationId ?? null, name: delivery.name, role: delivery.role,
    basis: delivery.basis, isOwed: delivery.isOwed, byPost: delivery.byPost, lineIds: [...delivery.lineIds], sentAt: tx.now,
  }).execute()
}

/** Whether a delivery is this viewer's own: to them, or to a body of theirs when no person is named. */
export const isOwn = ({ personId, organisationId }: Pick<Delivery, 'personId' | 'organisationId'>, { viewer }: Pick<Tx, 'viewer'>): boolean =>
  viewer.kind === 'person' && (personId === undefined ? organisationId !== undefined && organisationsOf(viewer).includes(organisationId) : personId === viewer.personId)

export async function markOpened(tx: Tx, caseFile: CaseFile, ids: readonly DeliveryId[], by: PersonId): Promise<void> {
  await tx.db.updateTable('delivery').set({ openedAt: tx.now, openedBy: by })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', 'in', ids).where('openedAt', 'is', null).execute()
}

export async function markAcknowledged(tx: Tx, caseFile: CaseFile, ids: readonly DeliveryId[], by: PersonId): Promise<void> {
  await tx.db.updateTable('delivery').set({ acknowledgedAt: tx.now, acknowledgedBy: by })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', 'in', ids).where('acknowledgedAt', 'is', null).execute()
}

export async function markChased(tx: Tx, caseFile: CaseFile, { id, chasedAt }: Pick<Delivery, 'id' | 'chasedAt'>): Promise<void> {
  await tx.db.updateTable('delivery').set({ chasedAt: [...chasedAt, tx.now] })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

export interface LeftOut {
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly role: string
  readonly reason: string
}

export async function insertLeftOut(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId, leftOut: LeftOut): Promise<void> {
  await tx.db.insertInto('deliveryLeftOut').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, versionId, personId: leftOut.personId ?? null,
    organisationId: leftOut.organisationId ?? null, name: leftOut.name, role: leftOut.role, reason: leftOut.reason,
    decidedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, decidedAt: tx.now,
  }).execute()
}

export async function listLeftOut(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId): Promise<LeftOut[]> {
  const rows = await tx.db.selectFrom('deliveryLeftOut').selectAll().where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('versionId', '=', versionId).orderBy('name').execute()
  return rows.map((row) => ({
    name: row.name, role: row.role, reason: row.reason,
    ...(row.personId === null ? {} : { personId: row.personId }), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
  }))
}

export interface InboxPlan {
  readonly key: CaseKey
  readonly councilName: string
  readonly childName: string
  readonly issuedOn: PlainDate
  readonly role: string
  readonly isOpened: boolean
  readonly isAcknowledged: boolean
  readonly sentAt: Instant
  readonly lineIds: readonly LineId[]
  readonly content: string
}

/** Final plans in force that were sent to this viewer or to a body of theirs, in every area, the newest first. */
export async function listPlansDelivered(tx: Tx): Promise<InboxPlan[]> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return []
  const bodies = organisationsOf(viewer)
  const rows = await tx.db.selectFrom('delivery as d')
    .innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'd.localAreaId').onRef('c.id', '=', 'd.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'c.localAreaId').onRef('k.id', '=', 'c.childId'))
    .innerJoin('localArea as a', 'a.id', 'd.localAreaId')
    .innerJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'd.localAreaId').onRef('v.id', '=', 'd.versionId'))
    .select(['d.caseId', 'd.role', 'd.openedAt', 'd.acknowledgedAt', 'd.sentAt', 'd.lineIds', 'a.code', 'a.councilName', 'k.givenName', 'k.preferredName',
      'k.familyName', 'v.issuedOn', 'v.content'])
    .where('v.supersededOn', 'is', null).where(caseInSight(tx, 'c'))
    .where((eb) => eb.or([
      eb('d.personId', '=', viewer.personId),
      ...(bodies.length === 0 ? [] : [eb.and([eb('d.personId', 'is', null), eb('d.organisationId', 'in', bodies)])]),
    ])).orderBy('d.sentAt', 'desc').orderBy('d.id').execute()
  return rows.map((row) => ({
    key: { area: row.code, caseId: row.caseId }, councilName: row.councilName, childName: `${row.preferredName ?? row.givenName} ${row.familyName}`,
    issuedOn: row.issuedOn ?? tx.today, role: row.role, isOpened: row.openedAt !== null, isAcknowledged: row.acknowledgedAt !== null,
    sentAt: row.sentAt, lineIds: row.lineIds as LineId[], content: row.content,
  }))
}

/** Cases with a plan in force that somebody was sent and has not opened, and since when one of them waits at the longest. */
export async function listCasesWithUnopened(tx: Tx): Promise<{ key: CaseKey; waitingSince: Instant }[]> {
  const rows = await tx.db.selectFrom('delivery as d').innerJoin('localArea as a', 'a.id', 'd.localAreaId')
    .innerJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'd.localAreaId').onRef('v.id', '=', 'd.versionId'))
    .select(['d.caseId', 'a.code']).select((eb) => sql<Instant>`min(coalesce(${eb.ref('d.chasedAt')}[cardinality(${eb.ref('d.chasedAt')})], ${eb.ref('d.sentAt')}))`.as('since'))
    .where('d.openedAt', 'is', null).where('d.acknowledgedAt', 'is', null).where('d.byPost', '=', false).where('v.supersededOn', 'is', null)
    .groupBy(['d.caseId', 'a.code']).orderBy('d.caseId').execute()
  return rows.map(({ caseId, code, since }) => ({ key: { area: code, caseId }, waitingSince: since }))
}
