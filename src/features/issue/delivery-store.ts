// All SQL of deliveries: who was sent the final plan, who of them opened it, who was left out.

import type { ExpressionBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { DeliveryId, LineId, OrganisationId, PersonId, PlanVersionId } from '../../domain/ids.ts'
import { chasedByItself } from '../../casebook/limits/automatic-chases.ts'
import { holdThing, isSeen } from '../../casebook/sending/hold.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { caseInSight, organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import { momentInJson } from '../../platform/db/column-values.ts'
import type { Database } from '../../platform/db/schema.ts'

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
  readonly chasedAt: readonly Instant[]
  /** Who opened it, the first one first. A service's copy is opened by each of its people for themselves. */
  readonly receipts: readonly Receipt[]
}

export interface Receipt {
  readonly personId: PersonId
  readonly name: string
  readonly openedAt: Instant
  readonly acknowledgedAt?: Instant
}

type Row = Awaited<ReturnType<typeof selectDeliveries>>[number]

interface ReceiptColumns { readonly personId: PersonId; readonly name: string; readonly openedAt: Instant; readonly acknowledgedAt: Instant | null }

const selectDeliveries = (tx: Tx, caseFile: CaseFile, versionId: PlanVersionId | undefined) => tx.db.selectFrom('delivery as d').selectAll('d')
  .select(sql<readonly ReceiptColumns[]>`(select coalesce(json_agg(json_build_object('personId', r.person_id, 'name', p.full_name, 'openedAt', ${momentInJson('r.openedAt')},
      'acknowledgedAt', ${momentInJson('r.acknowledgedAt')}) order by r.opened_at, p.full_name), '[]')
    from delivery_receipt r join person p on p.id = r.person_id where r.local_area_id = d.local_area_id and r.delivery_id = d.id)`.as('receipts'))
  .where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id).$if(versionId !== undefined, (query) => query.where('d.versionId', '=', versionId as PlanVersionId)).where(isSeen(tx, 'd.localAreaId', 'd.id'))
  .orderBy('d.sentAt').orderBy('d.id').execute()

const toDelivery = ({ receipts, ...row }: Row): Delivery => ({
  id: row.id, versionId: row.versionId, name: row.name, role: row.role, basis: row.basis, isOwed: row.isOwed, byPost: row.byPost,
  lineIds: row.lineIds as LineId[], sentAt: row.sentAt, chasedAt: row.chasedAt,
  receipts: receipts.map(({ acknowledgedAt, ...receipt }) => ({ ...receipt, ...(acknowledgedAt === null ? {} : { acknowledgedAt }) })),
  ...(row.personId === null ? {} : { personId: row.personId }), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
})

/** Everybody who was sent this version, the family first; or any of the case's: one statement, however many versions there are. */
export async function listDeliveries(tx: Tx, caseFile: CaseFile, versionId?: PlanVersionId): Promise<Delivery[]> {
  return (await selectDeliveries(tx, caseFile, versionId)).map(toDelivery)
}

/** What this viewer did with a copy that is theirs. */
export const ownReceipt = ({ receipts }: Pick<Delivery, 'receipts'>, { viewer }: Pick<Tx, 'viewer'>): Receipt | undefined =>
  (viewer.kind === 'person' ? receipts.find(({ personId }) => personId === viewer.personId) : undefined)

export async function insertDelivery(
  tx: Tx, caseFile: CaseFile,
  delivery: Pick<Delivery, 'versionId' | 'personId' | 'organisationId' | 'name' | 'role' | 'basis' | 'isOwed' | 'byPost' | 'lineIds'>,
): Promise<void> {
  const id = tx.newId<DeliveryId>()
  await holdThing(tx, caseFile.localAreaId, 'delivery', id)
  await tx.db.insertInto('delivery').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, versionId: delivery.versionId,
    personId: delivery.personId ?? null, organisationId: delivery.organisationId ?? null, name: delivery.name, role: delivery.role,
    basis: delivery.basis, isOwed: delivery.isOwed, byPost: delivery.byPost, lineIds: [...delivery.lineIds], sentAt: tx.now,
  }).execute()
}

/** Whether a delivery is this viewer's own: to them, or to a body of theirs when no person is named. */
export const isOwn = ({ personId, organisationId }: Pick<Delivery, 'personId' | 'organisationId'>, { viewer }: Pick<Tx, 'viewer'>): boolean =>
  viewer.kind === 'person' && (personId === undefined ? organisationId !== undefined && organisationsOf(viewer).includes(organisationId) : personId === viewer.personId)

/** Notes that this person opened these copies; those that they opened before stay as they are. */
export async function insertReceipts(tx: Tx, caseFile: CaseFile, ids: readonly DeliveryId[], personId: PersonId): Promise<void> {
  await tx.db.insertInto('deliveryReceipt').values(ids.map((deliveryId) => ({ localAreaId: caseFile.localAreaId, deliveryId, personId, openedAt: tx.now })))
    .onConflict((conflict) => conflict.columns(['localAreaId', 'deliveryId', 'personId']).doNothing()).execute()
}

/** They say that they have it: opened by that at the latest. The first time counts. */
export async function markAcknowledged(tx: Tx, caseFile: CaseFile, ids: readonly DeliveryId[], personId: PersonId): Promise<void> {
  await insertReceipts(tx, caseFile, ids, personId)
  await tx.db.updateTable('deliveryReceipt').set({ acknowledgedAt: tx.now }).where('localAreaId', '=', caseFile.localAreaId)
    .where('deliveryId', 'in', [...ids]).where('personId', '=', personId).where('acknowledgedAt', 'is', null).execute()
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

/** Of a version `v`: no later final plan is there for this viewer. One that waits to leave takes nobody's place yet. */
export const inForceFor = (tx: Tx) => (eb: ExpressionBuilder<Database & { v: Database['planVersion'] }, 'v'>) => eb.not(eb.exists(
  eb.selectFrom('planVersion as later').select('later.id').whereRef('later.localAreaId', '=', 'v.localAreaId').whereRef('later.planId', '=', 'v.planId')
    .where('later.kind', '=', 'final').whereRef('later.no', '>', 'v.no').where('later.label', 'not like', '%taken back%').where(isSeen(tx, 'later.localAreaId', 'later.id')),
))

export interface InboxPlan {
  readonly key: CaseKey
  readonly councilName: string
  readonly childName: string
  readonly issuedOn: PlainDate
  readonly role: string
  /** By this viewer themselves. */
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
    .leftJoin('deliveryReceipt as r', (join) => join.onRef('r.localAreaId', '=', 'd.localAreaId').onRef('r.deliveryId', '=', 'd.id').on('r.personId', '=', viewer.personId))
    .select(['d.caseId', 'd.role', 'r.openedAt', 'r.acknowledgedAt', 'd.sentAt', 'd.lineIds', 'a.code', 'a.councilName', 'k.givenName', 'k.preferredName',
      'k.familyName', 'v.issuedOn', 'v.content'])
    .where(inForceFor(tx)).where(caseInSight(tx, 'c')).where(isSeen(tx, 'd.localAreaId', 'd.id'))
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

/** A plan that was in force: they had it, another took its place, and that one is not theirs. */
export interface PlanNoLongerTheirs {
  readonly key: CaseKey
  readonly councilName: string
  readonly childName: string
  readonly issuedOn: PlainDate
  readonly supersededOn: PlainDate
}

/** Copies of this viewer that are no longer in force, where the plan in force did not go to them: nothing of that one is told. */
export async function listPlansNoLongerTheirs(tx: Tx): Promise<PlanNoLongerTheirs[]> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return []
  const bodies = organisationsOf(viewer)
  const rows = await tx.db.selectFrom('delivery as d')
    .innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'd.localAreaId').onRef('c.id', '=', 'd.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'c.localAreaId').onRef('k.id', '=', 'c.childId'))
    .innerJoin('localArea as a', 'a.id', 'd.localAreaId')
    .innerJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'd.localAreaId').onRef('v.id', '=', 'd.versionId'))
    .innerJoin('deliveryLeftOut as x', (join) => join.onRef('x.localAreaId', '=', 'd.localAreaId').onRef('x.caseId', '=', 'd.caseId'))
    .innerJoin('planVersion as n', (join) => join.onRef('n.localAreaId', '=', 'x.localAreaId').onRef('n.id', '=', 'x.versionId'))
    .select(['d.caseId', 'a.code', 'a.councilName', 'k.givenName', 'k.preferredName', 'k.familyName', 'v.issuedOn', 'v.supersededOn']).distinct()
    .whereRef('n.no', '>', 'v.no').where('v.supersededOn', 'is not', null).where(isSeen(tx, 'n.localAreaId', 'n.id')).where('n.supersededOn', 'is', null).where(caseInSight(tx, 'c'))
    .where((eb) => eb.or([
      eb.and([eb('d.personId', '=', viewer.personId), eb('x.personId', '=', viewer.personId)]),
      ...(bodies.length === 0 ? [] : [eb.and([eb('d.personId', 'is', null), eb('d.organisationId', 'in', bodies), eb('x.personId', 'is', null), eb('x.organisationId', 'in', bodies)])]),
    ])).orderBy('v.supersededOn', 'desc').execute()
  return rows.map((row) => ({
    key: { area: row.code, caseId: row.caseId }, councilName: row.councilName, childName: `${row.preferredName ?? row.givenName} ${row.familyName}`,
    issuedOn: row.issuedOn ?? tx.today, supersededOn: row.supersededOn ?? tx.today,
  }))
}

/** Cases with a plan in force that somebody was sent and has not opened, and since when one of them waits at the longest. */
export async function listCasesWithUnopened(tx: Tx): Promise<{ key: CaseKey; waitingSince: Instant }[]> {
  const rows = await tx.db.selectFrom('delivery as d').innerJoin('localArea as a', 'a.id', 'd.localAreaId')
    .innerJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'd.localAreaId').onRef('v.id', '=', 'd.versionId'))
    .select(['d.caseId', 'a.code']).select((eb) => sql<Instant>`min(coalesce(${eb.ref('d.chasedAt')}[cardinality(${eb.ref('d.chasedAt')})], ${eb.ref('d.sentAt')}))`.as('since'))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('deliveryReceipt as r').select('r.personId')
      .whereRef('r.localAreaId', '=', 'd.localAreaId').whereRef('r.deliveryId', '=', 'd.id')))).where('d.byPost', '=', false).where('v.supersededOn', 'is', null)
    .where(chasedByItself('a.id', 'plan')).groupBy(['d.caseId', 'a.code']).orderBy('d.caseId').execute()
  return rows.map(({ caseId, code, since }) => ({ key: { area: code, caseId }, waitingSince: since }))
}
