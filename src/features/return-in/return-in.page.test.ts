// From a file of another system to a caseload, through the pages.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aSen2Header, aSen2Person, anOldPlan, inventedUpn, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { returnText } from '../../domain/sen2/write-return.ts'
import { paths } from '../../paths.ts'

const area = 'wendmere'
const spoilt = aSen2Person(2026, { UPN: `B${inventedUpn(800).slice(1)}`, Surname: 'Hazel', Forename: 'Una', Requests: [anOldPlan()] })

describe('a caseload from another system', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-09-14T09:00:00.000Z' }) })
  after(() => hub.close())

  const bringIn = async (manager: Visitor, persons: Iterable<typeof spoilt>): Promise<Visitor> => {
    await manager.get(paths.bringInReturn({ area }))
    return manager.submitFiles({ files: { name: 'SEN2 2026.xml', bytes: Buffer.from([...returnText({ header: aSen2Header(2026), persons }, 2026)].join('')) } }, {})
  }

  it('is for SEND managers alone', async () => {
    const officer = await hub.as('hattie')
    await officer.get(paths.returnsIn({ area }))
    assert.equal(officer.status, 403)
  })

  it('asks for a file', async () => {
    const manager = await hub.as('meera')
    await manager.get(paths.bringInReturn({ area }))
    await manager.submitFiles({}, {})
    assert.match(manager.text, /Select the return: one XML file, one zip, or the nine CSV files/)
  })

  it('is read, mended, brought over, and stands as cases without words', async () => {
    const manager = await hub.as('meera')
    await bringIn(manager, [...manySen2Persons(12), spoilt])
    assert.equal(manager.heading, 'A return brought in')
    assert.match(manager.text, /Waits to be read/)
    await hub.work()
    await manager.get(manager.url)
    assert.match(manager.text, /People in the file13/)
    assert.match(manager.text, /Can be brought over12/)
    assert.match(manager.text, /The UPN cannot be right/)
    const batchUrl = manager.url.replace(/\?.*/, '')
    const batchId = batchUrl.split('/').at(-1) ?? ''
    await manager.get(paths.returnInFaults({ area, batchId }, { kind: 'error' }))
    assert.match(manager.text, /Person 13line \d+, column \d+The UPN cannot be right/)
    const csv = await manager.get(paths.returnInFaultsCsv({ area, batchId }, { kind: 'error' }))
    assert.ok(csv !== undefined)
    await manager.get(paths.returnPeople({ area, batchId }, { show: 'kept-out' }))
    assert.match(manager.text, /Una Hazel.*Cannot come over\. The UPN cannot be right/)
    await manager.get(paths.returnPerson({ area, batchId, personNo: '13' }))
    await manager.submit({ UPN: inventedUpn(800), Surname: '' }, { button: 'Save and check again' })
    assert.match(manager.text, /Enter the surname/)
    await manager.submit({ UPN: inventedUpn(800), Surname: 'Hazel' }, { button: 'Save and check again' })
    assert.match(manager.text, /This person can be brought over/)
    await manager.get(paths.acceptReturn({ area, batchId }))
    assert.match(manager.text, /13 people of the return come over/)
    await manager.submit({}, { button: 'Bring the caseload over' })
    await hub.work()
    await manager.get(manager.url)
    assert.match(manager.text, /Brought over13/)

    await manager.get(paths.returnPerson({ area, batchId, personNo: '13' }))
    const reference = /Brought over as (W-2026-\d+)/.exec(manager.text)?.[1] ?? ''
    const row = await hub.fresh.db.selectFrom('caseFile').select(['id', 'stage']).where('reference', '=', reference).executeTakeFirstOrThrow()
    assert.equal(row.stage, 'maintained')
    await manager.get(paths.caseOverview({ area, caseId: row.id }))
    assert.match(manager.text, /The plan’s words are not in the hub yet/)
  })

  it('is taken back with its reason', async () => {
    const manager = await hub.as('meera')
    await bringIn(manager, [aSen2Person(2026, { UPN: inventedUpn(801), Surname: 'Willow', Forename: 'Zed', PersonBirthDate: '2012-02-03' as never, Requests: [anOldPlan()] })])
    await hub.work()
    const batchId = manager.url.replace(/\?.*/, '').split('/').at(-1) ?? ''
    await manager.get(paths.acceptReturn({ area, batchId }))
    await manager.submit({}, { button: 'Bring the caseload over' })
    await hub.work()
    await manager.get(paths.takeBackReturn({ area, batchId }))
    await manager.submit({ why: '' }, { button: 'Take it back' })
    assert.match(manager.text, /Enter why it is taken back/)
    await manager.submit({ why: 'The wrong file' }, { button: 'Take it back' })
    await hub.work()
    await manager.get(paths.returnBatch({ area, batchId }))
    assert.match(manager.text, /Taken back1/)
    assert.equal((await hub.fresh.db.selectFrom('child').select('id').where('familyName', '=', 'Willow').execute()).length, 0)
  })
})
