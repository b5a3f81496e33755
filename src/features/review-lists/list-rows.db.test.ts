// The second lock on the tables of lists and cohorts: rows asked for with no predicate at all, by people of every role.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { read } from '../../casebook/tx.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

describe('rows of lists and cohorts', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    const { caseId } = await aMaintainedCase(hub)
    const area = demoAreaId('wendmere')
    for (const [n, kind, body] of [[1, 'setting', 'larkfell'], [2, 'health', 'icb'], [3, 'social-care', 'social-care']] as const) {
      const id = `00000000-0000-7000-8000-00000000000${n}`
      await sql`insert into review_list (local_area_id, id, organisation_id, kind, term_starts_on, term_ends_on, made_at, reviews) values (${area}, ${id}, ${demoOrganisationId(body)}, ${kind}, '2026-09-01', '2026-12-31', now(), 1)`.execute(hub.fresh.db)
      await sql`insert into review_list_row (local_area_id, list_id, case_id, reference, child_name, born_on, setting_names, kinds) values (${area}, ${id}, ${caseId}, 'W-1', 'Rewan', '2018-01-01', '', '{}')`.execute(hub.fresh.db)
    }
    await sql`insert into setting_phase (local_area_id, organisation_id, phase, lowest_year, highest_year, recorded_at) values (${area}, ${demoOrganisationId('larkfell')}, 'primary', 0, 6, now())`.execute(hub.fresh.db)
    const bulk = '00000000-0000-7000-8000-0000000000b1'
    await sql`insert into bulk_consultation (local_area_id, id, year, organisation_ids, begun_by, begun_at) values (${area}, ${bulk}, 2027, '{}', ${demoPersonId('hattie')}, now())`.execute(hub.fresh.db)
    await sql`insert into bulk_consultation_item (local_area_id, id, bulk_id, case_id, organisation_ids, state) values (${area}, ${bulk}, ${bulk}, ${caseId}, '{}', 'waiting')`.execute(hub.fresh.db)
  })
  after(() => hub.close())

  const seen = async (who: string): Promise<Record<string, number>> => {
    const occasion = await hub.occasion(who)
    return read(occasion, async (tx) => {
      const counts: Record<string, number> = {}
      for (const table of ['review_list', 'review_list_row', 'setting_phase', 'bulk_consultation', 'bulk_consultation_item']) {
        counts[table] = (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx.db)).rows[0]?.n ?? -1
      }
      return counts
    })
  }
  const only = (lists: number, rows: number) => ({ review_list: lists, review_list_row: rows, setting_phase: 0, bulk_consultation: 0, bulk_consultation_item: 0 })

  it('are shown to the council', async () => {
    assert.deepEqual(await seen('tom'), { review_list: 3, review_list_row: 3, setting_phase: 1, bulk_consultation: 1, bulk_consultation_item: 1 })
  })

  it('are shown to whoever reads a body’s lists; what a setting reads of its children it reads in their cases', async () => {
    assert.deepEqual(await seen('debra'), only(1, 0))
    assert.deepEqual(await seen('agnes'), only(1, 1))
    assert.deepEqual(await seen('corinne'), only(1, 1))
  })

  it('are shown to nobody else: another council, another school, an adviser of the same body, a school’s administrator, a family', async () => {
    for (const who of ['aled', 'idwal', 'marguerite', 'maud', 'shno']) assert.deepEqual(await seen(who), only(0, 0), who)
  })
})
