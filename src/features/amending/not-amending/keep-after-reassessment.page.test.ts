import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { anIssuedPlan } from '../../../../test/builders/an-issued-plan.ts'
import type { Hub, Visitor } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'

describe('a new assessment that changes no line of the plan', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2027-01-12T10:00:00.000Z' }) })
  after(() => hub.close())
  const stageOf = async (key: CaseKey) => (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).stage
  const clockOf = (key: CaseKey, clockId: string) => hub.fresh.db.selectFrom('clock').select(['dueOn', 'metOn']).where('caseId', '=', key.caseId as never).where('clockId', '=', clockId).executeTakeFirst()

  const assessedAgain = async (): Promise<{ key: CaseKey; manager: Visitor; keep: string }> => {
    hub.setNow('2027-01-12T10:00:00.000Z')
    const key = await anIssuedPlan(hub)
    hub.setNow('2027-09-14T10:00:00.000Z')
    const manager = await (await hub.as('meera')).get(paths.decideReassessment({ ...key, reassessmentId: 'new' }))
    await manager.submit({ reasons: 'A new diagnosis may change everything.' })
    await manager.submit({}, { button: 'Decide and send' })
    assert.equal(await stageOf(key), 'amending', manager.errors.join())
    return { key, manager, keep: manager.link('keep the plan as it is') }
  }

  it('ends with the plan as it is: the reasons and the right of appeal go to the family, and the fourteen weeks are kept', async () => {
    const { key, keep } = await assessedAgain()
    assert.equal((await clockOf(key, 'RE-03'))?.dueOn, '2027-12-21')
    hub.setNow('2027-11-30T10:00:00.000Z')
    const manager = await (await hub.as('meera')).get(keep)
    assert.equal(manager.heading, 'Keep the plan as it is after the new assessment')
    assert.match(manager.text, /No advice has come in since the new assessment began/)
    await manager.submit({})
    assert.deepEqual(manager.errors, ['Enter why the plan is not amended: the family reads it'])
    await manager.submit({ reasons: 'Each of the new reports finds the help in the plan right.' })
    assert.deepEqual(manager.errors, [])
    assert.equal(await stageOf(key), 'maintained')
    assert.equal((await clockOf(key, 'RE-03'))?.metOn, '2027-11-30')
    const letters = await hub.fresh.db.selectFrom('notice').select(['toName', 'content']).where('caseId', '=', key.caseId as never).where('kind', '=', 'plan-kept').orderBy('toName').execute()
    assert.deepEqual(letters.map(({ toName }) => toName), ['Hoshang Tahsin', 'Shno Tahsin'])
    for (const { content } of letters) assert.match(JSON.stringify(content), /We have assessed Rewan again\. The new assessment began on 14 September 2027.*decided to keep it as it is.*finds the help in the plan right.*right to appeal our decision not to change the plan/s)
    assert.match((await (await hub.as('shno')).get(paths.disagreements(key))).words, /You can appeal/)
    assert.doesNotMatch((await manager.get(paths.reassessments(key))).text, /A new assessment is under way/)
    assert.ok(manager.hasLink('Begin one without a request'), 'another one can begin later')
  })

  it('does not end so while a line of the working document differs: the family would never have read it', async () => {
    const { key, manager, keep } = await assessedAgain()
    const line = await hub.fresh.db.selectFrom('planLine as l').innerJoin('plan as p', 'p.id', 'l.planId').select('l.id').where('p.caseId', '=', key.caseId as never).where('l.kind', '=', 'outcome').executeTakeFirstOrThrow()
    const writer = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId: line.id }))
    await writer.submit({ text: 'By July 2029 Rewan will retell an event to an adult who was not there, in five of five attempts.' })
    assert.deepEqual(writer.errors, [])
    await manager.get(keep)
    await manager.submit({ reasons: 'No change.' })
    assert.deepEqual(manager.errors, ['The working document differs from the plan in force in 1 line. Send the changes to the family, or put the lines back first'])
    assert.equal(await stageOf(key), 'amending')
    assert.deepEqual(manager.fieldsOf(manager.form()).get('reasons'), ['No change.'])
  })
})
