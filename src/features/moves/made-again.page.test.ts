// The round trip of a package: what one council sent, taken in by another and packed there again, holds the same, element by element.
// Other are only the stamps of the journey: its number and days, from whom and to whom, who carried which fact into the new ledger, and what the transfer began.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aFullRecord } from '../../../test/builders/a-full-record.ts'
import { alikeAnswers, asSystem, now, sent, stageOf } from '../../../test/builders/a-move.ts'
import { withoutIds } from '../../../test/builders/same-package.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { carriedTypes } from './carried-facts.ts'
import type { OpenedPackage } from './package/read-package.ts'
import { movedTableNames } from './package/moved-tables.ts'
import { readPackage } from './package/read-package.ts'

describe('a package that is made again where the child arrived', () => {
  let hub: Hub
  let atWendmere: CaseKey
  let atTarn: CaseKey
  let first: OpenedPackage
  let second: OpenedPackage
  before(async () => {
    hub = await aHub({ now })
    atWendmere = await aFullRecord(hub)
  })
  after(() => hub.close())

  async function packageOf({ caseId }: CaseKey): Promise<OpenedPackage> {
    const row = await hub.fresh.db.selectFrom('move').select('packageSha256').where('caseId', '=', caseId as never).executeTakeFirstOrThrow()
    const opened = readPackage(await hub.house.files.open(row.packageSha256 ?? ''))
    assert.ok(opened.ok, opened.ok ? '' : opened.refusal)
    return opened.value
  }

  it('comes from a record with something in every table that a plan can have', async () => {
    const stage = await stageOf(hub, atWendmere)
    await sent(hub, 'hattie', atWendmere)
    await hub.work()
    first = await packageOf(atWendmere)
    assert.deepEqual(movedTableNames.filter((table) => first.record.tables[table].length === 0), ['request'], 'a request goes before there is a plan')
    const page = await (await hub.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await page.follow('Rewan Tahsin')
    await page.submit({ looked: 'yes', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual([page.errors, hub.faults], [[], []])
    atTarn = { area: 'tarn-valley', caseId: /\/cases\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? '' }
    assert.equal(await stageOf(hub, atTarn), stage)
    await hub.work()
  })

  it('holds the same people, lines, wordings, papers, reviews and orders', async () => {
    await sent(hub, 'aled', atTarn, { to: 'elsewhere', name: 'Northmoor Council' })
    await hub.work()
    second = await packageOf(atTarn)
    const [one, other] = [withoutIds(first), withoutIds(second)]
    assert.equal(other.planFirstMadeOn, one.planFirstMadeOn)
    assert.deepEqual(other.people, one.people)
    assert.deepEqual(other.organisations, one.organisations)
    for (const table of movedTableNames) assert.deepEqual(other.tables[table], one.tables[table], table)
    assert.deepEqual(other.versions, one.versions)
    assert.deepEqual(other.files, one.files)
  })

  it('holds every fact: each that counts in the new ledger on its own day, and the whole old ledger to the letter', () => {
    const [one, other] = [withoutIds(first), withoutIds(second)]
    const counts = ({ type }: { readonly type: string }): boolean => (carriedTypes as readonly string[]).includes(type)
    // The number of another fact is the only number in a fact that is of its ledger.
    const bare = (facts: typeof one.ledger) => facts.filter(counts).map((fact) => JSON.parse(JSON.stringify(fact).replaceAll(/"(finalSeq|capacitySeq)":\d+/g, '"$1":0')) as unknown)
    assert.deepEqual(bare(other.ledger), bare(one.ledger))
    assert.ok(bare(one.ledger).length >= 10)
    assert.equal(other.earlier.length, 1)
    assert.deepEqual(other.earlier[0]?.ledger, one.wholeLedger)
  })

  it('names in the new ledger the fact that is meant, by its number there', async () => {
    const { facts } = await asSystem(hub, (tx) => openCaseFile(tx, atTarn))
    const named = facts.find((fact) => fact.type === 'next-placement-named')
    assert.equal(facts.find(({ seq }) => named?.type === 'next-placement-named' && seq === named.finalSeq)?.type, 'final-issued')
  })
})
