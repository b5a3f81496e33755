// Bodies to which something of an area was sent and where nobody who can sign in reads what is sent to the body: it would wait unseen.

import { sql } from 'kysely'
import { partsOfRole, roles } from '../../domain/access/parts.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { councilAreasOf } from '../access/sight.ts'
import type { Tx } from '../tx.ts'

export interface UnreadBody { readonly name: string; readonly items: number; readonly since: PlainDate }

const readers = roles.filter((role) => partsOfRole[role].length > 0)

/** Of the viewer's areas, the longest waiting first. */
export async function listUnreadBodies(tx: Tx): Promise<UnreadBody[]> {
  const areas = sql`any(${councilAreasOf(tx.viewer)}::uuid[])`
  const { rows } = await sql<UnreadBody>`
    select coalesce(o.service || ', ', '') || o.name as name, count(*)::int as items, min(i.since) as since from (
      select q.asked_organisation_id as body_id, q.sent_on as since from advice_request q where q.local_area_id = ${areas} and q.asked_person_id is null and q.state in ('asked', 'received', 'returned')
      union all select k.organisation_id, k.sent_on from consultation k where k.local_area_id = ${areas} and k.answered_at is null and k.withdrawn_at is null
      union all select d.organisation_id, (d.sent_at at time zone 'Europe/London')::date from delivery d where d.local_area_id = ${areas} and d.person_id is null and not d.by_post
        and not exists (select 1 from delivery_receipt r where r.local_area_id = d.local_area_id and r.delivery_id = d.id)) i
    join organisation o on o.id = i.body_id
    where not exists (select 1 from membership m join person p on p.id = m.person_id and p.can_sign_in where m.organisation_id = o.id and m.role = any(${[...readers]}::text[])
      and m.from_on <= ${tx.today} and (m.to_on is null or m.to_on >= ${tx.today}))
    group by o.id order by min(i.since), name limit 50`.execute(tx.db)
  return [...rows]
}
