// What each person is to a child in law today, read from ties and restrictions: the answer that the access policy, the letters
// and the messages are given. The rule is domain/access/family-standing.ts.

import type { RawBuilder, Selectable, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { FamilyStanding } from '../../domain/access/family-standing.ts'
import { standingOn } from '../../domain/access/family-standing.ts'
import type { ProxyKind } from '../../domain/access/parts-of-proxy.ts'
import type { Proxy } from '../../domain/access/parts-of-proxy.ts'
import type { HelpPart } from '../../domain/case-file/facts.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { bornByToBeYoungPerson } from '../../domain/calendar/school-year.ts'
import type { Effect, Restriction, RestrictionKind } from '../../domain/family/restriction.ts'
import { effects, restrictionKinds } from '../../domain/family/restriction.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Database } from '../../platform/db/schema.ts'
import type { ChildKey } from '../family/family-rows.ts'
import type { Tx } from '../tx.ts'

export interface KeptRestriction extends Restriction {
  readonly id: string
  readonly personId?: PersonId
}

export const effectsIn = (kept: readonly string[]): Effect[] => effects.filter((one) => kept.includes(one))
export const kindOf = (kept: string): RestrictionKind => restrictionKinds.find((one) => one === kept) ?? 'other'

/** Every court order and restriction about a child, over or not. */
export async function listRestrictionsOf(tx: Tx, { localAreaId, childId }: ChildKey): Promise<KeptRestriction[]> {
  const rows = await tx.db.selectFrom('restriction').select(['id', 'personId', 'kind', 'effects', 'fromOn', 'toOn'])
    .where('localAreaId', '=', localAreaId).where('childId', '=', childId).orderBy('fromOn').orderBy('id').execute()
  return rows.map(keptRestriction)
}

const keptRestriction = (row: StandingColumns['restrictions'][number]): KeptRestriction => ({
  id: row.id, kind: kindOf(row.kind), effects: effectsIn(row.effects), from: row.fromOn,
  ...(row.personId === null ? {} : { personId: row.personId }), ...(row.toOn === null ? {} : { to: row.toOn }),
})

interface TieRow {
  readonly personId: string
  readonly hasParentalResponsibility: boolean
  readonly responsibilityFrom: PlainDate | null
  readonly responsibilityTo: PlainDate | null
  readonly livesWithChild: boolean
  readonly careFrom: PlainDate | null
  readonly careTo: PlainDate | null
}

/** What orders and ties say of a child, as two columns of whichever statement asks. */
export interface StandingColumns {
  readonly restrictions: readonly { readonly id: string; readonly personId: PersonId | null; readonly kind: string; readonly effects: readonly string[]; readonly fromOn: PlainDate; readonly toOn: PlainDate | null }[]
  readonly ties: readonly TieRow[]
}

export const standingColumns = ({ localAreaId, childId }: ChildKey) => [
  sql<StandingColumns['restrictions']>`(select coalesce(json_agg(json_build_object('id', v.id, 'personId', v.person_id, 'kind', v.kind, 'effects', v.effects, 'fromOn', v.from_on, 'toOn', v.to_on) order by v.from_on, v.id), '[]')
    from restriction v where v.local_area_id = ${localAreaId} and v.child_id = ${childId})`.as('restrictions'),
  sql<StandingColumns['ties']>`(select coalesce(json_agg(json_build_object('personId', t.person_id, 'hasParentalResponsibility', t.has_parental_responsibility,
      'responsibilityFrom', t.responsibility_from, 'responsibilityTo', t.responsibility_to, 'livesWithChild', t.lives_with_child, 'careFrom', t.care_from, 'careTo', t.care_to)), '[]')
    from relationship t where t.local_area_id = ${localAreaId} and t.child_id = ${childId})`.as('ties'),
] as const

/** Every court order and restriction about the child, over or not, by these columns. */
export const restrictionsBy = ({ restrictions }: Pick<StandingColumns, 'restrictions'>): KeptRestriction[] => restrictions.map(keptRestriction)

/** What anybody is to the child by these columns. */
export function standingBy({ restrictions, ties }: StandingColumns, today: PlainDate): (personId: string) => FamilyStanding {
  const kept = restrictionsBy({ restrictions })
  const tieOf = new Map(ties.map((row) => [row.personId, {
    hasParentalResponsibility: row.hasParentalResponsibility, livesWithChild: row.livesWithChild, responsibilityFrom: row.responsibilityFrom ?? undefined,
    responsibilityTo: row.responsibilityTo ?? undefined, careFrom: row.careFrom ?? undefined, careTo: row.careTo ?? undefined,
  }]))
  return (personId) => standingOn(tieOf.get(personId), kept, personId, today)
}

/** Asks what anybody is to this child today: one statement, however many are asked about. */
export async function standingsOf(tx: Tx, child: ChildKey): Promise<(personId: string) => FamilyStanding> {
  return standingBy(await tx.db.selectNoFrom(standingColumns(child)).executeTakeFirstOrThrow(), tx.today)
}

export interface KeptProxy extends Proxy {
  readonly id: string
  readonly personId: PersonId
  readonly forPersonId: PersonId
  readonly kind: ProxyKind
  readonly organisation?: string
}

/** Everybody who acts or acted for a family member on this case, the latest first. */
export async function listProxies(tx: Tx, { localAreaId, caseId }: { localAreaId: LocalAreaId; caseId: CaseId }): Promise<KeptProxy[]> {
  const rows = await tx.db.selectFrom('proxy').selectAll().where('localAreaId', '=', localAreaId).where('caseId', '=', caseId)
    .orderBy('fromOn', 'desc').orderBy('id', 'desc').execute()
  return rows.map(keptProxy)
}

export const keptProxy = (row: Selectable<Database['proxy']>): KeptProxy => ({
  id: row.id, personId: row.personId, forPersonId: row.forPersonId, kind: row.kind as ProxyKind, scopes: row.scopes as HelpPart[], from: row.fromOn, to: row.toOn,
  ...(row.endedAt === null ? {} : { endedAt: row.endedAt }), ...(row.organisation === null ? {} : { organisation: row.organisation }),
})

/** True for cases of a child about whom an order in force has this effect on this person, whatever else they are. */
export const isRestricted = (c: (column: 'local_area_id' | 'child_id' | 'id') => RawBuilder<unknown>, personId: PersonId, today: PlainDate, effect: Effect): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from restriction rv where rv.local_area_id = ${c('local_area_id')} and rv.child_id = ${c('child_id')} and rv.person_id = ${personId}
    and ${effect} = any(rv.effects) and rv.from_on <= ${today} and (rv.to_on is null or rv.to_on >= ${today}))`

/** True for cases of a child whose record an order in force keeps from this person. */
export const isKeptFrom = (c: (column: 'local_area_id' | 'child_id' | 'id') => RawBuilder<unknown>, personId: PersonId, today: PlainDate): RawBuilder<SqlBool> => isRestricted(c, personId, today, 'may-not-see-record')

/**
 * The same rule in SQL, for rows of `case_party p` of the case `c`: whether a family row gives anything today. A parent's row
 * needs parental responsibility or care; a deputy's a young person, whom lists never name to them; nobody's counts while a restriction
 * bars them from the record; somebody who acts for another needs a live consent of somebody whose own row counts. Lists, search and
 * opening carry it (sight.ts).
 */
export function familyRowCounts(c: (column: 'local_area_id' | 'child_id' | 'id') => RawBuilder<unknown>, today: PlainDate, { inLists = false } = {}): RawBuilder<SqlBool> {
  const ofChild = (alias: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.local_area_id`)} = ${c('local_area_id')} and ${sql.ref(`${alias}.child_id`)} = ${c('child_id')}`
  const bars = (person: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (select 1 from restriction rs where ${ofChild('rs')}
    and rs.person_id = ${sql.ref(person)} and 'may-not-see-record' = any(rs.effects) and rs.from_on <= ${today} and (rs.to_on is null or rs.to_on >= ${today}))`
  const isTied = (person: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (select 1 from relationship tie where ${ofChild('tie')} and tie.person_id = ${sql.ref(person)})`
  const isParentInLaw = (person: string): RawBuilder<SqlBool> => sql<SqlBool>`(not ${isTied(person)} or exists (select 1 from relationship tie where ${ofChild('tie')} and tie.person_id = ${sql.ref(person)}
    and ((tie.has_parental_responsibility and (tie.responsibility_from is null or tie.responsibility_from <= ${today}) and (tie.responsibility_to is null or tie.responsibility_to >= ${today}))
      or (tie.lives_with_child and (tie.care_from is null or tie.care_from <= ${today}) and (tie.care_to is null or tie.care_to >= ${today})))))`
  // A list tells stages and dates: of those who act for somebody, only to those who may read the plan.
  const scope = inLists ? sql`and 'plan' = any(px.scopes)` : sql``
  const counts = (alias: string): RawBuilder<SqlBool> => sql<SqlBool>`(not ${bars(`${alias}.person_id`)} and case ${sql.ref(`${alias}.part`)}
    when 'parent' then ${isParentInLaw(`${alias}.person_id`)}
    when 'representative' then ${inLists ? sql`false` : sql`exists (select 1 from child yp where yp.local_area_id = ${c('local_area_id')} and yp.id = ${c('child_id')} and yp.born_on <= ${bornByToBeYoungPerson(today)})`}
    else true end)`
  return sql<SqlBool>`(p.part not in ('parent', 'representative', 'proxy') or (${counts('p')}
    and (p.part <> 'proxy' or exists (select 1 from proxy px
      join case_party fp on fp.local_area_id = px.local_area_id and fp.case_id = px.case_id and fp.person_id = px.for_person_id and fp.part in ('parent', 'young-person', 'representative')
        and fp.from_on <= ${today} and (fp.to_on is null or fp.to_on >= ${today}) and ${counts('fp')}
      where px.local_area_id = ${c('local_area_id')} and px.case_id = ${c('id')} and px.person_id = p.person_id
        and px.ended_at is null and px.from_on <= ${today} and px.to_on >= ${today} ${scope}))))`
}
