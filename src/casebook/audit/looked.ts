// Who looked at a case, read from the audit records: what one person looked at without half an hour's pause is one sitting. Nothing
// is lost by that: each record stays, and this is a way of reading them.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { familyRowParts, ofFamily } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { BreakGlassId, CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Tx } from '../tx.ts'

/** A sitting ends as a session does when nothing is asked for. */
const pause = sql`interval '30 minutes'`

export interface Sitting {
  readonly personId: PersonId
  readonly name: string
  /** For whom they worked, as far as the record knows; absent for family. */
  readonly organisation?: string
  readonly profession?: string
  readonly isFamily: boolean
  readonly from: Instant
  readonly to: Instant
  /** Their parts in the case at the time. */
  readonly parts: readonly string[]
  /** "GET /:area/cases/:caseId", each once. */
  readonly routes: readonly string[]
  readonly acts: readonly string[]
  readonly emergency?: { readonly id: BreakGlassId; readonly reasonCode: string; readonly words: string; readonly isWithheld: boolean }
}

interface OfCase { readonly localAreaId: LocalAreaId; readonly id: CaseId }

/**
 * For whom the list is made. A family member reads of staff and of themselves, never of another family member: separated parents do
 * not learn of each other when they look; and not of an emergency opening that is kept from the family for now.
 */
export type Reader = { readonly kind: 'staff' } | { readonly kind: 'family'; readonly personId: PersonId }

const isOfFamily = sql<SqlBool>`(string_to_array(r.parts, ',') && ${[...ofFamily, 'representative']}::text[]
  or exists (select 1 from case_party f where f.local_area_id = r.local_area_id and f.case_id = k.case_id and f.person_id = r.person_id and f.part = any(${[...familyRowParts]}::text[]))
  or (r.parts = '' and not exists (select 1 from membership m where m.person_id = r.person_id)))`

/** Records of people who had this case before them. What was refused showed nothing; what the hub does by itself looks at nothing. */
function records({ localAreaId, id }: OfCase, reader: Reader, since: Instant): RawBuilder<unknown> {
  const mayRead = reader.kind === 'staff' ? sql<SqlBool>`true` : sql<SqlBool>`(r.person_id = ${reader.personId} or not ${isOfFamily})
    and not exists (select 1 from break_glass w where w.local_area_id = r.local_area_id and w.id = r.break_glass_id and w.withheld_reason is not null)`
  const columns = sql`r.local_area_id, r.seq, r.at, r.person_id, r.organisation_id, r.parts, r.route, r.act, r.break_glass_id`
  const shown = sql`r.outcome = 'done' and r.cases > 0 and r.actor = 'person' and r.at >= ${since}`
  return sql`(
    select ${columns}, ${id}::uuid as case_id, ${isOfFamily} as is_family from audit_record r, (select ${id}::uuid as case_id) k
      where r.local_area_id = ${localAreaId} and r.case_id = ${id} and ${shown} and ${mayRead}
    union all
    select ${columns}, ${id}::uuid, ${isOfFamily} from audit_record r, (select ${id}::uuid as case_id) k
      where r.other_case_ids @> array[${id}::uuid] and r.other_case_ids <> '{}' and r.case_id is distinct from ${id} and ${shown} and ${mayRead})`
}

/** Sittings, the latest first, with how many there are in all. */
export async function listSittings(
  tx: Tx, ofCase: OfCase, reader: Reader, { since, limit, offset }: { since: Instant; limit: number; offset: number },
): Promise<{ sittings: Sitting[]; total: number }> {
  const { rows } = await sql<{
    personId: PersonId; name: string; profession: string | null; organisation: string | null; isFamily: boolean; fromAt: Instant; toAt: Instant
    parts: string[]; routes: string[]; acts: string[]; breakGlassId: BreakGlassId | null; reasonCode: string | null; words: string | null; isWithheld: boolean; total: number
  }>`
    with seen as ${records(ofCase, reader, since)},
      marked as (select s.*, case when s.at - lag(s.at) over own <= ${pause} and s.break_glass_id is not distinct from lag(s.break_glass_id) over own then 0 else 1 end as begins
        from seen s window own as (partition by s.person_id order by s.at, s.seq)),
      numbered as (select m.*, sum(m.begins) over (partition by m.person_id order by m.at, m.seq) as sitting from marked m),
      sat as (select n.person_id, n.sitting, min(n.at) as from_at, max(n.at) as to_at, bool_or(n.is_family) as is_family, array_agg(distinct n.route) as routes,
          array_remove(array_agg(distinct n.act), null) as acts, array_remove(string_to_array(string_agg(distinct nullif(n.parts, ''), ','), ','), '') as parts,
          (array_agg(n.organisation_id order by n.at desc) filter (where n.organisation_id is not null))[1] as organisation_id,
          (array_agg(n.break_glass_id) filter (where n.break_glass_id is not null))[1] as break_glass_id
        from numbered n group by n.person_id, n.sitting)
    select s.person_id, p.full_name as name, p.profession, s.is_family, s.from_at, s.to_at, coalesce(s.parts, '{}') as parts, s.routes, s.acts,
      coalesce(coalesce(o.service || ', ', '') || o.name,
        (select string_agg(distinct coalesce(mo.service || ', ', '') || mo.name, '; ') from membership m join organisation mo on mo.id = m.organisation_id where m.person_id = s.person_id)) as organisation,
      s.break_glass_id, b.reason_code, b.words, coalesce(b.withheld_reason is not null, false) as is_withheld, count(*) over () as total
    from sat s join person p on p.id = s.person_id
      left join organisation o on o.id = s.organisation_id
      left join break_glass b on b.local_area_id = ${ofCase.localAreaId} and b.id = s.break_glass_id
    order by s.to_at desc, s.person_id limit ${limit} offset ${offset}`.execute(tx.db)
  return {
    total: rows[0]?.total ?? 0,
    sittings: rows.map((row) => ({
      personId: row.personId, name: row.name, isFamily: row.isFamily, from: row.fromAt, to: row.toAt, parts: [...new Set(row.parts)], routes: row.routes, acts: row.acts,
      ...(row.organisation === null || row.isFamily ? {} : { organisation: row.organisation }), ...(row.profession === null ? {} : { profession: row.profession }),
      ...(row.breakGlassId === null || row.reasonCode === null ? {} : { emergency: { id: row.breakGlassId, reasonCode: row.reasonCode, words: row.words ?? '', isWithheld: row.isWithheld } }),
    })),
  }
}
