// Overdue work as a list and in numbers: always with the sight predicate, and the same number of statements whatever the
// area's size.

import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { ownCouncilsCase } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { FactType } from '../../domain/case-file/facts.ts'
import type { Holder } from '../../domain/clocks/clock.ts'
import type { CaseId, PersonId } from '../../domain/ids.ts'
import type { AgeBand } from '../../domain/stock/age-bands.ts'
import { ageBandOf, ageBands, legalDaysOf } from '../../domain/stock/age-bands.ts'
import type { OverdueKind, OverdueStage } from '../../domain/stock/overdue-kinds.ts'
import { isOverdueKind, isOverdueStage, overdueKinds, overdueStages } from '../../domain/stock/overdue-kinds.ts'
import { measures } from '../../domain/stock/timeliness.ts'
import { isHolder } from '../../domain/timeline/next-step.ts'
import { caseOfThing, overdueThings } from './overdue-things-store.ts'

export interface OverdueWanted {
  readonly kind?: OverdueKind
  /** A person's id, or 'nobody' for cases without an officer. */
  readonly officer?: string
  readonly turn?: Holder
  readonly band?: AgeBand
  readonly stage?: OverdueStage
  /** Leaves out amended plans whose legal day is still ahead. */
  readonly isPastOnly?: boolean
}

export interface OverdueRow {
  readonly key: { readonly area: string; readonly caseId: CaseId }
  readonly reference: string
  readonly name: string
  readonly bornOn: PlainDate
  readonly officer?: string
  readonly kind: OverdueKind
  /** The meeting, or the request. */
  readonly sinceOn: PlainDate
  readonly decidedOn?: PlainDate
  readonly legalOn: PlainDate
  /** The council's own target, where it is before the legal day. */
  readonly targetOn?: PlainDate
  readonly stage: OverdueStage
  readonly turn?: Holder
  /** What the family was last told of this delay: when, and the day it was given. */
  readonly told?: { readonly on: PlainDate; readonly expectedOn: PlainDate }
}

interface RawRow {
  readonly code: string; readonly id: CaseId; readonly reference: string; readonly givenName: string; readonly preferredName: string | null; readonly familyName: string
  readonly bornOn: PlainDate; readonly officer: string | null; readonly kind: string; readonly sinceOn: PlainDate; readonly decidedOn: PlainDate | null
  readonly legalOn: PlainDate; readonly targetOn: PlainDate | null; readonly stage: string; readonly turn: string | null; readonly toldOn: PlainDate | null; readonly expectedOn: PlainDate | null; readonly total: number
}

/** Open, not excused, and past its legal day; amended plans from the decision on, because nobody else counts them. */
const inStock = (tx: Tx) => sql<SqlBool>`not t.is_excused and (t.ended_on is null or t.ended_on > ${tx.today}) and (t.kind = 'amended-plan' or t.legal_on < ${tx.today})`

const stageOf = sql`coalesce(t.stage, c.stage)`
/** Clocks that could not be told anew stay as they were (decision 0009): such a case may be at a stage at which nothing of this is owed. */
const isAtItsStage = sql<SqlBool>`${stageOf} = any(${[...overdueStages]}::text[])`
const turnOf = sql`coalesce(t.turn, c.next_holder)`

function conditions(tx: Tx, { kind, officer, turn, band, stage, isPastOnly }: OverdueWanted) {
  const days = band === undefined ? undefined : legalDaysOf(band, tx.today)
  return sql.join([
    inStock(tx), isAtItsStage, ownCouncilsCase(tx, 'c'),
    ...(kind === undefined ? [] : [sql<SqlBool>`t.kind = ${kind}`]),
    ...(officer === undefined ? [] : officer === 'nobody' ? [sql<SqlBool>`c.case_officer_id is null`] : [sql<SqlBool>`c.case_officer_id = ${officer}`]),
    ...(turn === undefined ? [] : [sql<SqlBool>`${turnOf} = ${turn}`]),
    ...(stage === undefined ? [] : [sql<SqlBool>`${stageOf} = ${stage}`]),
    ...(days === undefined ? [] : [sql<SqlBool>`t.legal_on <= ${days.last}`]),
    ...(days?.first === undefined ? [] : [sql<SqlBool>`t.legal_on >= ${days.first}`]),
    ...(isPastOnly === true ? [sql<SqlBool>`t.legal_on < ${tx.today}`] : []),
  ], sql` and `)
}

/** One page of the overdue work, the longest past its legal day first, and how many there are in all. */
export async function listOverdue(tx: Tx, wanted: OverdueWanted, { limit, offset }: { limit: number; offset: number }): Promise<{ rows: OverdueRow[]; total: number }> {
  const found = await sql<RawRow>`
    with thing as materialized (${overdueThings(tx, { openSince: 'now' })}),
      shown as (
        select t.*, ${stageOf} as stage_now, ${turnOf} as turn_now, c.reference, count(*) over ()::int as total from thing t join ${caseOfThing(tx)}
        where ${conditions(tx, wanted)} order by t.legal_on, c.reference, t.kind limit ${limit} offset ${offset})
    select a.code, c.id, c.reference, ch.given_name, ch.preferred_name, ch.family_name, ch.born_on, o.full_name as officer,
      t.kind, t.since_on, t.decided_on, t.legal_on, t.target_on, t.stage_now as stage, t.turn_now as turn, d.told_on, d.expected_on, t.total
    from shown t join case_file c on c.local_area_id = t.local_area_id and c.id = t.case_id
    join local_area a on a.id = c.local_area_id
    join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id
    left join person o on o.id = c.case_officer_id
    left join lateral (
      select f.happened_on as told_on, (f.data ->> 'expectedOn')::date as expected_on from fact f
      where f.local_area_id = t.local_area_id and f.case_id = t.case_id and f.type = ${delayExplained} and f.happened_on >= t.since_on and f.data ->> 'about' = t.about
        and f.data ->> 'clock' = any(case t.kind ${clocksOfKinds} end)
        and not exists (select 1 from fact k where k.local_area_id = f.local_area_id and k.case_id = f.case_id and k.corrects_seq = f.seq)
      order by f.seq desc limit 1) d on true
    order by t.legal_on, c.reference, t.kind`.execute(tx.db)
  return { rows: found.rows.map(toRow), total: found.rows[0]?.total ?? 0 }
}

const delayExplained: FactType = 'delay-explained'
/** Of whichever limit of a thing the family was told: an amended plan has two. */
const clocksOfKinds = sql.join(overdueKinds.map((kind) => sql`when ${kind} then ${[...measures[kind].clocks, ...(kind === 'amended-plan' ? ['REV-11'] : [])]}::text[]`), sql` `)

function toRow(raw: RawRow): OverdueRow {
  if (!isOverdueKind(raw.kind) || !isOverdueStage(raw.stage)) throw new Error(`no overdue work is a ${raw.kind} at ${raw.stage}`)
  return {
    key: { area: raw.code, caseId: raw.id }, reference: raw.reference, name: `${raw.preferredName ?? raw.givenName} ${raw.familyName}`, bornOn: raw.bornOn,
    kind: raw.kind, sinceOn: raw.sinceOn, legalOn: raw.legalOn, stage: raw.stage,
    ...(raw.officer === null ? {} : { officer: raw.officer }), ...(raw.decidedOn === null ? {} : { decidedOn: raw.decidedOn }),
    ...(raw.targetOn === null || raw.targetOn >= raw.legalOn ? {} : { targetOn: raw.targetOn }),
    ...(raw.turn !== null && isHolder(raw.turn) ? { turn: raw.turn } : {}),
    ...(raw.toldOn === null || raw.expectedOn === null ? {} : { told: { on: raw.toldOn, expectedOn: raw.expectedOn } }),
  }
}

export interface KindCount {
  /** Past the legal day, by how long. */
  readonly byBand: Readonly<Record<AgeBand, number>>
  readonly past: number
  /** Open with the legal day still ahead. Counted for every kind, listed for amended plans. */
  readonly ahead: number
  /** Open and excused by the law: its limit does not bind, so that it is not overdue. */
  readonly excused: number
}

/** How many there are of each kind, by age band. */
export async function countOverdue(tx: Tx): Promise<Record<OverdueKind, KindCount>> {
  const found = await sql<{ kind: string; daysPast: number; isExcused: boolean; count: number }>`
    with thing as (${overdueThings(tx, { openSince: 'now' })})
    select t.kind, greatest(${tx.today}::date - t.legal_on, 0) as days_past, t.is_excused, count(*)::int as count
    from thing t join ${caseOfThing(tx)}
    where (t.ended_on is null or t.ended_on > ${tx.today}) and ${isAtItsStage} and ${ownCouncilsCase(tx, 'c')}
    group by 1, 2, 3`.execute(tx.db)
  const entries = overdueKinds.map((kind) => {
    const ofKind = found.rows.filter((row) => row.kind === kind)
    const sum = (wanted: (row: { daysPast: number; isExcused: boolean }) => boolean): number => ofKind.filter(wanted).reduce((total, { count }) => total + count, 0)
    const byBand = Object.fromEntries(ageBands.map((band) => [band, sum(({ daysPast, isExcused }) => !isExcused && ageBandOf(daysPast) === band)])) as Record<AgeBand, number>
    return [kind, {
      byBand, past: sum(({ daysPast, isExcused }) => !isExcused && daysPast > 0), ahead: sum(({ daysPast, isExcused }) => !isExcused && daysPast === 0), excused: sum(({ isExcused }) => isExcused),
    }]
  })
  return Object.fromEntries(entries) as Record<OverdueKind, KindCount>
}

/** Officers of the viewer's areas who look after a case, for the filter. */
export async function listOfficers(tx: Tx): Promise<{ id: PersonId; name: string }[]> {
  const found = await sql<{ id: PersonId; name: string }>`
    select o.id, o.full_name as name from (select distinct c.case_officer_id as id from case_file c where ${ownCouncilsCase(tx, 'c')} offset 0) held
    cross join lateral (select p.id, p.full_name from person p where p.id = held.id offset 0) o order by o.full_name`.execute(tx.db)
  return [...found.rows]
}

/** Cases whose facts contradict each other: what is overdue there cannot be told until they are put right. */
export async function countUntold(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from case_file c
    where c.clocks_refused is not null and ${ownCouncilsCase(tx, 'c')}`.execute(tx.db)
  return found.rows[0]?.count ?? 0
}
