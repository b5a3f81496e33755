// Plans in force as rows: thousands in a second, each with the clock of its next review. For tests of what a list costs.

import { sql } from 'kysely'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

/** With `transfers`, each is in the cohort of that year too. */
export async function manyPlans(hub: Hub, count: number, { dueFrom = '2026-10-01', transfers }: { dueFrom?: string; transfers?: number } = {}): Promise<void> {
  const area = demoAreaId('wendmere')
  await sql`
    with made as materialized (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id, gen_random_uuid() as transfer_id from generate_series(1, ${count}::int) n),
      children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${area}::uuid, child_id, 'Many', 'No' || n, '2016-03-03' from made),
      files as (insert into case_file (local_area_id, id, child_id, reference, case_officer_id, opened_at, stage, tracks, received_on, clocks_seq)
        select ${area}::uuid, case_id, child_id, 'M-' || substr(case_id::text, 1, 13), ${demoPersonId('hattie')}::uuid, now(), 'maintained', '{"process":"maintained","placement":"attending"}', '2025-01-01', 1 from made),
      settings as (insert into child_setting (local_area_id, id, child_id, organisation_id, from_on) select ${area}::uuid, gen_random_uuid(), child_id, ${demoOrganisationId('larkfell')}::uuid, '2024-09-01' from made),
      parts as (insert into case_party (local_area_id, id, case_id, organisation_id, part, basis, from_on) select ${area}::uuid, gen_random_uuid(), case_id, ${demoOrganisationId('larkfell')}::uuid, 'school', 'attends', '2024-09-01' from made),
      limits as (insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on)
        select ${area}::uuid, case_id, 'REV-01', 'plan 1', 'plan', 'limit', 'law', 'council', ${dueFrom}::date - 365 + n % 365, 1, ${dueFrom}::date + n % 365 from made),
      cohort as (insert into phase_transfer (local_area_id, id, case_id, year, standing, kind, because, strict_on, made_at)
        select ${area}::uuid, transfer_id, case_id, ${transfers ?? 0}::int, 'moves', 'primary-to-secondary', 'last-year', make_date(${transfers ?? 2000}::int, 2, 14), now() from made where ${transfers !== undefined})
    insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on)
    select ${area}::uuid, case_id, 'PT-01', transfer_id::text, 'transfer', 'limit', 'law', 'council', make_date(${transfers ?? 2000}::int, 1, 1), 2, make_date(${transfers ?? 2000}::int, 2, 14) from made where ${transfers !== undefined}`.execute(hub.fresh.db)
}
