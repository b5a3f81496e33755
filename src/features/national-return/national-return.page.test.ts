import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { readSen2 } from '../../../test/builders/read-sen2.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'

const area = 'wendmere'

describe('the national return', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    await aCase(hub, { givenName: 'Rewan', officer: 'hattie' })
    await aCase(hub, { givenName: 'Perran', familyName: 'Elsewhere', officer: 'leona', parents: ['sinead'] })
  })
  after(() => hub.close())

  it('is for whoever answers for the council’s team and nobody else', async () => {
    for (const who of ['hattie', 'shno', 'debra', 'imogen', 'winifred']) assert.equal((await (await hub.as(who)).get(paths.nationalReturn({ area }))).status, 403, who)
    const elsewhere = await (await hub.as('meera')).get(paths.nationalReturn({ area: 'tarn-valley' }))
    assert.equal(elsewhere.status, 404)
  })

  it('says which years there are, that the next has no specification yet, and what is missing of the council', async () => {
    const manager = await (await hub.as('meera')).get(paths.nationalReturn({ area }))
    assert.equal(manager.heading, 'National return')
    assert.match(manager.words, /specification of the return for 2027 is not published yet/)
    assert.match(manager.words, /Number of the council Not on record/)
    await manager.submit({})
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, ['Select which return'])
  })

  it('is made by the worker, counted by group and checked, and given away for a purpose with a line of it', async () => {
    const manager = await (await hub.as('meera')).get(paths.nationalReturn({ area }))
    await manager.submit({ wanted: 'today' })
    assert.match(manager.heading, /^Tried out by the specification of 2026, number 1$/)
    assert.match(manager.words, /It is being made/)
    const address = manager.url
    await hub.work()
    await manager.get(address)
    assert.match(manager.words, /2 people in the return/)
    assert.match(manager.words, /Request that waits for a decision 2/)
    assert.match(manager.words, /errors are left\. A return can be authorised only when every error is cleared/)
    assert.match(manager.words, /It is not said whether the person was in relevant youth accommodation\. \(R-R03\)/)
    assert.match(manager.words, /It cannot be sent/)
    await manager.follow('Take the file away')
    assert.equal(manager.heading, 'What is in this file')
    await manager.submit({ purpose: 'other', words: '' })
    assert.deepEqual(manager.errors, ['Enter what the file is for'])
    await manager.submit({ purpose: 'check' })
    assert.equal(manager.status, 200)
    const { persons, header } = await readSen2(manager.body, { year: 2026 })
    assert.deepEqual(persons.map(({ Forename }) => Forename).toSorted(), ['Perran', 'Rewan'])
    assert.deepEqual([header?.Source?.SerialNo, header?.CollectionDetails?.ReferenceDate], ['001', '2026-09-14'])
    const made = await hub.fresh.db.selectFrom('exportMade').selectAll().execute()
    assert.deepEqual(made.map(({ export: name, purpose, rowCount, sha256 }) => [name, purpose, rowCount, sha256]), [['national-return', 'check', 2, createHash('sha256').update(manager.body).digest('hex')]])
    assert.match(String(manager.headers['cache-control']), /no-store/)
  })

  it('counts its numbers by year, and lists what was made', async () => {
    const manager = await (await hub.as('meera')).get(paths.nationalReturn({ area }))
    await manager.submit({ wanted: '2025' })
    await hub.work()
    await manager.get(paths.nationalReturn({ area }))
    assert.match(manager.words, /National return 2025, number 1 /)
    assert.match(manager.words, /Tried out by the specification of 2026, number 1 /)
  })

  it('lets its file go after two weeks, and keeps the line', async () => {
    hub.setNow('2026-09-30T09:00:00.000Z')
    const [job] = (await import('./index.ts')).nationalReturn.jobs?.slice(1) ?? []
    await job?.run(await hub.occasion('system'), {})
    const rows = await hub.fresh.db.selectFrom('returnMade').select(['content', 'people', 'contentRemovedAt']).execute()
    assert.ok(rows.length === 2 && rows.every(({ content, people, contentRemovedAt }) => content === null && people !== null && contentRemovedAt !== null))
  })
})
