// The first page of an area's work must cost the same inside a big database as alone: as many statements, and each by index.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { explain, statementsOf } from '../../../test/harness/statements.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

describe('the first page of today’s work', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  /** Cases with open limits over the next and the last weeks, as rows: thousands in a second. */
  async function fill(localAreaId: string, cases: number, officer: string | null = null): Promise<void> {
    const { db } = hub.fresh
    await sql`
      with made as (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id from generate_series(1, ${cases}::int) n),
        children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${localAreaId}::uuid, child_id, 'Child', 'No' || n, '2017-05-04' from made),
        files as (insert into case_file (local_area_id, id, child_id, reference, case_officer_id, opened_at, stage, received_on, next_step, next_due_on, next_holder, clocks_seq)
          select ${localAreaId}::uuid, case_id, child_id, 'N-' || n, case when n % 30 = 0 then ${officer}::uuid end, now(),
            case when n % 20 = 0 then 'assessing' else 'maintained' end, '2026-06-01', 'advice', date '2026-09-14' + n % 200, 'advisers', 0 from made)
      insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on, met_on, met_by)
        select ${localAreaId}::uuid, case_id, 'ASMT-' || lpad(c::text, 2, '0'), 'request 1', 'request', 'limit', 'law', 'council', '2026-06-01', 1,
          date '2026-09-14' + (n * 7 + c * 13) % 400 - 10, case when c <> 10 then date '2026-07-01' end, case when c <> 10 then 2 end
        from made, unnest(array[2, 6, 10]) c`.execute(db)
    await sql`analyze`.execute(db)
  }

  it('takes as many statements inside a country as alone, and goes through no table of the country', async () => {
    await fill(demoAreaId('wendmere'), 600, demoPersonId('hattie'))
    const officer = await hub.as('hattie')
    await officer.get(paths.home())
    const alone = await statementsOf(() => officer.get(paths.home()))
    assert.match(officer.words, /Today’s work \(/)
    const text = officer.words
    for (let n = 0; n < 12; n++) {
      const id = hub.house.newId<never>()
      await hub.fresh.db.insertInto('localArea').values({ id, code: `other-${n}`, name: `Other ${n}`, councilName: `Other ${n} Council` }).execute()
      await fill(id, 3000)
    }
    await officer.get(paths.home())
    const inside = await statementsOf(() => officer.get(paths.home()))
    assert.equal(officer.words, text)
    assert.equal(inside.length, alone.length)
    const lists = inside.filter(({ text: statement }) => statement.includes('pressing'))
    assert.equal(lists.length, 1)
    for (const statement of lists) {
      const plan = await explain(hub, statement)
      for (const table of ['clock', 'case_file', 'child']) assert.doesNotMatch(plan, new RegExp(`Seq Scan on ${table}\\b`), plan)
    }
  })
})
