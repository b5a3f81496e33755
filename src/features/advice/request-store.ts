// All SQL of requests for advice (table advice_request, and the answers to families under reg 6(1)(h)).

import { sql } from 'kysely'
import { chasedByItself, isTimeToChaseByItself } from '../../casebook/limits/automatic-chases.ts'
import { batchSize } from '../../casebook/in-batches.ts'
import { holdThing, isSeen } from '../../casebook/sending/hold.ts'
import { notHidden, unsealedInLists } from '../../casebook/access/item-seals.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { RequestState } from '../../domain/advice/advice-kinds.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import type { AdviceRequestId, CaseId, DocumentId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { askedAgainFrom } from '../../domain/reassessment/reassessments-of.ts'
import { adviceDueOn } from '../../domain/timeline/advice-due-on.ts'

export interface AdviceRequest {
  readonly id: AdviceRequestId
  readonly item: AdviceItem
  readonly kind: string
  readonly personId?: PersonId
  readonly personName?: string
  readonly organisationId?: OrganisationId
  readonly organisationName?: string
  readonly note?: string
  readonly documentIds: readonly DocumentId[]
  readonly enclosuresLeftOut?: string
  readonly sentOn: PlainDate
  readonly receivedOn?: PlainDate
  readonly dueOn: PlainDate
  readonly chasedAt: readonly Instant[]
  readonly state: RequestState
  readonly excusedReason?: string
  readonly excusedBy?: string
  readonly endedReason?: string
}

const rowsOf = (tx: Tx) => tx.db.selectFrom('adviceRequest as q')
  .leftJoin('person as p', 'p.id', 'q.askedPersonId').leftJoin('organisation as o', 'o.id', 'q.askedOrganisationId')
  .leftJoin('person as x', 'x.id', 'q.excusedBy')
  .where(isSeen(tx, 'q.localAreaId', 'q.id'))
  .selectAll('q').select(['p.fullName as personName', 'o.name as organisation', 'o.service', 'x.fullName as excusedByName'])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function toRequest(row: Row): AdviceRequest {
  return {
    id: row.id, item: row.item as AdviceItem, kind: row.kind, documentIds: row.documentIds, sentOn: row.sentOn, dueOn: row.dueOn ?? row.sentOn,
    chasedAt: row.chasedAt, state: row.state as RequestState,
    ...(row.askedPersonId === null ? {} : { personId: row.askedPersonId, personName: row.personName ?? '' }),
    ...(row.askedOrganisationId === null ? {} : {
      organisationId: row.askedOrganisationId, organisationName: row.service === null ? row.organisation ?? '' : `${row.service}, ${row.organisation}`,
    }),
    ...(row.note === null ? {} : { note: row.note }), ...(row.receivedOn === null ? {} : { receivedOn: row.receivedOn }),
    ...(row.enclosuresLeftOut === null ? {} : { enclosuresLeftOut: row.enclosuresLeftOut }),
    ...(row.excusedReason === null ? {} : { excusedReason: row.excusedReason }),
    ...(row.excusedByName === null ? {} : { excusedBy: row.excusedByName }),
    ...(row.endedReason === null ? {} : { endedReason: row.endedReason }),
  }
}

/** Every request on the case, in the order of the law and then of sending. */
export async function listRequests(tx: Tx, caseFile: CaseFile): Promise<AdviceRequest[]> {
  const rows = await rowsOf(tx).where('q.localAreaId', '=', caseFile.localAreaId).where('q.caseId', '=', caseFile.id).where(notHidden(caseFile, 'q.id'))
    .orderBy('q.item').orderBy('q.sentOn').orderBy('q.id').execute()
  const requests = rows.map(toRequest)
  return [...requests.filter(({ item }) => item === 's19'), ...requests.filter(({ item }) => item !== 's19')]
}

/** Those of the assessment that is under way: in a reassessment nobody has been asked by having been asked the first time (SEND Regulations 2014, reg 26). */
export async function listRequestsNow(tx: Tx, caseFile: CaseFile): Promise<AdviceRequest[]> {
  const from = askedAgainFrom(caseFile.facts)
  const requests = await listRequests(tx, caseFile)
  return from === undefined ? requests : requests.filter(({ sentOn }) => sentOn >= from)
}

/** The request, or NotFound when it is not one of this case. */
export async function getRequest(tx: Tx, caseFile: CaseFile, id: string): Promise<AdviceRequest> {
  const row = isId(id) ? await rowsOf(tx).where('q.localAreaId', '=', caseFile.localAreaId).where('q.caseId', '=', caseFile.id).where(notHidden(caseFile, 'q.id'))
    .where('q.id', '=', id as AdviceRequestId).executeTakeFirst() : undefined
  if (row === undefined) throw new NotFound('advice request')
  return toRequest(row)
}

export interface NewRequest {
  readonly id: AdviceRequestId
  readonly item: AdviceItem
  readonly kind: string
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly note?: string
  readonly documentIds: readonly DocumentId[]
  readonly enclosuresLeftOut?: string
  readonly dueOn: PlainDate
  readonly state?: RequestState
}

export async function insertRequest(tx: Tx, caseFile: CaseFile, request: NewRequest): Promise<void> {
  await tx.db.insertInto('adviceRequest').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: request.id, item: request.item, kind: request.kind,
    askedPersonId: request.personId ?? null, askedOrganisationId: request.organisationId ?? null, note: request.note ?? null,
    documentIds: [...request.documentIds], enclosuresLeftOut: request.enclosuresLeftOut ?? null, sentOn: tx.today, dueOn: request.dueOn,
    state: request.state ?? 'asked',
  }).execute()
  await holdThing(tx, caseFile.localAreaId, 'advice-request', request.id)
}

export interface RequestChanges {
  readonly state?: RequestState
  readonly receivedOn?: PlainDate
  readonly dueOn?: PlainDate
  readonly askedPersonId?: PersonId | null
  readonly askedOrganisationId?: OrganisationId
  readonly excusedReason?: string
  readonly excusedBy?: PersonId
  readonly endedReason?: string
}

export async function changeRequest(tx: Tx, caseFile: CaseFile, id: AdviceRequestId, changes: RequestChanges): Promise<void> {
  await tx.db.updateTable('adviceRequest').set(changes)
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

export async function noteChase(tx: Tx, caseFile: CaseFile, id: AdviceRequestId): Promise<void> {
  await tx.db.updateTable('adviceRequest').set({ chasedAt: sql`chased_at || ${tx.now}::timestamptz` })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

interface LateRequest {
  readonly key: CaseKey
  readonly localAreaId: LocalAreaId
  readonly id: AdviceRequestId
}

/** Late advice and views that the worker may chase, found by their clocks; whether it is time is asked again while the case is held. */
export async function listLateRequests(tx: Tx, after: LateRequest | undefined): Promise<LateRequest[]> {
  const found = await sql<{ localAreaId: LocalAreaId; code: string; caseId: CaseId; id: AdviceRequestId }>`
    select q.local_area_id, a.code, q.case_id, q.id
    from local_area a join clock cl on cl.local_area_id = a.id and cl.is_open and cl.due_on < ${tx.today} and cl.scope = 'advice' and cl.owed_by = 'advisers'
    join advice_request q on q.local_area_id = cl.local_area_id and q.case_id = cl.case_id and q.id = case when cl.scope = 'advice' then cl.about::uuid end
    where q.state in ('asked', 'received', 'returned') and q.due_on < ${tx.today} and ${isTimeToChaseByItself(tx.today, 'q')}
      and case when q.kind in ('parental', 'child-views') then ${chasedByItself('a.id', 'views')} else ${chasedByItself('a.id', 'advice')} end
      ${after === undefined ? sql`` : sql`and (q.local_area_id, q.id) > (${after.localAreaId}, ${after.id})`}
    order by q.local_area_id, q.id limit ${batchSize}`.execute(tx.db)
  return found.rows.map(({ localAreaId, code, caseId, id }) => ({ localAreaId, id, key: { area: code, caseId } }))
}

export interface InboxRow extends AdviceRequest {
  readonly key: { readonly area: string; readonly caseId: string }
  readonly childName: string
  readonly bornOn: PlainDate
  readonly councilName: string
  readonly hasDraft: boolean
  readonly adviceId?: string
}

/** What the viewer, or a service of theirs, was asked for in every area: only live party rows open a case. */
export async function listInbox(tx: Tx): Promise<InboxRow[]> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return []
  const organisations = organisationsOf(viewer)
  const rows = await rowsOf(tx)
    .innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'q.localAreaId').onRef('c.id', '=', 'q.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'c.localAreaId').onRef('k.id', '=', 'c.childId'))
    .innerJoin('localArea as a', 'a.id', 'c.localAreaId')
    .select(['a.code', 'a.councilName', 'c.id as ofCase', 'k.preferredName', 'k.givenName', 'k.familyName', 'k.bornOn'])
    .select((eb) => [
      eb.selectFrom('advice as d').select('d.id').whereRef('d.localAreaId', '=', 'q.localAreaId').whereRef('d.adviceRequestId', '=', 'q.id')
        .orderBy('d.begunAt', 'desc').limit(1).as('adviceId'),
      eb.selectFrom('advice as d').select('d.state').whereRef('d.localAreaId', '=', 'q.localAreaId').whereRef('d.adviceRequestId', '=', 'q.id')
        .orderBy('d.begunAt', 'desc').limit(1).as('adviceState'),
    ])
    .where((eb) => eb.or([
      eb('q.askedPersonId', '=', viewer.personId),
      eb('q.askedOrganisationId', '=', sql<never>`any(${organisations}::uuid[])`),
    ]))
    // Views are asked of the family, and stand on the family's own pages.
    .where('q.kind', 'not in', ['parental', 'child-views']).where(unsealedInLists(tx, 'q.localAreaId', 'q.id'))
    .where(sql<boolean>`exists (select 1 from case_party y where y.local_area_id = c.local_area_id and y.case_id = c.id
      and y.from_on <= ${tx.today} and (y.to_on is null or y.to_on >= ${tx.today})
      and (y.person_id = ${viewer.personId} or y.organisation_id = any(${organisations}::uuid[])))`)
    .orderBy('q.dueOn').orderBy('q.id').execute()
  return rows.map((row) => ({
    ...toRequest(row), key: { area: row.code, caseId: row.ofCase }, childName: `${row.preferredName ?? row.givenName} ${row.familyName}`,
    bornOn: row.bornOn, councilName: row.councilName, hasDraft: row.adviceState === 'working' || row.adviceState === 'returned',
    ...(row.adviceId === null ? {} : { adviceId: row.adviceId }),
  }))
}

export interface FamilyAnswer {
  readonly who: string
  readonly isReasonable: boolean
  readonly reasons: string
}

/** Reg 6(1)(h): the recorded yes or no to each person whom the family asked for. */
export async function listFamilyAnswers(tx: Tx, caseFile: CaseFile): Promise<FamilyAnswer[]> {
  return tx.db.selectFrom('familyAdviceRequest').select(['who', 'isReasonable', 'reasons'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('answeredAt').execute()
}

export async function insertFamilyAnswer(tx: Tx, caseFile: CaseFile, answer: FamilyAnswer): Promise<void> {
  await tx.db.insertInto('familyAdviceRequest').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: tx.newId<string>(), ...answer,
    answeredBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, answeredAt: tx.now,
  }).execute()
}

/** The body asked got the request on another day than was thought: its six weeks run from there (reg 8(1)). */
export const moveReceivedOn = (tx: Tx, caseFile: CaseFile, id: AdviceRequestId, receivedOn: PlainDate): Promise<void> =>
  changeRequest(tx, caseFile, id, { receivedOn, dueOn: adviceDueOn(receivedOn) })

/** It was sent on another day than was thought; the six weeks count from sending only until it is known when it arrived. */
export async function moveSentOn(tx: Tx, caseFile: CaseFile, id: AdviceRequestId, sentOn: PlainDate): Promise<void> {
  await tx.db.updateTable('adviceRequest').set({ sentOn }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
  await tx.db.updateTable('adviceRequest').set({ dueOn: adviceDueOn(sentOn) }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('id', '=', id).where('receivedOn', 'is', null).execute()
}
