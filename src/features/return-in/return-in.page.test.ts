// From a file of another system to a caseload, through the pages.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aSen2Header, aSen2Person, anOldPlan, inventedUpn, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import { olderPlanTemplates } from '../../../test/builders/older-plans/templates.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
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

  it('gives a case whose plan gets its words from the paper that a council brings in', async () => {
    const plan = anOldPlan()
    const rewan = aSen2Person(2026, {
      UPN: inventedUpn(802), Surname: 'Tahsin', Forename: 'Rewan', PersonBirthDate: plainDateOf('2018-02-23'), Sex: 'M',
      Requests: [{
        ...plan, Assessment: { ...plan.Assessment, NamedPlan: { ...plan.Assessment?.NamedPlan, PlanDetail: plan.Assessment?.NamedPlan?.PlanDetail ?? [], StartDate: plainDateOf('2023-05-14') } },
        ActivePlans: { ...plan.ActivePlans, PlacementDetail: plan.ActivePlans?.PlacementDetail ?? [], SENneed: plan.ActivePlans?.SENneed ?? [], ReviewMeeting: plainDateOf('2025-01-20'), LastReview: plainDateOf('2025-02-10'), ReviewOutcome: 'A' },
      }],
    })
    const manager = await hub.as('meera')
    await bringIn(manager, [rewan])
    await hub.work()
    const batchId = manager.url.replace(/\?.*/, '').split('/').at(-1) ?? ''
    await manager.get(paths.acceptReturn({ area, batchId }))
    await manager.submit({}, { button: 'Bring the caseload over' })
    await hub.work()
    const { id } = await hub.fresh.db.selectFrom('caseFile as c').innerJoin('child as h', 'h.id', 'c.childId').select('c.id').where('h.upn', '=', inventedUpn(802)).executeTakeFirstOrThrow()
    const key = { area, caseId: id }
    await manager.get(paths.finalPlan(key))
    assert.match(manager.text, /The plan’s words are not in the hub yet/)

    const paper = await olderPlanTemplates[3]?.() ?? assert.fail('a Word plan')
    const officer = await hub.as('hattie')
    await officer.get(paths.bringInPlans({ area }))
    await officer.submitFiles({ files: { name: 'Rewan.docx', bytes: paper.bytes } }, {})
    await hub.work()
    await officer.get(paths.olderPlans({ area }))
    await officer.follow('Rewan Tahsin')
    const placing = officer.url
    await officer.submit({ do: 'claim' }, { button: 'Start on this plan' })
    await officer.submit({ all: 'yes', reason: 'The front page of the form' }, { button: 'Leave it out' })
    await officer.get(`${placing}/confirm`)
    await officer.submit({ case: id, lastReview: 'changed', isSameChild: 'yes', 'decidedOn-day': '10', 'decidedOn-month': '2', 'decidedOn-year': '2025' }, { button: 'Confirm the plan' })
    assert.match(officer.text, /This is now the plan in force/, officer.errors.join())
    const facts = await hub.fresh.db.selectFrom('fact').select(['type', 'happenedOn']).where('caseId', '=', id).where('type', 'in', ['plan-shell-brought-in', 'older-plan-brought-in', 'review-decision-notified', 'amended-final-issued']).orderBy('seq').execute()
    assert.deepEqual(facts.map(({ type, happenedOn }) => `${type} ${happenedOn}`), [
      'plan-shell-brought-in 2023-05-14', 'review-decision-notified 2025-02-10', 'older-plan-brought-in 2023-05-14', 'amended-final-issued 2025-03-03',
    ])
    await officer.get(paths.finalPlan(key))
    assert.doesNotMatch(officer.text, /are not in the hub yet/)
    assert.deepEqual(hub.faults, [])
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
