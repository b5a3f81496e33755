// Lists of the reviews due in a term, as they are made for each body and read by it (tables review_list, review_list_row).

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Area } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { SchoolTerm } from '../../domain/calendar/school-terms.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import type { ListKind, PlannedKind } from '../../domain/review/planned.ts'
import { isPlannedKind, listReaders } from '../../domain/review/planned.ts'
import { roles } from '../../domain/access/parts.ts'
import type { ReviewListRowTable } from '../../platform/db/schema.ts'
import { ofArea, plannedReviews, settingNames } from './planned-reviews-store.ts'

export interface ListToMake { readonly organisationId: OrganisationId; readonly kind: ListKind }

/** Bodies of an area that have no list of a term yet: settings with a review due in it, and the health body and social care when there is any. */
export async function listBodiesWithout(tx: Tx, area: Area, term: SchoolTerm): Promise<ListToMake[]> {
  const found = await sql<ListToMake>`
    ${plannedReviews(tx, ofArea(tx, area.id), term)},
      bodies as (
        select distinct unnest(t.setting_ids) as organisation_id, 'setting' as kind from planned t where t.meeting_by <= ${term.lastDay}
        union select id, kind from (values (${area.icbId ?? null}::uuid, 'health'), (${area.socialCareId ?? null}::uuid, 'social-care')) b (id, kind)
          where id is not null and exists (select 1 from planned t where t.meeting_by <= ${term.lastDay}))
    select b.organisation_id, b.kind from bodies b
    where not exists (select 1 from review_list l where l.local_area_id = ${area.id} and l.organisation_id = b.organisation_id and l.term_starts_on = ${term.firstDay})
    order by b.kind, b.organisation_id`.execute(tx.db)
  return found.rows
}

/** Keeps a list with its rows in two statements, whatever its length; undefined when somebody else has made it. */
export async function insertList(tx: Tx, area: Area, term: SchoolTerm, { organisationId, kind }: ListToMake): Promise<{ id: string; reviews: number } | undefined> {
  const id = tx.newId<string>()
  const made = await tx.db.insertInto('reviewList').values({
    localAreaId: area.id, id, organisationId, kind, termStartsOn: term.firstDay, termEndsOn: term.lastDay, madeAt: tx.now, madeBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, reviews: 0,
  }).onConflict((conflict) => conflict.columns(['localAreaId', 'organisationId', 'termStartsOn']).doNothing()).executeTakeFirst()
  if ((made.numInsertedOrUpdatedRows ?? 0n) === 0n) return undefined
  const isTheirs = kind === 'setting' ? sql`${organisationId}::uuid = any(t.setting_ids)` : sql`true`
  const rows = await sql<{ reviews: number }>`
    ${plannedReviews(tx, ofArea(tx, area.id), term)},
      listed as (
        insert into review_list_row (local_area_id, list_id, case_id, reference, child_name, born_on, setting_names, kinds, meeting_by, decision_by, meeting_on)
        select t.local_area_id, ${id}::uuid, t.case_id, t.reference, coalesce(ch.preferred_name, ch.given_name) || ' ' || ch.family_name, ch.born_on, ${settingNames}, t.kinds, t.meeting_by, t.due_on, t.meeting_on
        from planned t join child ch on ch.local_area_id = t.local_area_id and ch.id = t.child_id
        where t.meeting_by <= ${term.lastDay} and ${isTheirs} returning 1)
    select count(*)::int as reviews from listed`.execute(tx.db)
  return { id, reviews: rows.rows[0]?.reviews ?? 0 }
}

export async function noteListSent(tx: Tx, localAreaId: LocalAreaId, id: string, { reviews, outgoingId }: { reviews: number; outgoingId: string | undefined }): Promise<void> {
  await tx.db.updateTable('reviewList').set({ reviews, outgoingId: outgoingId ?? null }).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
}

export interface SentList {
  readonly id: string
  readonly localAreaId: LocalAreaId
  readonly areaName: string
  readonly organisationId: OrganisationId
  readonly body: string
  readonly kind: ListKind
  readonly termStartsOn: PlainDate
  readonly madeAt: Instant
  readonly reviews: number
  readonly receivedAt?: Instant
  readonly receivedBy?: string
  /** Nobody of the body can sign in and read it. */
  readonly isUnread: boolean
}

const sentLists = (tx: Tx) => tx.db.selectFrom('reviewList as l').innerJoin('organisation as o', 'o.id', 'l.organisationId').innerJoin('localArea as a', 'a.id', 'l.localAreaId').leftJoin('person as p', 'p.id', 'l.receivedBy')
  .select(['l.id', 'l.localAreaId', 'a.name as areaName', 'l.organisationId', 'o.name', 'o.service', 'l.kind', 'l.termStartsOn', 'l.madeAt', 'l.reviews', 'l.receivedAt', 'p.fullName as receivedBy'])
  .select((eb) => eb.not(eb.exists(eb.selectFrom('membership as m').innerJoin('person as n', 'n.id', 'm.personId').select('m.id').whereRef('m.organisationId', '=', 'l.organisationId').where('n.canSignIn', '=', true)
    .where('m.role', 'in', Object.values(listReaders)).where('m.fromOn', '<=', tx.today).where((or) => or.or([or('m.toOn', 'is', null), or('m.toOn', '>=', tx.today)])))).as('isUnread'))

type Row = Awaited<ReturnType<ReturnType<typeof sentLists>['execute']>>[number]
const toList = ({ name, service, kind, receivedAt, receivedBy, ...row }: Row): SentList => ({
  ...row, body: service === null ? name : `${service}, ${name}`, kind: kind as ListKind, isUnread: Boolean(row.isUnread), ...(receivedAt === null ? {} : { receivedAt }), ...(receivedBy === null ? {} : { receivedBy }),
})

/** The lists of a term that an area sent, those that nobody has confirmed first. */
export async function listSent(tx: Tx, localAreaId: LocalAreaId, termStartsOn: PlainDate): Promise<SentList[]> {
  const rows = await sentLists(tx).where('l.localAreaId', '=', localAreaId).where('l.termStartsOn', '=', termStartsOn).orderBy('l.receivedAt', (order) => order.desc().nullsFirst()).orderBy('o.name').orderBy('l.id').execute()
  return rows.map(toList)
}

/** The bodies for which the viewer reads lists, by kind. */
export function bodiesToReadFor(tx: Pick<Tx, 'viewer'>, kind?: ListKind): OrganisationId[] {
  const wanted: readonly string[] = kind === undefined ? Object.values(listReaders) : [listReaders[kind]]
  const { viewer } = tx
  return viewer.kind === 'person' ? [...new Set(viewer.roles.filter(({ role }) => wanted.includes(role) && roles.includes(role)).map(({ organisationId }) => organisationId))] : []
}

/** Lists that came to the viewer's bodies in the last year, the newest term first. */
export async function listReceived(tx: Tx): Promise<SentList[]> {
  const bodies = bodiesToReadFor(tx)
  if (bodies.length === 0) return []
  const rows = await sentLists(tx).where('l.organisationId', 'in', bodies).where('l.termEndsOn', '>=', sql<PlainDate>`${tx.today}::date - 365`).orderBy('l.termStartsOn', 'desc').orderBy('a.name').orderBy('l.id').execute()
  return rows.map(toList)
}

export interface ListedChild extends Pick<Selectable<ReviewListRowTable>, 'caseId' | 'reference' | 'childName' | 'bornOn' | 'settingNames' | 'meetingBy' | 'decisionBy' | 'meetingOn'> {
  readonly areaName: string
  readonly kinds: readonly PlannedKind[]
}

/** The children on these lists as they were sent; of a setting's own pupils the register tells what holds now. */
export async function listRowsOf(tx: Tx, listIds: readonly string[]): Promise<ListedChild[]> {
  if (listIds.length === 0) return []
  const rows = await tx.db.selectFrom('reviewListRow as r').innerJoin('localArea as a', 'a.id', 'r.localAreaId')
    .select(['r.caseId', 'r.reference', 'r.childName', 'r.bornOn', 'r.settingNames', 'r.kinds', 'r.meetingBy', 'r.decisionBy', 'r.meetingOn', 'a.name as areaName'])
    .where('r.listId', 'in', [...listIds]).orderBy('r.meetingBy').orderBy('r.childName').orderBy('r.caseId').execute()
  return rows.map((row) => ({ ...row, kinds: row.kinds.filter(isPlannedKind) }))
}

/** Says that the body has its lists; those that somebody confirmed before stay theirs. */
export async function confirmReceived(tx: Tx, listIds: readonly string[]): Promise<number> {
  const bodies = bodiesToReadFor(tx)
  if (tx.viewer.kind !== 'person' || bodies.length === 0 || listIds.length === 0) return 0
  const { numUpdatedRows } = await tx.db.updateTable('reviewList').set({ receivedAt: tx.now, receivedBy: tx.viewer.personId }).where('id', 'in', [...listIds]).where('organisationId', 'in', bodies).where('receivedAt', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}
