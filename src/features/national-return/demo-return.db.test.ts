// The return of the whole demonstration area: by the schema of each year through an engine of its own, and by the check of the hub.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { readSen2 } from '../../../test/builders/read-sen2.ts'
import { expectOfSchema } from '../../../test/builders/schema-says.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { writeReturn } from '../../casebook/return/write-return.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { askedFor } from '../../domain/sen2/from-record/record-for-return.ts'
import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import { unpackCases } from '../demo/demo-cases-store.ts'
import { demoAreaId } from '../demo/seed-world.ts'
import { writeCommand } from './write-command.ts'

const area = demoAreaId('wendmere')
const on = plainDateOf('2026-11-22')

/** Why a fault is in the return of the demonstration, whose rows say what the pages of a real area would be asked for. */
const explained: Readonly<Record<string, string>> = {
  'R-P15': 'an address without a postcode, or a protected one', 'R-V14': 'a review that is overdue', 'R-R17': 'a child went to a council that is invented, and in no list',
  'R-V22': 'the test below names a type of setting in every plan', 'R-L01': 'a demonstration has none of some',
}

describe('the return of the demonstration area', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2026-11-22T10:00:00.000Z' })
    await unpackCases(hub.fresh.db, hub.house.files, readFileSync(path.resolve('demo', 'cases.json.gz')))
    await sayWhatIsMissing(hub)
  })
  after(() => hub.close())

  const write = async (year: ReturnYear): Promise<{ readonly text: string; readonly written: Awaited<ReturnType<typeof writeReturn>> }> => {
    let text = ''
    const written = await writeReturn(await hub.occasion('system'), area, askedFor(year, on), 7, (piece) => { text += piece })
    return { text, written }
  }

  for (const year of [2024, 2025, 2026] as const) {
    it(`is right for the schema of ${year}, and has no fault that is not explained`, async () => {
      const { text, written } = await write(year)
      assert.ok(written.people >= 10, String(written.people))
      await expectOfSchema(text, year)
      assert.deepEqual(Object.keys(written.rules).filter((id) => explained[id] === undefined), [])
    })
  }

  it('counts what is in it, and is the same file every time', async () => {
    const [{ text, written }, again] = [await write(2026), await write(2026)]
    assert.equal(again.written.sha256, written.sha256)
    const { persons, header, faults } = await readSen2(text, { year: 2026, on: askedFor(2026, on) })
    // The check while it is made finds what the check of the file finds.
    const counts: Record<string, number> = {}
    for (const { rule } of faults) counts[rule.id] = (counts[rule.id] ?? 0) + 1
    assert.deepEqual(counts, written.rules)
    assert.equal(persons.length, written.people)
    assert.equal(persons.reduce((sum, { Requests }) => sum + Requests.length, 0), Object.values(written.groups).reduce((sum, count) => sum + count, 0))
    assert.equal(persons.flatMap(({ Requests }) => Requests).filter(({ ActivePlans, Assessment }) => ActivePlans !== undefined && Assessment?.NamedPlan?.CeaseDate === undefined).length, written.groups.active)
    assert.deepEqual(header?.Source, { SourceLevel: 'L', LEA: '330', SoftwareCode: 'Golden Thread', Release: '0.1', SerialNo: '007', DateTime: '2026-11-22T10:00:00', DMO: 'Y', DCO: 'N', DSCO: 'R' })
  })

  it('is read by the system alone', async () => {
    await assert.rejects(writeReturn(await hub.occasion('meera'), area, askedFor(2026, on), 1, () => undefined), /only the system/)
  })

  it('is written by the command, with a number and a line', async () => {
    const said = { out: '', err: '' }
    const doors = { out: (text: string) => { said.out += text; return Promise.resolve() }, err: (text: string) => { said.err += text } }
    const occasion = await hub.occasion('system')
    const status = await writeCommand(occasion, ['--area', 'wendmere', '--year=2026', '--on', on], doors)
    assert.match(said.err, /^Wendmere.*, 2026, serial 001: \d+ people, \d+ errors, \d+ queries\.\n$/)
    assert.equal(status, / 0 errors/.test(said.err) ? 0 : 1)
    assert.equal(said.out, (await write(2026)).text.replace('<SerialNo>007', '<SerialNo>001'))
    for (const words of [['--area', 'nowhere', '--year', '2026'], ['--area', 'wendmere', '--year', '2027'], ['--area', 'wendmere', '--year', '2026', '--on', '2026-02-30'], ['--what']]) assert.equal(await writeCommand(occasion, words, doors), 2)
    const rows = await hub.fresh.db.selectFrom('returnMade').select(['serial', 'askedBy', 'madeAt']).execute()
    assert.deepEqual(rows.map(({ serial, askedBy, madeAt }) => [serial, askedBy, madeAt !== null]), [[1, null, true]])
  })
})

/** What no page of the demonstration has asked for yet: needs, what plans name, of each place whether it is in a unit, and the council's own lines. */
async function sayWhatIsMissing({ fresh: { db } }: Hub): Promise<void> {
  await sql`update local_area set authority_number = '330', medical_officer = 'Y', clinical_officer = 'N', social_care_officer = 'R' where id = ${area}`.execute(db)
  await sql`update child_setting set sen_unit = coalesce(sen_unit, false), resourced = coalesce(resourced, false)`.execute(db)
  await sql`update request set in_youth_accommodation = coalesce(in_youth_accommodation, false)`.execute(db)
  await sql`update child set ethnicity_code = coalesce(ethnicity_code, 'NOBT'), sex = case when sex in ('M', 'F') then sex else 'F' end, upn_unknown = case when upn is null and uln is null then coalesce(upn_unknown, 'UN5') end`.execute(db)
  await sql`insert into child_need (local_area_id, id, child_id, need, rank, from_on, recorded_at) select local_area_id, gen_random_uuid(), id, 'SLCN', 1, born_on, now() from child c
    where not exists (select 1 from child_need n where n.local_area_id = c.local_area_id and n.child_id = c.id)`.execute(db)
  await sql`insert into named_setting (local_area_id, id, plan_id, sen_setting, sen_setting_other, sen_unit, resourced, from_on, recorded_at)
    select local_area_id, gen_random_uuid(), id, 'OTH', 'A type of setting', false, false, '2014-09-01', now() from plan p
    where not exists (select 1 from named_setting n where n.local_area_id = p.local_area_id and n.plan_id = p.id)`.execute(db)
  await sql`insert into child_setting (local_area_id, id, child_id, sen_setting, sen_setting_other, sen_unit, resourced, from_on)
    select local_area_id, gen_random_uuid(), id, 'NIEO', 'Not said', false, false, born_on from child c
    where not exists (select 1 from child_setting s where s.local_area_id = c.local_area_id and s.child_id = c.id)`.execute(db)
}
