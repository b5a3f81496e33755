// What waits for somebody: one query for each list of the home page.

import { sql } from 'kysely'
import { isSeen } from '../../casebook/sending/hold.ts'
import { caseInSight, caseToOpen, casesToLookThrough, organisationsOf, ownCouncilsCase } from '../../casebook/access/sight.ts'
import { unsealedInLists } from '../../casebook/access/item-seals.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Standing } from '../../domain/clocks/clock.ts'
import type { CaseRow, RawRow } from './case-rows-store.ts'
import { columns, joins, toRow } from './case-rows-store.ts'

export interface WorkRow extends CaseRow {
  readonly openProposals: number
  readonly panelAdvisedOn?: PlainDate
}

type RawWork = RawRow & { openProposals: number; panelAdvisedOn: PlainDate | null }

const toWork = (row: RawWork): WorkRow => ({
  ...toRow(row), openProposals: row.openProposals,
  ...(row.panelAdvisedOn === null ? {} : { panelAdvisedOn: row.panelAdvisedOn }),
})

/** No later fact corrects this one (alias f). */
const stands = sql`not exists (select 1 from fact k where k.local_area_id = f.local_area_id and k.case_id = f.case_id and k.corrects_seq = f.seq)`

const workColumns = sql`${columns},
  (select count(*) from proposal p join plan pl on pl.local_area_id = p.local_area_id and pl.id = p.plan_id
    where pl.local_area_id = c.local_area_id and pl.case_id = c.id and p.decision is null) as open_proposals,
  (select max(f.happened_on) from fact f where f.local_area_id = c.local_area_id and f.case_id = c.id and f.type = 'panel-advised' and ${stands}
    and f.data ->> 'question' = case c.stage when 'considering' then 'assess' else 'issue' end) as panel_advised_on`

/** Cases of the viewer's areas that wait for a decision, the earliest day first. */
export async function listDecisions(tx: Tx): Promise<WorkRow[]> {
  const found = await sql<RawWork>`
    select ${workColumns} from case_file c ${joins(tx.today)}
    where ${ownCouncilsCase(tx, 'c')}
      and (c.stage = 'considering' or (c.stage = 'assessing' and c.next_step = 'plan-decision') or (c.stage = 'draft-out' and c.next_step = 'final-plan')
        or (c.stage in ('reviewing', 'amending') and c.next_step in ('review-decision', 'amendment-notice', 'amended-plan'))
        or (c.stage in ('assessing', 'drafting') and c.next_step = 'advice' and c.next_holder = 'advisers' and c.next_due_on < ${tx.today}))
    order by c.next_due_on nulls last, c.reference limit 100`.execute(tx.db)
  return found.rows.map(toWork)
}

/** Drafts being written in the viewer's areas. */
export async function listDrafts(tx: Tx): Promise<WorkRow[]> {
  const found = await sql<RawWork>`
    select ${workColumns} from case_file c ${joins(tx.today)}
    where ${ownCouncilsCase(tx, 'c')} and c.stage in ('drafting', 'draft-out')
    order by c.next_due_on nulls last, c.reference limit 100`.execute(tx.db)
  return found.rows.map(toWork)
}

/** New requests in the viewer's areas that nobody looks after, the oldest first. */
export async function listUnassigned(tx: Tx): Promise<CaseRow[]> {
  const found = await sql<RawRow>`
    select ${columns} from case_file c ${joins(tx.today)}
    where ${ownCouncilsCase(tx, 'c')} and c.case_officer_id is null
      and c.stage not in ('closed', 'exported')
    order by c.received_on nulls last, c.reference limit 100`.execute(tx.db)
  return found.rows.map(toRow)
}

/** Cases in their sight in which the viewer, or a body of theirs, has this part today, in every area. */
export async function listByPart(tx: Tx, parts: readonly string[]): Promise<CaseRow[]> {
  if (tx.viewer.kind !== 'person') return []
  const found = await sql<RawRow>`
    select ${columns} from ${casesToLookThrough(tx)} c ${joins(tx.today)}
    where ${caseInSight(tx, 'c')} and exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.part = any(${[...parts]}::text[]) and ${isSeen(tx, 'p.local_area_id', 'p.id')}
      and p.from_on <= ${tx.today} and (p.to_on is null or p.to_on >= ${tx.today})
      and (p.person_id = ${tx.viewer.personId} or p.organisation_id = any(${organisationsOf(tx.viewer)}::uuid[])))
    order by c.next_due_on nulls last, lower(ch.family_name), c.reference limit 200`.execute(tx.db)
  return found.rows.map(toRow)
}

export interface AskedRow {
  readonly row: CaseRow
  readonly adviceRequestId: string
  readonly kind: string
  readonly askedOf: string
  readonly isMine: boolean
  readonly dueOn?: PlainDate
  readonly chased: number
}

/** Advice that the viewer, or a service of theirs, is asked for and has not given. */
export async function listAdviceAsked(tx: Tx): Promise<AskedRow[]> {
  if (tx.viewer.kind !== 'person') return []
  const found = await sql<RawRow & { adviceRequestId: string; kind: string; askedOf: string | null; askedPersonId: string | null; dueOn: PlainDate | null; chased: number }>`
    select ${columns}, ar.id as advice_request_id, ar.kind, coalesce(ap.full_name, ao.service, ao.name) as asked_of, ar.asked_person_id, ar.due_on,
      coalesce(array_length(ar.chased_at, 1), 0) as chased
    from advice_request ar join case_file c on c.local_area_id = ar.local_area_id and c.id = ar.case_id ${joins(tx.today)}
    left join person ap on ap.id = ar.asked_person_id left join organisation ao on ao.id = ar.asked_organisation_id
    where ${caseInSight(tx, 'c')} and ${isSeen(tx, 'ar.local_area_id', 'ar.id')} and ar.state in ('asked', 'received', 'returned')
      and (ar.asked_person_id = ${tx.viewer.personId} or ar.asked_organisation_id = any(${organisationsOf(tx.viewer)}::uuid[]))
    order by ar.due_on nulls last, c.reference limit 200`.execute(tx.db)
  const { personId } = tx.viewer
  return found.rows.map((raw) => ({
    row: toRow(raw), adviceRequestId: raw.adviceRequestId, kind: raw.kind, askedOf: raw.askedOf ?? '', isMine: raw.askedPersonId === personId, chased: raw.chased,
    ...(raw.dueOn === null ? {} : { dueOn: raw.dueOn }),
  }))
}

export interface GivenRow {
  readonly row: CaseRow
  readonly adviceId: string
  readonly kind: string
  readonly givenAt?: Instant
  readonly lines: number
  readonly used: number
  readonly notUsed: number
}

/** The viewer's own advice, and what became of its lines. */
export async function listAdviceGiven(tx: Tx): Promise<GivenRow[]> {
  if (tx.viewer.kind !== 'person') return []
  const found = await sql<RawRow & { adviceId: string; kind: string; givenAt: Instant | null; lines: number; used: number; notUsed: number }>`
    select ${columns}, ad.id as advice_id, ad.kind, ad.given_at, l.lines, l.used, l.not_used
    from advice ad join case_file c on c.local_area_id = ad.local_area_id and c.id = ad.case_id ${joins(tx.today)}
    left join lateral (select count(*) as lines, count(*) filter (where al.disposition in ('used', 'merged')) as used,
      count(*) filter (where al.disposition in ('not-used', 'disagree')) as not_used
      from advice_line al where al.local_area_id = ad.local_area_id and al.advice_id = ad.id and al.removed_at is null) l on true
    where ${caseInSight(tx, 'c')} and ad.author_person_id = ${tx.viewer.personId} and ad.state in ('given', 'accepted') and ${unsealedInLists(tx, 'ad.local_area_id', 'ad.id')}
    order by ad.given_at desc nulls last limit 50`.execute(tx.db)
  return found.rows.map((raw) => ({
    row: toRow(raw), adviceId: raw.adviceId, kind: raw.kind, lines: raw.lines, used: raw.used, notUsed: raw.notUsed,
    ...(raw.givenAt === null ? {} : { givenAt: raw.givenAt }),
  }))
}

export interface ToDoCounts {
  readonly consultations: number
  readonly consultationsDueOn?: PlainDate
  readonly plansToOpen: number
}

/** Consultations of the viewer's settings without an answer, and final plans not yet confirmed. */
export async function countToDo(tx: Tx): Promise<ToDoCounts> {
  if (tx.viewer.kind !== 'person') return { consultations: 0, plansToOpen: 0 }
  const organisations = organisationsOf(tx.viewer)
  const found = await sql<{ consultations: number; consultationsDueOn: PlainDate | null; plansToOpen: number }>`
    select asked.consultations, asked.consultations_due_on,
      (select count(*) from delivery d join case_file c on c.local_area_id = d.local_area_id and c.id = d.case_id
        where (d.person_id = ${tx.viewer.personId} or (d.person_id is null and d.organisation_id = any(${organisations}::uuid[])))
          and not exists (select 1 from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id and r.acknowledged_at is not null) and ${isSeen(tx, 'd.local_area_id', 'd.id')} and ${caseInSight(tx, 'c')}) as plans_to_open
    from (select count(*) as consultations, min(k.due_on) as consultations_due_on from consultation k join case_file c on c.local_area_id = k.local_area_id and c.id = k.case_id
      where k.organisation_id = any(${organisations}::uuid[]) and k.answered_at is null and k.withdrawn_at is null and ${isSeen(tx, 'k.local_area_id', 'k.id')} and ${caseInSight(tx, 'c')}) asked
  `.execute(tx.db)
  const row = found.rows[0]
  return {
    consultations: row?.consultations ?? 0, plansToOpen: row?.plansToOpen ?? 0,
    ...(row?.consultationsDueOn === null || row?.consultationsDueOn === undefined ? {} : { consultationsDueOn: row.consultationsDueOn }),
  }
}

export interface FamilyCase {
  readonly row: CaseRow
  readonly officerPhone?: string
  /** Of this family member's own thread: the council's last message, when nothing of theirs has followed. */
  readonly lastAnswerAt?: Instant
  readonly windowLastDay?: PlainDate
  /** Until when they may answer the changes that the council wants to make to a plan in force. */
  readonly changesLastDay?: PlainDate
  /** What kind of date the next day is: a limit of law, guidance, or the council's own plan. */
  readonly nextDueBy?: Standing
  /** A limit has passed that an excuse of the law disapplies. */
  readonly isExcused: boolean
  readonly isYoungPerson: boolean
  readonly hasFinishedCommenting: boolean
  readonly finalToConfirm: boolean
  /** Their own views are with the council, by whichever way. */
  readonly hasGivenViews: boolean
  /** They act for a family member here, and are not of the family themselves. */
  readonly isHelper: boolean
}

/** The family's cases of the viewer, with what only they may know of them. */
export async function listFamilyCases(tx: Tx): Promise<FamilyCase[]> {
  if (tx.viewer.kind !== 'person') return []
  const me = tx.viewer.personId
  const found = await sql<RawRow & { beforeHeld: Partial<RawRow> | null; nextDueBy: Standing | null; isExcused: boolean; isYoungPerson: boolean; officerPhone: string | null; lastAnswerAt: Instant | null; windowLastDay: PlainDate | null; changesLastDay: PlainDate | null; hasFinished: boolean; finalToConfirm: boolean; hasGivenViews: boolean; isHelper: boolean }>`
    select ${columns}, h.before as before_held, o.phone as officer_phone,
      (select cl.standing from clock cl where cl.local_area_id = c.local_area_id and cl.case_id = c.id and cl.is_open and cl.due_on = c.next_due_on
        order by array_position(array['law', 'guidance', 'planning'], cl.standing) limit 1) as next_due_by,
      exists (select 1 from clock cl where cl.local_area_id = c.local_area_id and cl.case_id = c.id and cl.met_on is null and cl.overtaken_by is null and cl.excused_by is not null and cl.due_on < ${tx.today}) as is_excused,
      exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.person_id = ${me} and p.part = 'young-person') as is_young_person,
      (select max(m.sent_at) from message m where m.local_area_id = c.local_area_id and m.case_id = c.id and m.with_person_id = ${me} and not m.from_family and ${isSeen(tx, 'm.local_area_id', 'm.id')}
        and not exists (select 1 from message r where r.local_area_id = m.local_area_id and r.case_id = m.case_id and r.with_person_id = ${me} and r.from_family and r.sent_at > m.sent_at)) as last_answer_at,
      (select (f.data ->> 'windowLastDay')::date from fact f where f.local_area_id = c.local_area_id and f.case_id = c.id and f.type = 'draft-served' and ${stands}
        and (h.first_seq is null or f.seq < h.first_seq) order by coalesce(f.corrects_seq, f.seq) desc limit 1) as window_last_day,
      (select max(cl.due_on) from clock cl where cl.local_area_id = c.local_area_id and cl.case_id = c.id and cl.clock_id in ('REV-10', 'AM-01/representations') and cl.is_open and h.first_seq is null) as changes_last_day,
      exists (select 1 from fact f where f.local_area_id = c.local_area_id and f.case_id = c.id and f.type = 'family-finished-commenting' and f.recorded_by = ${me}
        and not exists (select 1 from fact n where n.local_area_id = f.local_area_id and n.case_id = f.case_id and n.type = 'amendment-notice-sent' and n.seq > f.seq)) as has_finished,
      exists (select 1 from delivery d where d.local_area_id = c.local_area_id and d.case_id = c.id and d.person_id = ${me} and ${isSeen(tx, 'd.local_area_id', 'd.id')}
        and not exists (select 1 from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id and r.acknowledged_at is not null)) as final_to_confirm,
      exists (select 1 from advice a where a.local_area_id = c.local_area_id and a.case_id = c.id and a.kind = 'parental' and a.author_person_id = ${me} and a.state <> 'working') as has_given_views,
      not exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.person_id = ${me} and p.part in ('parent', 'young-person', 'representative')
        and p.from_on <= ${tx.today} and (p.to_on is null or p.to_on >= ${tx.today})) as is_helper
    from case_file c ${joins(tx.today)}
    left join lateral (select s.before, s.first_seq from sending s where s.local_area_id = c.local_area_id and s.case_id = c.id and s.taken_back_at is null and s.held_until > ${tx.now}
      order by s.sent_at limit 1) h on true
    where exists (select 1 from case_party p where p.local_area_id = c.local_area_id and p.case_id = c.id and p.person_id = ${me} and p.part in ('parent', 'young-person', 'representative', 'proxy')
      and p.from_on <= ${tx.today} and (p.to_on is null or p.to_on >= ${tx.today}))
      and ${caseToOpen(tx, 'c')}
    order by ch.born_on, c.reference limit 50`.execute(tx.db)
  return found.rows.map((raw) => ({
    // What waits to be sent is not told yet by the list either.
    row: toRow(raw.beforeHeld === null ? raw : { ...raw, ...raw.beforeHeld }), isExcused: raw.isExcused, isYoungPerson: raw.isYoungPerson, hasFinishedCommenting: raw.hasFinished, finalToConfirm: raw.finalToConfirm, hasGivenViews: raw.hasGivenViews, isHelper: raw.isHelper,
    ...(raw.nextDueBy === null ? {} : { nextDueBy: raw.nextDueBy }), ...(raw.officerPhone === null ? {} : { officerPhone: raw.officerPhone }), ...(raw.lastAnswerAt === null ? {} : { lastAnswerAt: raw.lastAnswerAt }),
    ...(raw.windowLastDay === null ? {} : { windowLastDay: raw.windowLastDay }), ...(raw.changesLastDay === null ? {} : { changesLastDay: raw.changesLastDay }),
  }))
}
