import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { rebuildTracks } from '../../casebook/rebuild-tracks.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoAreaId } from '../demo/seed-world.ts'

describe('an area’s own targets', () => {
  let hub: Hub
  let earlier: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-04T10:00:00.000Z' })
    earlier = await aCase(hub, { givenName: 'Earlier', parents: [] })
    hub.setNow('2027-01-11T10:00:00.000Z')
  })
  after(() => hub.close())

  const targetOf = async (key: CaseKey): Promise<string | null> =>
    (await hub.fresh.db.selectFrom('clock').select('targetOn').where('caseId', '=', key.caseId as never).where('clockId', '=', 'ASMT-02').executeTakeFirstOrThrow()).targetOn
  const at = paths.target({ area: 'wendmere', clock: 'ASMT-02' })

  it('are the managers’ of the area, and of clocks that the council owes', async () => {
    assert.equal((await (await hub.as('hattie')).get(at)).status, 403)
    assert.equal((await (await hub.as('imogen')).get(paths.targets({ area: 'wendmere' }))).status, 403)
    assert.equal((await (await hub.as('meera')).get(paths.targets({ area: 'tarn-valley' }))).status, 404)
    assert.equal((await (await hub.as('meera')).get(paths.target({ area: 'wendmere', clock: 'ASMT-05' }))).status, 404)
    const manager = await (await hub.as('meera')).get(paths.teamWork())
    await manager.follow('Our own targets beside the dates of the law')
    assert.equal(manager.heading, 'Our own targets')
    assert.match(manager.words, /ASMT-02 The working day on or before the legal date/)
    // A clock with several steps has its step in its address.
    await manager.get(paths.target({ area: 'wendmere', clock: 'ORD-01/final' }))
    assert.equal(manager.status, 200)
  })

  it('are refused with everything typed when something is missing, when the law gives no such time, and for a day that has passed', async () => {
    const manager = await (await hub.as('meera')).get(at)
    await manager.submit({})
    assert.deepEqual(manager.errors, ['Select the target', 'Enter the day from which it holds', 'Enter why'])
    await manager.submit({ kind: 'days-before', daysBefore: '60', ...dateIn('from', '2027-01-10'), reason: 'To be earlier' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, ['The number of days must be 42 or fewer: the law gives no more', 'The day from which it holds must be 11 January 2027 or later'])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('reason'), ['To be earlier'])
    await manager.submit({ daysBefore: 'ten' })
    assert.match(manager.errors.join(), /must be a whole number/)
  })

  it('hold for clocks that start from their day on: the worker folds those, and never touches one that started before', async () => {
    const today = await aCase(hub, { givenName: 'Today', parents: [] })
    const [ofEarlier, start] = [await targetOf(earlier), await targetOf(today)]
    const manager = await (await hub.as('meera')).get(at)
    await manager.submit({ kind: 'days-before', daysBefore: '10', ...dateIn('from', '2027-01-11'), reason: 'The panel sits on Mondays' })
    assert.match(manager.words, /Targets of clocks that start from that day follow it/)
    assert.match(manager.words, /10 days before the legal date since 11 January 2027/)
    // Not in the request: the worker does it.
    assert.equal(await targetOf(today), start)
    await hub.work()
    assert.equal(await targetOf(today), '2027-02-12')
    assert.equal(await targetOf(earlier), ofEarlier)
    const { different } = await rebuildTracks({ house: hub.house, viewer: system, page: 'test' }, { repair: false })
    assert.deepEqual(different, [])
  })

  it('keep their history, also of one that was set again for the same day, and of those that are still to come', async () => {
    const manager = await (await hub.as('meera')).get(at)
    await manager.submit({ kind: 'days-after-start', daysAfter: '28', ...dateIn('from', '2027-01-11'), reason: 'Ten was too few' })
    await manager.get(at)
    await manager.submit({ kind: 'working-day', ...dateIn('from', '2027-09-01'), reason: 'From the new school year' })
    assert.match(manager.words, /28 days after it starts, and never after the legal date since 11 January 2027 The working day on or before the legal date, from 1 September 2027/)
    await manager.get(at)
    const rows = manager.root.querySelectorAll('tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' '))
    assert.equal(rows.length, 3)
    assert.match(rows[2] ?? '', /10 days before the legal date 11 January 2027 The panel sits on Mondays Meera Chaudry/)
    assert.equal((await hub.fresh.db.selectFrom('clockTarget').select('clockId').where('localAreaId', '=', demoAreaId('wendmere')).execute()).length, 2)
    await hub.work()
    const { different } = await rebuildTracks({ house: hub.house, viewer: system, page: 'test' }, { repair: false })
    assert.deepEqual(different, [])
  })
})
