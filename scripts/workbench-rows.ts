// The rows of an area for benchmarks, made in SQL in seconds: cases, clocks (12 of each) and messages.

import { sql } from 'kysely'
import type { Hub } from '../test/harness/hub.ts'

const officersOfArea = 14

/** One area's cases, dealt out among its officers: a tenth under assessment, the rest maintained; two in five with an open limit near. */
export async function fillArea({ fresh: { db }, house }: Hub, localAreaId: string, plans: number, firstOfficer?: string): Promise<void> {
  const officers = Array.from({ length: officersOfArea }, (_, index) => (index === 0 && firstOfficer !== undefined ? firstOfficer : house.newId<never>()))
  await db.insertInto('person').values(officers.filter((id) => id !== firstOfficer).map((id, index) => ({ id: id as never, fullName: `Officer ${index}`, createdAt: house.clock.now() }))).execute()
  await sql`
    with made as (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id, (${officers}::uuid[])[1 + n % ${officersOfArea}::int] as officer from generate_series(1, ${plans}::int) n),
      children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${localAreaId}::uuid, child_id, 'Child', 'No' || n, date '2008-05-04' + n % 5000 from made),
      files as (insert into case_file (local_area_id, id, child_id, reference, case_officer_id, opened_at, stage, received_on, next_step, next_due_on, next_holder, clocks_seq)
        select ${localAreaId}::uuid, case_id, child_id, 'N-' || n, officer, now(), case when n % 10 = 0 then 'assessing' else 'maintained' end, '2026-06-01',
          case when n % 10 = 0 then 'advice' else 'first-review' end, date '2026-09-14' + n % 200, case when n % 10 = 0 then 'advisers' else 'council' end, 0 from made),
      letters as (insert into message (local_area_id, id, case_id, author_id, from_family, with_person_id, channel, body, sent_at)
        select ${localAreaId}::uuid, gen_random_uuid(), case_id, officer, true, officer, 'hub', 'When will we hear?', timestamptz '2026-09-10 10:00+00' from made where n % 50 = 0)
    insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on, met_on, met_by)
      select ${localAreaId}::uuid, case_id, (array['ASMT-10', 'ASMT-01', 'ASMT-02', 'ASMT-03', 'ASMT-06', 'REV-01', 'REV-07', 'REV-08', 'REV-09', 'REV-11', 'REV-12', 'PLAN-01'])[c], 'request 1', 'request', 'limit', 'law', 'council', '2026-06-01', 1,
        date '2026-09-14' + (n * 7 + c * 13) % 400 - 10, case when c <> 1 or n % 5 > 1 then date '2026-07-01' end, case when c <> 1 or n % 5 > 1 then 2 end
      from made, generate_series(1, 12) c`.execute(db)
}
