// Overdue work and rates against a table of cases worked out by hand. It is Monday 14 September 2026.
//
// | Case | Meeting | Decision due | Decided | Twelve weeks | Amended final |
// |---|---|---|---|---|---|
// | A | 3 March | 31 March | amend 31 March, its last day | 26 May | 26 May, its last day |
// | B | 4 March | 1 April | amend 2 April, a day late | 27 May | 20 June, late |
// | C | 1 May | 29 May | nothing recorded | 24 July | |
// | D | 10 June | 8 July | amend 30 June | 2 September | not out |
// | E | 1 July | 29 July | amend 20 July, notice 10 September | 23 September | not out, and not due |
// | F | 2 July | 30 July | maintain 5 August, late | | |
// | G | 10 March | 7 April | amend 1 April | 2 June | told on 1 May that there will be none |
// | H | 11 March | 8 April | amend 1 April | 3 June | told on 20 June, late, that there will be none |
// | I | 24 August | 21 September | moved away on 1 September | | |
// | J | 20 August | 17 September | nothing recorded, and not due | 12 November | |
//
// | Case | Request | Six weeks | Decided | Twenty weeks | Ended |
// |---|---|---|---|---|---|
// | P | 5 January | 16 February | no | 25 May | no |
// | Q | 20 July | 31 August | no | 7 December | no |
// | R | 2 February | 16 March | not to assess, 16 March | 22 June | by that |
// | S | 3 February | 17 March | to assess, 10 March | 23 June | no plan, 10 July |
// | T | 12 January | 23 February | to assess, 2 March, late | 1 June | final plan 1 June |
// | U | 1 February | 15 March | to assess, 10 March | 21 June | open, excused by the law |

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { aCase } from '../../../test/builders/a-case.ts'
import type { ReviewDays } from '../../../test/builders/a-maintained-case.ts'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { PlanVersionId } from '../../domain/ids.ts'
import { overdueKinds } from '../../domain/stock/overdue-kinds.ts'
import { lastPeriods } from '../../domain/stock/periods.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { countFlows } from './flow-store.ts'
import { countRates } from './rate-store.ts'
import { countOverdue, listOverdue } from './stock-store.ts'

const reviews: Readonly<Record<string, ReviewDays>> = {
  A: { meeting: '2026-03-03', decision: ['amend', '2026-03-31'], notice: '2026-04-01', amendedFinal: '2026-05-26' },
  B: { meeting: '2026-03-04', decision: ['amend', '2026-04-02'], amendedFinal: '2026-06-20' },
  C: { meeting: '2026-05-01' },
  D: { meeting: '2026-06-10', decision: ['amend', '2026-06-30'] },
  E: { meeting: '2026-07-01', decision: ['amend', '2026-07-20'], notice: '2026-09-10' },
  F: { meeting: '2026-07-02', decision: ['maintain', '2026-08-05'] },
  G: { meeting: '2026-03-10', decision: ['amend', '2026-04-01'], notAmending: '2026-05-01' },
  H: { meeting: '2026-03-11', decision: ['amend', '2026-04-01'], notAmending: '2026-06-20' },
  I: { meeting: '2026-08-24' },
  J: { meeting: '2026-08-20' },
}
const today = plainDateOf('2026-09-14')
const quarters = lastPeriods('quarter', 3, today)
const months = lastPeriods('month', 9, today)
const everything = { limit: 100, offset: 0 }

describe('overdue work and rates', () => {
  let hub: Hub
  const cases = new Map<string, CaseKey>()
  before(async () => {
    hub = await aHub()
    for (const [name, days] of Object.entries(reviews)) cases.set(name, await aMaintainedCase(hub, { givenName: name, familyName: 'Review', parents: [], reviews: [days] }))
    await onCase(hub, keyOf('I'), (record) => record({ type: 'moved-out-of-area', to: 'Tarn Valley' }, '2026-09-01'))
    for (const [name, receivedOn] of [['P', '2026-01-05'], ['Q', '2026-07-20'], ['R', '2026-02-02'], ['S', '2026-02-03'], ['T', '2026-01-12'], ['U', '2026-02-01']] as const) {
      cases.set(name, await aCase(hub, { givenName: name, familyName: 'Request', parents: [], receivedOn, officer: 'leona' }))
    }
    const decide = (name: string, outcome: 'assess' | 'not-assess', on: string): Promise<void> => onCase(hub, keyOf(name), (record, newId) => record({ type: 'assessment-decided', outcome, noticeId: newId<string>() }, on))
    await decide('R', 'not-assess', '2026-03-16')
    await decide('S', 'assess', '2026-03-10')
    await onCase(hub, keyOf('S'), (record, newId) => record({ type: 'plan-decided', outcome: 'no-plan', noticeId: newId<string>() }, '2026-07-10'))
    await decide('T', 'assess', '2026-03-02')
    await onCase(hub, keyOf('T'), async (record, newId) => {
      const versionId = newId<PlanVersionId>()
      await record({ type: 'plan-decided', outcome: 'issue', noticeId: newId<string>() }, '2026-04-20')
      await record({ type: 'draft-served', versionId, channel: 'hub', windowLastDay: plainDateOf('2026-05-15') }, '2026-05-01')
      await record({ type: 'final-issued', versionId, sha256: '0' }, '2026-06-01')
    })
    await decide('U', 'assess', '2026-03-10')
    await hub.fresh.db.updateTable('clock').set({ excusedBy: 'C' }).where('caseId', '=', keyOf('U').caseId as never).where('clockId', '=', 'ASMT-10').execute()
  })
  after(() => hub.close())

  const keyOf = (name: string): CaseKey => {
    const key = cases.get(name)
    if (key === undefined) throw new Error(`no case ${name}`)
    return key
  }
  const as = async <T>(person: string, run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(await hub.occasion(person), run)
  const hattie = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => as('hattie', run)

  it('list what is past its legal day and every amended plan that is not out, the oldest first', async () => {
    const { rows, total } = await hattie((tx) => listOverdue(tx, {}, everything))
    assert.deepEqual(rows.map(({ name, kind, sinceOn, decidedOn, legalOn, stage, turn }) => [name.slice(0, 1), kind, sinceOn, decidedOn, legalOn, stage, turn]), [
      ['P', 'new-plan', '2026-01-05', undefined, '2026-05-25', 'considering', 'council'],
      ['C', 'review-decision', '2026-05-01', undefined, '2026-05-29', 'decide', 'council'],
      ['Q', 'assess-decision', '2026-07-20', undefined, '2026-08-31', 'considering', 'council'],
      ['D', 'amended-plan', '2026-06-10', '2026-06-30', '2026-09-02', 'notice', 'council'],
      ['E', 'amended-plan', '2026-07-01', '2026-07-20', '2026-09-23', 'with-family', 'family'],
    ])
    assert.equal(total, 5)
  })

  it('are narrowed by kind, officer, turn, band, stage and the legal day', async () => {
    const names = (wanted: Parameters<typeof listOverdue>[1]) => hattie(async (tx) => (await listOverdue(tx, wanted, everything)).rows.map(({ name }) => name.slice(0, 1)).join(''))
    assert.equal(await names({ kind: 'amended-plan' }), 'DE')
    assert.equal(await names({ officer: demoPersonId('leona') }), 'PQ')
    assert.equal(await names({ officer: 'nobody' }), '')
    assert.equal(await names({ turn: 'family' }), 'E')
    assert.equal(await names({ band: 'under-4' }), 'QD')
    assert.equal(await names({ band: '13-to-26' }), 'PC')
    assert.equal(await names({ stage: 'notice' }), 'D')
    assert.equal(await names({ isPastOnly: true }), 'PCQD')
    assert.equal(await names({ kind: 'amended-plan', isPastOnly: true, officer: demoPersonId('leona') }), '')
  })

  it('are counted by kind and age band, the excused apart', async () => {
    const counts = await hattie(countOverdue)
    const none = { 'under-4': 0, '4-to-12': 0, '13-to-26': 0, '27-to-52': 0, 'over-52': 0 }
    assert.deepEqual(counts, {
      'amended-plan': { byBand: { ...none, 'under-4': 1 }, past: 1, ahead: 1, excused: 0 },
      'review-decision': { byBand: { ...none, '13-to-26': 1 }, past: 1, ahead: 1, excused: 0 },
      'new-plan': { byBand: { ...none, '13-to-26': 1 }, past: 1, ahead: 1, excused: 1 },
      'assess-decision': { byBand: { ...none, 'under-4': 1 }, past: 1, ahead: 0, excused: 0 },
    })
  })

  // By quarter of 2026: in time, all, still open, no decision, excused; then what was finished: in time, all.
  const expected = {
    'review-decision': [[1, 1, 0, 0, 0, 1, 1], [2, 4, 1, 0, 0, 3, 4], [2, 3, 0, 0, 0, 1, 2]],
    'amended-plan': [[0, 0, 0, 0, 0, 0, 0], [1, 3, 0, 0, 0, 1, 2], [0, 2, 2, 1, 0, 0, 0]],
    'assess-decision': [[3, 5, 1, 0, 0, 3, 4], [0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 0, 0]],
    'new-plan': [[0, 0, 0, 0, 0, 0, 0], [1, 2, 1, 0, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0]],
  }
  it('are rated by legal day and by completion, as worked out by hand', async () => {
    const rates = await hattie((tx) => countRates(tx, quarters))
    for (const kind of overdueKinds) {
      assert.deepEqual(rates[kind].map(({ due, completed, stillOpen, undecided, excused }) => [due.inTime, due.all, stillOpen, undecided, excused, completed.inTime, completed.all]), expected[kind], kind)
    }
  })

  it('give the same numbers by month, added up', async () => {
    const [byMonth, byQuarter] = await hattie(async (tx) => [await countRates(tx, months), await countRates(tx, quarters)] as const)
    const sums = (counts: readonly { due: { inTime: number; all: number }; completed: { inTime: number; all: number } }[]): number[] =>
      [0, 1, 2, 3].map((at) => counts.reduce((sum, { due, completed }) => sum + ([due.inTime, due.all, completed.inTime, completed.all][at] ?? 0), 0))
    for (const kind of overdueKinds) assert.deepEqual(sums(byMonth[kind]), sums(byQuarter[kind]), kind)
  })

  it('come and go by month, and each month ends with what it began with, more and less', async () => {
    const flows = await hattie((tx) => countFlows(tx, months))
    const line = (kind: 'amended-plan' | 'review-decision', of: 'inflow' | 'outflow' | 'sizeAtEnd'): number[] => flows[kind].map((flow) => flow[of])
    //                                                          J  F  M  A  M  J  J  A  S
    assert.deepEqual(line('amended-plan', 'inflow'),           [0, 0, 0, 0, 1, 1, 0, 0, 1])
    assert.deepEqual(line('amended-plan', 'outflow'),          [0, 0, 0, 0, 0, 2, 0, 0, 0])
    assert.deepEqual(line('amended-plan', 'sizeAtEnd'),        [0, 0, 0, 0, 1, 0, 0, 0, 1])
    assert.deepEqual(line('review-decision', 'inflow'),        [0, 0, 0, 1, 1, 0, 1, 0, 0])
    assert.deepEqual(line('review-decision', 'outflow'),       [0, 0, 0, 1, 0, 0, 0, 1, 0])
    assert.deepEqual(line('review-decision', 'sizeAtEnd'),     [0, 0, 0, 0, 1, 1, 2, 1, 1])
    const counts = await hattie(countOverdue)
    for (const kind of overdueKinds) {
      for (const [index, { inflow, outflow, sizeAtEnd }] of flows[kind].entries()) {
        if (index > 0) assert.equal(sizeAtEnd, (flows[kind][index - 1]?.sizeAtEnd ?? 0) + inflow - outflow, `${kind}, month ${index + 1}`)
      }
      assert.equal(flows[kind].at(-1)?.sizeAtEnd, counts[kind].past, kind)
    }
  })

  it('tell nothing of cases out of sight: not to another council, not to a school', async () => {
    for (const person of ['aled', 'debra', 'shno']) {
      assert.equal((await as(person, (tx) => listOverdue(tx, {}, everything))).total, 0, person)
      const rates = await as(person, (tx) => countRates(tx, quarters))
      assert.ok(overdueKinds.every((kind) => rates[kind].every(({ due, completed }) => due.all + completed.all === 0)), person)
    }
  })

  it('keep a breach that stood when a day was corrected', async () => {
    const wrong = await aMaintainedCase(hub, { givenName: 'W', familyName: 'Review', parents: [], reviews: [{ meeting: '2025-10-01', decision: ['maintain', '2025-11-20'] }] })
    await inTransaction(await hub.occasion('system'), async (tx) => {
      const caseFile = await openCaseFile(tx, wrong, { lock: true })
      const meeting = caseFile.facts.find(({ type }) => type === 'review-meeting-held')
      if (meeting?.type !== 'review-meeting-held') throw new Error('no meeting')
      await recordFact(tx, caseFile, { type: 'review-meeting-held', reviewId: meeting.reviewId, noInstitution: false }, { happenedOn: plainDateOf('2025-11-01'), corrects: meeting.seq, reason: 'Misread.' })
    })
    const [last] = await hattie(async (tx) => (await countRates(tx, [{ firstDay: plainDateOf('2025-10-01'), lastDay: plainDateOf('2025-12-31') }]))['review-decision'])
    assert.deepEqual([last?.due, last?.completed], [{ inTime: 0, all: 1 }, { inTime: 0, all: 1 }])
  })

  it('take as many statements inside a country as alone', async () => {
    const officer = await hub.as('hattie')
    const pages = [paths.overdue(), paths.overdueRates(), paths.overdueBacklog()]
    const count = async (): Promise<number[]> => {
      const sent: number[] = []
      for (const url of pages) sent.push(await statementsOf(() => officer.get(url)))
      return sent
    }
    for (const url of pages) assert.equal((await officer.get(url)).status, 200)
    const alone = await count()
    const localAreaId = demoAreaId('wendmere')
    await sql`
      with made as (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id from generate_series(1, 2000) n),
        children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${localAreaId}::uuid, child_id, 'Child', 'No' || n, '2017-05-04' from made),
        files as (insert into case_file (local_area_id, id, child_id, reference, opened_at, stage, clocks_seq) select ${localAreaId}::uuid, case_id, child_id, 'N-' || n, now(), 'maintained', 0 from made)
      insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on)
        select ${localAreaId}::uuid, case_id, c, 'review 1', 'review', 'limit', 'law', 'council', date '2026-01-05' + n % 200, 1, date '2026-01-05' + n % 200 + 84 from made, unnest(array['REV-08', 'REV-12']) c`.execute(hub.fresh.db)
    // As the database does for itself within a minute: what has no statistics is joined row by row, and 2,000 cases take minutes.
    await sql`analyze`.execute(hub.fresh.db)
    assert.deepEqual(await count(), alone)
    assert.match((await officer.get(paths.overdue())).words, /1 to 25 of [2-4],\d{3}/)
  })
})

async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  let sent = 0
  const original = Client.prototype.query as (...given: unknown[]) => unknown
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    sent += 1
    return original.apply(this, given)
  } as typeof Client.prototype.query
  try {
    await run()
    return sent
  } finally {
    Client.prototype.query = original as typeof Client.prototype.query
  }
}
