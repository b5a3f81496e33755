// Everything that puts a case on the list of today's work, one row each and each found by its index: limits, families to be
// told or answered, others to be chased, what is ready, what came back, the rights that pass, and the next step of the rest.

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { isTimeToChase, lastChaseOf } from '../../casebook/limits/automatic-chases.ts'
import { limitsToTell } from '../../casebook/limits/limits-to-tell.ts'
import { ownAreas } from '../../casebook/access/sight.ts'
import { unsealedInLists } from '../../casebook/access/item-seals.ts'
import type { Tx } from '../../casebook/tx.ts'
import { councilOwes, rankOf } from '../../domain/case-file/work-reasons.ts'
import { rightsItems } from './rights-items-store.ts'

/**
 * Local area, case, rank, kind, day, what, about, how many, and when it was chased: rows of the viewer's areas, or of those cases in them whose ids the relation
 * `among` has.
 */
export function workItems(tx: Tx, among?: 'mine'): RawBuilder<unknown> {
  const { today } = tx
  const areas = ownAreas(tx.viewer)
  const isAmong = (caseId: string) => (among === undefined ? sql`true` : sql`${sql.ref(caseId)} in (select m.id from ${sql.ref(among)} m)`)
  const ours = sql`any(${[...councilOwes]}::text[])`
  const underWay = sql`c.stage in ('considering', 'assessing', 'drafting', 'draft-out')`
  // What is proposed at a review is answered with its report: until then it is being gathered.
  const isReported = sql`(pr.review_id is null or not exists (select 1 from review_arrangement ra where ra.local_area_id = pr.local_area_id and ra.review_id = pr.review_id)
    or exists (select 1 from review_report rr where rr.local_area_id = pr.local_area_id and rr.review_id = pr.review_id and rr.sent_at is not null))`
  return sql`
    select cl.local_area_id, cl.case_id, case when cl.standing <> 'law' then ${rankOf('rest')}::int when cl.due_on <= ${today} then ${rankOf('late')}::int else ${rankOf('week')}::int end as rank,
        case when cl.standing = 'law' then 'limit' else 'planned' end as kind, cl.due_on as on_day, cl.clock_id as what, null as about_id, 1 as count, null::timestamptz[] as chased_at
      from clock cl where cl.local_area_id = ${areas} and cl.is_open and cl.nature = 'limit' and cl.owed_by = ${ours} and cl.due_on <= ${today}::date + 7 and ${isAmong('cl.case_id')}
    union all
    select t.local_area_id, t.case_id, case when t.due_on < ${today} then ${rankOf('late')}::int else ${rankOf('unanswered')}::int end,
        case when t.telling in ('late', 'certain') then 'tell-family' else 'tell-again' end, min(t.on_day), min(t.clock_id), min(t.about), count(*)::int, null
      from (${limitsToTell(tx, areas, isAmong('cl.case_id'))}) t group by 1, 2, 3, 4
    union all
    select c.local_area_id, c.id, ${rankOf('late')}::int, 'refused', null, c.clocks_refused -> 0 ->> 'why', null, jsonb_array_length(c.clocks_refused), null
      from case_file c where c.local_area_id = ${areas} and c.clocks_refused is not null and ${isAmong('c.id')}
    union all
    select m.local_area_id, m.case_id, ${rankOf('unanswered')}::int, 'message', (min(m.sent_at) at time zone 'Europe/London')::date, w.full_name, m.with_person_id::text, count(*)::int, null
      from message m join person w on w.id = m.with_person_id
      where m.local_area_id = ${areas} and m.from_family and ${isAmong('m.case_id')}
        and not exists (select 1 from message r where r.local_area_id = m.local_area_id and r.case_id = m.case_id and r.with_person_id = m.with_person_id
          and not r.from_family and r.sent_at > m.sent_at)
      group by m.local_area_id, m.case_id, m.with_person_id, w.full_name
    union all
    select cl.local_area_id, cl.case_id, ${rankOf('chase')}::int,
        case when ar.kind in ('parental', 'child-views') then 'views' when ar.id is not null then 'advice' when k.id is not null then 'consultation' else 'others' end,
        cl.due_on, coalesce((select p.full_name from person p where p.id = cl.owed_person_id), (select coalesce(o.service, o.name) from organisation o where o.id = cl.owed_organisation_id), cl.owed_by), coalesce(ar.id, k.id)::text, 1, coalesce(ar.chased_at, k.chased_at)
      from clock cl
      left join advice_request ar on cl.scope = 'advice' and ar.local_area_id = cl.local_area_id and ar.case_id = cl.case_id and ar.id = case when cl.scope = 'advice' then cl.about::uuid end
      left join consultation k on cl.scope = 'consultation' and k.local_area_id = cl.local_area_id and k.case_id = cl.case_id and k.id = case when cl.scope = 'consultation' then cl.about::uuid end
      where cl.local_area_id = ${areas} and cl.is_open and cl.nature = 'limit' and cl.owed_by <> all(${[...councilOwes]}::text[]) and cl.due_on < ${today} and ${isAmong('cl.case_id')}
        and ${isTimeToChase(today, sql`coalesce(${lastChaseOf('ar')}, ${lastChaseOf('k')})`)}
    union all
    select d.local_area_id, d.case_id, ${rankOf('chase')}::int, 'delivery', (min(d.sent_at) at time zone 'Europe/London')::date, min(d.name), null, count(*)::int, null
      from (select d.local_area_id, d.case_id, d.version_id, d.sent_at, d.name from delivery d
        where d.local_area_id = ${areas} and not d.by_post and ${isAmong('d.case_id')} and ${isTimeToChase(today, sql`coalesce(${lastChaseOf('d')}, d.sent_at)`)}
          and not exists (select 1 from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id) offset 0) d
      join plan_version v on v.local_area_id = d.local_area_id and v.id = d.version_id and v.superseded_on is null
      group by d.local_area_id, d.case_id
    union all
    select c.local_area_id, c.id, ${rankOf('ready')}::int, 'issue', c.next_due_on, null, null, 1, null
      from case_file c where c.local_area_id = ${areas} and c.stage = 'draft-out' and c.next_step = 'final-plan' and ${isAmong('c.id')}
    union all
    select pl.local_area_id, pl.case_id, ${rankOf('returned')}::int, 'comments', (min(pr.made_at) at time zone 'Europe/London')::date, null, null, count(*)::int, null
      from proposal pr join plan pl on pl.local_area_id = pr.local_area_id and pl.id = pr.plan_id
      where pr.local_area_id = ${areas} and pr.decision is null and ${isReported} and ${isAmong('pl.case_id')} group by pl.local_area_id, pl.case_id
    union all
    select w.local_area_id, w.case_id, ${rankOf('returned')}::int, 'wishes', (min(w.made_at) at time zone 'Europe/London')::date, null, null, count(*)::int, null
      from wish w where w.local_area_id = ${areas} and w.answered_at is null and ${isAmong('w.case_id')} group by w.local_area_id, w.case_id
    union all
    select s.local_area_id, s.case_id, case when s.part = 'family' then ${rankOf('unanswered')}::int else ${rankOf('returned')}::int end, 'change', min(s.answer_by), null, min(s.id::text), count(*)::int, null
      from change_said s where s.local_area_id = ${areas} and s.answered_at is null and ${isAmong('s.case_id')} group by 1, 2, 3
    union all
    select ad.local_area_id, ad.case_id, ${rankOf('returned')}::int, 'advice-in', (min(ad.given_at) at time zone 'Europe/London')::date, null, null, count(*)::int, null
      from advice ad join case_file c on c.local_area_id = ad.local_area_id and c.id = ad.case_id and c.stage in ('assessing', 'drafting')
      where ad.local_area_id = ${areas} and ad.state = 'given' and ad.advice_request_id is not null and ${unsealedInLists(tx, 'ad.local_area_id', 'ad.id')} and ${isAmong('ad.case_id')} group by ad.local_area_id, ad.case_id
    union all
    select c.local_area_id, c.id, ${rankOf('returned')}::int, 'check', (ru.run_at at time zone 'Europe/London')::date, null, null, 1, null
      from case_file c join lateral (select r.may_go, r.run_at from plan_check_run r where r.local_area_id = c.local_area_id and r.case_id = c.id order by r.run_at desc limit 1) ru on not ru.may_go
      where c.local_area_id = ${areas} and c.stage in ('drafting', 'draft-out') and ${isAmong('c.id')}
    union all
    ${rightsItems(tx, areas, isAmong('c.id'))}
    union all
    select rf.local_area_id, rf.case_id, ${rankOf('national')}::int, 'return', min(rf.since_on), case when bool_or(rf.severity = 'error') then 'error' else 'query' end, null, count(*)::int, null
      from return_fault rf where rf.local_area_id = ${areas} and rf.mended_on is null and rf.explained_at is null and ${isAmong('rf.case_id')} group by rf.local_area_id, rf.case_id
    union all
    select c.local_area_id, c.id, ${rankOf('rest')}::int, 'next', c.next_due_on, c.next_step, null, 1, null
      from case_file c where c.local_area_id = ${areas} and ${underWay} and ${isAmong('c.id')}`
}
