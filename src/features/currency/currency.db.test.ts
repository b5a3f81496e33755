import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import { onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { explain, statementsOf } from '../../../test/harness/statements.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { recordFact } from '../../casebook/ledger.ts'
import { ownUndoings } from '../../casebook/undoings.ts'
import { confirmLines } from '../../casebook/plan/confirm-lines.ts'
import { saveCurrencyRule } from '../../casebook/plan/currency-rule.ts'
import { keepCurrency, rebuildCurrency } from '../../casebook/plan/keep-currency.ts'
import { readPlanInForce } from '../../casebook/plan/plan-record.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { addDays, plainDateOf } from '../../domain/calendar/plain-date.ts'
import { yearGroupOn } from '../../domain/calendar/school-year.ts'
import { lastMoveOn } from '../../domain/currency/last-move.ts'
import type { CurrencyRule } from '../../domain/currency/rule.ts'
import { scoredSections, usualRule } from '../../domain/currency/rule.ts'
import type { SectionDays } from '../../domain/currency/scores.ts'
import { planScore, scoreOf } from '../../domain/currency/scores.ts'
import type { ReviewId } from '../../domain/ids.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { listPlans, readFigures, standings } from './currency-store.ts'
import { foldNewPlans } from './months/fold-new-plans.ts'
import { takeMonth } from './months/take-month.ts'

const now = '2027-01-12T10:00:00.000Z'
const area = demoAreaId('wendmere')
const other = demoAreaId('tarn-valley')

describe('how old plans are, in the database', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now })
    key = await anIssuedPlan(hub)
  })
  after(() => hub.close())

  const asSystem = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction({ house: hub.house, viewer: system, page: 'test' }, run)
  const rowOf = () => hub.fresh.db.selectFrom('planCurrency').selectAll().where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()
  const rebuild = (repair = false) => rebuildCurrency({ house: hub.house, viewer: system, page: 'test' }, { repair })

  it('is kept in the transaction that issued the plan, and folding again finds no difference', async () => {
    const row = await rowOf()
    assert.equal(row.issuedOn, '2027-01-12')
    assert.equal(row.oldestOn, '2027-01-12')
    assert.ok(row.lineDays.length > 5)
    assert.deepEqual((await rebuild()).different, [])
  })

  it('does not change by being read, nor by the passing of days', async () => {
    const asIssued = await rowOf()
    hub.setNow('2029-01-12T10:00:00.000Z')
    await (await hub.as('hattie')).get(`/wendmere/cases/${key.caseId}/plan/currency`)
    assert.deepEqual((await rebuild()).different, [])
    hub.setNow(now)
    assert.deepEqual(await rowOf(), asIssued)
  })

  it('follows a confirmation in its own transaction: of that line alone, and never makes anything older', async () => {
    hub.setNow('2028-03-01T10:00:00.000Z')
    const was = await rowOf()
    const reviewId = '00000000-0000-4000-8000-000000000001' as ReviewId
    await onCase(hub, key, async (record) => { await record({ type: 'review-meeting-held', reviewId, noInstitution: false }, '2028-02-28') })
    await asSystem(async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const inForce = await readPlanInForce(tx, caseFile)
      const inG = inForce?.record.versions.at(-1)?.lines.filter(({ section }) => section === 'G') ?? []
      await confirmLines(tx, caseFile, { reviewId, on: tx.today, as: 'still-right', lines: inG.map(({ id, revision }) => ({ lineId: id, revision })) })
    })
    const row = await rowOf()
    assert.equal(row.gOn, '2028-03-01')
    for (const column of ['bOn', 'fOn', 'eOn', 'oldestOn', 'halfOn'] as const) assert.equal(row[column], was[column], column)
    assert.ok(row.lineDays.every((day, place) => day >= (was.lineDays[place] ?? '')))
    assert.deepEqual((await rebuild()).different, [])
  })

  it('goes back when the decision that confirmed is taken back before it left', async () => {
    const was = await rowOf()
    hub.setNow('2028-03-20T10:00:00.000Z')
    const seq = await asSystem(async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const decision = await recordFact(tx, caseFile, { type: 'review-decision-notified', reviewId: '00000000-0000-4000-8000-000000000001' as ReviewId, outcome: 'maintain' })
      const inF = (await readPlanInForce(tx, caseFile))?.record.versions.at(-1)?.lines.filter(({ section }) => section === 'F') ?? []
      await confirmLines(tx, caseFile, { on: tx.today, as: 'still-right', lines: inF.map(({ id, revision }) => ({ lineId: id, revision })) })
      return decision.seq
    })
    assert.equal((await rowOf()).fOn, '2028-03-20')
    hub.setNow('2028-03-20T10:05:00.000Z')
    await asSystem(async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const decision = caseFile.facts.find((fact) => fact.seq === seq)
      await recordFact(tx, caseFile, { type: 'sending-taken-back', sendingId: 'x', act: 'decide-review' }, { corrects: seq })
      for (const one of ownUndoings) if (decision !== undefined && one.of === decision.type) await one.undo(tx, caseFile, decision)
    })
    assert.deepEqual(await rowOf(), was)
    assert.deepEqual((await rebuild()).different, [])
  })

  it('is found wrong, and put right, when a row was changed by hand or is missing', async () => {
    await hub.fresh.db.updateTable('planCurrency').set({ fOn: plainDateOf('1999-01-01') }).where('caseId', '=', key.caseId as never).execute()
    assert.deepEqual((await rebuild()).different.map(({ columns }) => columns), [['fOn']])
    await rebuild(true)
    assert.deepEqual((await rebuild()).different, [])
    await hub.fresh.db.deleteFrom('planCurrency').where('caseId', '=', key.caseId as never).execute()
    await foldNewPlans.run({ house: hub.house, viewer: system, page: 'test' }, null)
    assert.deepEqual((await rebuild()).different, [])
  })

  it('goes with a plan that is taken back', async () => {
    const row = await rowOf()
    await asSystem(async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      await tx.db.updateTable('planVersion').set({ label: 'Final plan, taken back before it was sent', supersededOn: tx.today }).where('id', '=', row.versionId).execute()
      await keepCurrency(tx, caseFile)
    })
    assert.equal(await hub.fresh.db.selectFrom('planCurrency').selectAll().where('caseId', '=', key.caseId as never).executeTakeFirst(), undefined)
  })

  describe('over thousands of plans', () => {
    before(async () => {
      hub.setNow('2027-01-12T10:00:00.000Z')
      await manyPlans(hub, 5_000)
    })

    const rules: readonly (readonly [string, CurrencyRule])[] = [
      ['the usual rule', usualRule],
      ['a rule with a year before a move, H1 counting, and its own months', { ...usualRule, monthsBeforeMove: 7, sections: { ...usualRule.sections, H1: { amberAfter: 3, redAfter: 8, counts: true }, F: { amberAfter: 13, redAfter: 18, counts: true } } }],
      ['a rule to which moves are nothing', { ...usualRule, moveMakesRed: false }],
    ]
    for (const [name, rule] of rules) {
      it(`scores every plan as the rule does: ${name}`, async () => {
        const { rows } = await asSystem((tx) => listPlans(tx, other, rule, {}, { limit: 10_000, offset: 0 }))
        const kept = new Map((await hub.fresh.db.selectFrom('planCurrency').selectAll().where('localAreaId', '=', other).execute()).map((row) => [String(row.caseId), row]))
        assert.equal(rows.length, 5_000)
        const today = plainDateOf('2027-01-12')
        for (const { caseId, standing, sections, bornOn, yearGroup } of rows) {
          const row = kept.get(caseId)
          if (row === undefined) { assert.equal(standing, 'not-here'); continue }
          assert.equal(yearGroup, yearGroupOn(bornOn, today))
          const on = { today, movedOn: lastMoveOn(yearGroup, today) }
          const columns = { B: row.bOn, C: row.cOn, D: row.dOn, E: row.eOn, F: row.fOn, G: row.gOn, H1: row.h1On, H2: row.h2On }
          const days = Object.fromEntries(scoredSections.flatMap((section) => (columns[section] === null ? [] : [[section, columns[section]]]))) as SectionDays
          for (const section of scoredSections) assert.equal(sections[section], scoreOf(rule, section, days[section], on), `${caseId} ${section}`)
          assert.equal(standing, planScore(rule, days, on), caseId)
        }
        const figures = await asSystem((tx) => readFigures(tx, other, rule))
        for (const standing of standings) assert.equal(figures.counts[standing], rows.filter((row) => row.standing === standing).length, standing)
        assert.equal(figures.all, standings.reduce((sum, standing) => sum + figures.counts[standing], 0))
        for (const section of scoredSections) assert.equal(Object.values(figures.sections[section]).reduce((sum, count) => sum + count, 0), figures.all - figures.counts['not-here'])
      })
    }

    it('comes oldest first, with each day as old as the one before or newer', async () => {
      const { rows } = await asSystem((tx) => listPlans(tx, other, usualRule, {}, { limit: 10_000, offset: 0 }))
      const days = rows.map(({ oldestOn }) => oldestOn ?? '9999')
      assert.deepEqual(days, days.toSorted())
    })

    it('is a page of the same few statements as for one plan', async () => {
      const aled = await hub.as('aled')
      const hattie = await hub.as('hattie')
      const many = await statementsOf(() => aled.get('/tarn-valley/currency'))
      assert.equal(aled.status, 200)
      const few = await statementsOf(() => hattie.get('/wendmere/currency'))
      assert.equal(hattie.status, 200)
      assert.equal(many.length, few.length)
      const list = many.find(({ text }) => text.includes('plan_currency') && text.includes('limit'))
      assert.ok(list !== undefined)
      const plan = await explain(hub, list)
      // Each table once, whatever the number of plans: never one look for each.
      assert.doesNotMatch(plan, /Seq Scan on plan_currency[^\n]*loops=[2-9]/)
      process.stdout.write(`# 5,000 plans: ${many.length} statements, the list in ${/Execution Time: ([\d.]+ ms)/.exec(plan)?.[1] ?? 'unknown'}\n`)
    })

    it('is written down once a month by the worker, with the rule of the day, and never twice', async () => {
      await asSystem((tx) => takeMonth.run({ house: hub.house, viewer: system, page: 'test' }, tx.today))
      const months = () => hub.fresh.db.selectFrom('currencyMonth').selectAll().where('localAreaId', '=', other).orderBy('month').execute()
      const [first] = await months()
      const figures = await asSystem((tx) => readFigures(tx, other, usualRule))
      assert.deepEqual([first?.month, first?.takenOn, first?.red, first?.oldestMonths, first?.halfMonths], ['2027-01-01', '2027-01-12', figures.counts.red, figures.oldestMonths, figures.halfMonths])
      await asSystem((tx) => saveCurrencyRule(tx, other, { ...usualRule, moveMakesRed: false }, { reason: 'test', by: demoPersonId('aled') }))
      await takeMonth.run({ house: hub.house, viewer: system, page: 'test' }, null)
      assert.deepEqual(await months(), [first])
      hub.setNow('2027-02-03T10:00:00.000Z')
      await takeMonth.run({ house: hub.house, viewer: system, page: 'test' }, null)
      const both = await months()
      assert.deepEqual(both.map(({ month }) => month), ['2027-01-01', '2027-02-01'])
      assert.ok((both[1]?.red ?? 0) < (first?.red ?? 0), 'the new rule holds for the new month alone')
    })

    it('is of one area: nothing of the other is counted', async () => {
      const figures = await asSystem((tx) => readFigures(tx, area, usualRule))
      assert.equal(figures.all, 1)
    })
  })
})

/** Plans in force of the other area, as rows: days and births spread over years, some without words here. */
async function manyPlans(hub: Hub, count: number): Promise<void> {
  const day = (seed: string) => sql.raw(`case when (n * ${seed}) % 11 = 0 then null else date '2027-01-12' - ((n * ${seed}) % 1200) end`)
  await sql`
    with made as (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id, gen_random_uuid() as plan_id from generate_series(1, ${count}::int) n),
      children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${other}::uuid, child_id, 'Child', 'No' || n, date '2024-11-30' - ((n * 7) % 8000) from made),
      files as (insert into case_file (local_area_id, id, child_id, reference, opened_at, stage, received_on, clocks_seq)
        select ${other}::uuid, case_id, child_id, 'N-' || n, now(), case n % 3 when 0 then 'maintained' when 1 then 'reviewing' else 'amending' end, '2024-06-01', 0 from made),
      plans as (insert into plan (local_area_id, id, case_id, started_at) select ${other}::uuid, plan_id, case_id, now() from made)
    insert into plan_currency (local_area_id, plan_id, case_id, version_id, issued_on, b_on, c_on, d_on, e_on, f_on, g_on, h1_on, h2_on, oldest_on, half_on, line_days, need_areas)
      select ${other}::uuid, plan_id, case_id, gen_random_uuid(), ${addDays(plainDateOf('2027-01-12'), -100)}::date, b, c, d, e, f, g, h1, h2, least(b, c, d, e, f, g), greatest(b, f), array_remove(array[b, c, d, e, f, g, h1, h2], null), '{}'
      from (select *, ${day('13')} as b, ${day('17')} as c, ${day('19')} as d, ${day('23')} as e, ${day('29')} as f, ${day('31')} as g, ${day('37')} as h1, ${day('41')} as h2 from made where n % 50 <> 0) m`.execute(hub.fresh.db)
  await sql`analyze`.execute(hub.fresh.db)
}
