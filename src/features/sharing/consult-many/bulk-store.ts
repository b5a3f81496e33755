// Consultations of several children at once (tables bulk_consultation, bulk_consultation_item): who can be chosen, and what became of each.

import { sql } from 'kysely'
import { caseInSight } from '../../../casebook/access/sight.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { inForce } from '../../../domain/case-file/tracks.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { TransferKind } from '../../../domain/transfer/phases.ts'

export interface CohortChild {
  readonly caseId: CaseId
  readonly reference: string
  readonly name: string
  readonly bornOn: PlainDate
  readonly stage: string
  readonly kind: string
  readonly strictOn: PlainDate | null
  readonly leaves: string | null
  readonly asked: number
}

/** Children of a cohort who move and whose plan does not name the next placement yet, the nearest day first. */
export async function listCohortChildren(tx: Tx, localAreaId: LocalAreaId, year: number, kind?: TransferKind): Promise<CohortChild[]> {
  const found = await sql<CohortChild>`
    select c.id as case_id, c.reference, coalesce(ch.preferred_name, ch.given_name) || ' ' || ch.family_name as name, ch.born_on, c.stage, t.kind, t.strict_on, o.name as leaves,
      (select count(*)::int from consultation q where q.local_area_id = t.local_area_id and q.case_id = t.case_id and q.withdrawn_at is null) as asked
    from phase_transfer t join case_file c on c.id = t.case_id and c.local_area_id is not distinct from t.local_area_id join child ch on ch.id = c.child_id and ch.local_area_id is not distinct from c.local_area_id
    left join organisation o on o.id = t.organisation_id
    where t.local_area_id = ${localAreaId} and t.year = ${year} and t.standing = 'moves' ${kind === undefined ? sql`` : sql`and t.kind = ${kind}`} and c.stage = any(${[...inForce]}::text[]) and ${caseInSight(tx, 'c')}
      and not exists (select 1 from clock k where k.local_area_id = t.local_area_id and k.case_id = t.case_id and k.about = t.id::text and k.clock_id in ('PT-01', 'PT-02', 'PT-03') and k.met_on is not null)
    order by t.strict_on nulls last, name, c.reference`.execute(tx.db)
  return found.rows
}

export interface NewItem { readonly caseId: CaseId; readonly organisationIds: readonly OrganisationId[]; readonly adviceIds: readonly string[]; readonly refusedBecause?: string }

export async function insertBulk(tx: Tx, localAreaId: LocalAreaId, { year, organisationIds, by, items }: { year: number; organisationIds: readonly OrganisationId[]; by: PersonId; items: readonly NewItem[] }): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('bulkConsultation').values({ localAreaId, id, year, organisationIds: [...organisationIds], begunBy: by, begunAt: tx.now }).execute()
  await tx.db.insertInto('bulkConsultationItem').values(items.map((item) => ({
    localAreaId, id: tx.newId<string>(), bulkId: id, caseId: item.caseId, organisationIds: [...item.organisationIds], adviceIds: [...item.adviceIds],
    state: item.refusedBecause === undefined ? 'waiting' : 'refused', because: item.refusedBecause ?? null, settledAt: item.refusedBecause === undefined ? null : tx.now,
  }))).execute()
  return id
}

export interface BulkItem {
  readonly id: string
  readonly key: CaseKey
  readonly name: string
  readonly reference: string
  readonly organisationIds: readonly OrganisationId[]
  readonly adviceIds: readonly string[]
  readonly state: 'waiting' | 'sent' | 'taken-back' | 'refused'
  readonly because?: string
}

export interface Bulk {
  readonly id: string
  readonly year: number
  readonly begunBy: PersonId
  readonly begunByName: string
  readonly items: readonly BulkItem[]
}

export async function findBulk(tx: Tx, { id: localAreaId, code }: { id: LocalAreaId; code: string }, bulkId: string): Promise<Bulk | undefined> {
  if (!isId(bulkId)) return undefined
  const bulk = await tx.db.selectFrom('bulkConsultation as b').innerJoin('person as p', 'p.id', 'b.begunBy').select(['b.id', 'b.year', 'b.begunBy', 'p.fullName as begunByName']).where('b.localAreaId', '=', localAreaId).where('b.id', '=', bulkId).executeTakeFirst()
  if (bulk === undefined) return undefined
  const rows = await tx.db.selectFrom('bulkConsultationItem as i').innerJoin('caseFile', (join) => join.onRef('caseFile.localAreaId', '=', 'i.localAreaId').onRef('caseFile.id', '=', 'i.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'caseFile.localAreaId').onRef('k.id', '=', 'caseFile.childId'))
    .select(['i.id', 'i.caseId', 'i.organisationIds', 'i.adviceIds', 'i.state', 'i.because', 'caseFile.reference', 'k.givenName', 'k.preferredName', 'k.familyName', sql<boolean>`exists (select 1 from sent_thing t join sending s on s.local_area_id = t.local_area_id and s.id = t.sending_id
      where t.local_area_id = i.local_area_id and t.thing_id = any(i.consultation_ids) and s.taken_back_at is not null)`.as('isTakenBack')])
    .where('i.localAreaId', '=', localAreaId).where('i.bulkId', '=', bulkId).where(caseInSight(tx)).orderBy('k.familyName').orderBy('k.givenName').orderBy('i.id').execute()
  return {
    ...bulk,
    items: rows.map(({ caseId, givenName, preferredName, familyName, state, because, organisationIds, isTakenBack, ...row }) => ({
      ...row, organisationIds: organisationIds.map((id) => id as OrganisationId), key: { area: code, caseId }, name: `${preferredName ?? givenName} ${familyName}`, state: state === 'sent' ? isTakenBack ? 'taken-back' : 'sent' : state === 'refused' ? 'refused' : 'waiting', ...(because === null ? {} : { because }),
    })),
  }
}

export type Settled = { readonly state: 'sent'; readonly consultationIds: readonly string[] } | { readonly state: 'refused'; readonly because: string }

/** Notes what became of one child's consultations; one that is settled stays so. */
export async function settleItem(tx: Tx, localAreaId: LocalAreaId, id: string, result: Settled): Promise<void> {
  await tx.db.updateTable('bulkConsultationItem').set({ state: result.state, because: result.state === 'refused' ? result.because : null, consultationIds: result.state === 'sent' ? [...result.consultationIds] : [], settledAt: tx.now })
    .where('localAreaId', '=', localAreaId).where('id', '=', id).where('state', '=', 'waiting').execute()
}
