import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'
import { demoAreaId } from '../demo/seed-world.ts'

describe('deciding whether to assess', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const lettersOf = async (caseId: string) => hub.fresh.db.selectFrom('notice').select(['kind', 'toName', 'content']).where('caseId', '=', caseId as never).execute()

  it('records a panel, answers the legal test, shows the letter, sends one copy to each parent', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(paths.recordPanel({ ...key, question: 'assess' }))
    await officer.submit({
      'panelOn-day': '14', 'panelOn-month': '9', 'panelOn-year': '2026', members: 'Meera Chaudry, SEND manager\nDr Imogen Petrie, psychologist',
      advice: 'assess', reasons: 'Support over a year has not been enough.',
    })
    const manager = await (await hub.as('meera')).get(paths.decideAssessment(key))
    assert.match(manager.text, /Panel of 14 September 2026/)
    assert.match(manager.text, /Monday 26 October 2026/)
    await manager.submit({ mayHaveNeeds: 'yes', mayBeNecessary: 'yes', reasons: 'He may need more than school can give.' })
    assert.equal(manager.heading, 'Check the letter before you decide')
    assert.match(manager.text, /We will assess Rewan/)
    await manager.submit({}, { button: 'Decide and send' })
    const letters = await lettersOf(key.caseId)
    assert.deepEqual(letters.map(({ kind, toName }) => [kind, toName]).toSorted(), [['will-assess', 'Hoshang Tahsin'], ['will-assess', 'Shno Tahsin']])
    const outgoing = await hub.fresh.db.selectFrom('outgoing').select(['body', 'subject']).where('caseId', '=', key.caseId as never).execute()
    assert.ok(outgoing.length >= 2)
    for (const { body, subject } of outgoing) assert.doesNotMatch(body + subject, /Rewan|Tahsin|Larkfell|assess\b/)
  })

  it('keeps what was typed when something is missing', async () => {
    const key = await aCase(hub)
    const manager = await (await hub.as('meera')).get(paths.decideAssessment(key))
    await manager.submit({ mayHaveNeeds: 'yes', reasons: 'Because of this and that' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, ['Select yes if a plan may be necessary'])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('reasons'), ['Because of this and that'])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('mayHaveNeeds'), ['yes'])
  })

  it('refuses with a letter that holds all that the law asks for', async () => {
    const key = await aCase(hub)
    const manager = await (await hub.as('meera')).get(paths.decideAssessment(key))
    await manager.submit({ mayHaveNeeds: 'yes', mayBeNecessary: 'no', reasons: 'School can give what he needs.' })
    assert.match(manager.text, /Tarn Bridge Mediation/)
    assert.match(manager.text, /Wendmere SENDIASS/)
    await manager.submit({}, { button: 'Decide and send' })
    const rows = await hub.fresh.db.selectFrom('caseFile').select('stage').where('localAreaId', '=', demoAreaId('wendmere')).where('id', '=', key.caseId as never).execute()
    assert.deepEqual(rows, [{ stage: 'not-assessed' }])
  })

  it('cannot be decided twice, and says why', async () => {
    const key = await aCase(hub)
    const first = await (await hub.as('meera')).get(paths.decideAssessment(key))
    const second = await (await hub.as('meera')).get(paths.decideAssessment(key))
    for (const tab of [first, second]) {
      await tab.submit({ mayHaveNeeds: 'yes', mayBeNecessary: 'yes', reasons: 'Yes.' })
    }
    await first.submit({}, { button: 'Decide and send' })
    await second.submit({}, { button: 'Decide and send' })
    assert.match(second.errors.join(), /already|being assessed/)
    assert.equal((await lettersOf(key.caseId)).length, 2)
  })

  it('is not for an officer without the power to decide', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(paths.decideAssessment(key))
    assert.equal(officer.status, 403)
  })

  it('holds a refusal of a plan while advice is outstanding', async () => {
    const key = await aCase(hub, { at: 'assessing' })
    await hub.fresh.db.insertInto('adviceRequest').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId(), caseId: key.caseId as never, item: 'd', kind: 'psychological',
      askedPersonId: null, sentOn: '2026-09-14' as never, state: 'asked',
    }).execute()
    const manager = await (await hub.as('meera')).get(paths.decidePlan(key))
    const no = { isNecessary: 'no', reasons: 'Not needed.', outcomeOfAssessment: 'School can meet his needs.' }
    await manager.submit(no)
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.errors.join(), /cannot be refused while advice is outstanding/)
    await manager.submit({ ...no, isNecessary: 'yes', reasons: 'It is necessary.' })
    await manager.submit({}, { button: 'Decide and send' })
    const plans = await hub.fresh.db.selectFrom('plan').select('id').where('caseId', '=', key.caseId as never).execute()
    assert.equal(plans.length, 1)
  })
})
