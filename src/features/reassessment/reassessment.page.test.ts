import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { expectRefused } from '../../../test/journeys/steps/refused.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'

// It is 14 September 2026. The plan was decided in January 2025.
describe('assessing again', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aMaintainedCase(hub)
  })
  after(() => hub.close())
  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const clock = (ofCase: CaseKey, clockId: string) => hub.fresh.db.selectFrom('clock').select(['dueOn', 'metOn']).where('caseId', '=', ofCase.caseId as never).where('clockId', '=', clockId).executeTakeFirst()
  const stageOf = async (ofCase: CaseKey) => (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', ofCase.caseId as never).executeTakeFirstOrThrow()).stage

  it('is asked for by a parent in their own words, and is answered within fifteen days', async () => {
    const mother = await at('shno', paths.askForReassessment(key))
    assert.match(mother.words, /what we decide by 29 September 2026/)
    await mother.submit({})
    assert.deepEqual(mother.errors, ['Tell us what has changed'])
    await mother.submit({ why: 'He has seizures now.' })
    assert.match(mother.words, /It has been sent/)
    assert.equal((await clock(key, 'RE-02'))?.dueOn, '2026-09-29')
    await mother.get(paths.askForReassessment(key))
    await mother.submit({ why: 'Again.' })
    expectRefused(mother, ['A new assessment was asked for already, and is being decided'], { kept: { why: 'Again.' } })
    const officer = await at('hattie', paths.reassessments(key))
    assert.match(officer.words, /He has seizures now\./)
    // The father reads that it was asked for, and not what the mother wrote.
    assert.doesNotMatch((await at('hoshang', paths.caseTimeline(key))).words, /seizures/)
  })

  it('cannot be refused where it is necessary and the last assessment is long ago', async () => {
    const manager = await at('meera', paths.reassessments(key))
    await manager.follow('Decide whether to assess again')
    await manager.submit({ necessary: 'yes', outcome: 'refuse', reasons: 'There is no time.' })
    expectRefused(manager, ['This request must be met: there was no assessment in the six months before it, and a further one is necessary'], { kept: { reasons: 'There is no time.' } })
  })

  it('goes on beside the plan in force when it is agreed, and advice is asked for again', async () => {
    const manager = await at('meera', paths.reassessments(key))
    await manager.follow('Decide whether to assess again')
    await manager.submit({ necessary: 'yes', outcome: 'reassess', reasons: 'His health has changed.' })
    assert.match(manager.words, /We must send you the final plan by 21 December 2026/)
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.words, /A new assessment is under way/, manager.errors.join())
    assert.equal((await clock(key, 'RE-03'))?.dueOn, '2026-12-21')
    assert.equal(await stageOf(key), 'amending')
    const officer = await at('hattie', paths.askForAdvice(key))
    assert.equal(officer.status, 200)
    await onCase(hub, key, async (record) => { await record({ type: 'advice-asked', adviceRequestId: 'ask' as never, item: 'c', of: 'Dr Lindqvist' }, '2026-09-14') })
    assert.equal((await clock(key, 'RE-04/advice'))?.dueOn, '2026-10-26')
    assert.equal(await clock(key, 'ASMT-05'), undefined)
  })

  it('is refused with a letter that can be appealed, and taken down for others by an officer', async () => {
    const other = await aMaintainedCase(hub, { receivedOn: '2026-03-02', planOn: '2026-06-01' })
    const officer = await at('hattie', paths.askForReassessment(other))
    await officer.submit({ askedBy: 'setting', why: 'The school asks.' })
    expectRefused(officer, ['Select how they asked', 'Enter the day the council got it'], { kept: { why: 'The school asks.', askedBy: 'setting' } })
    await officer.submit({ channel: 'email', ...dateIn('on', '2026-09-07') })
    assert.equal((await clock(other, 'RE-02'))?.dueOn, '2026-09-22')
    const manager = await at('meera', paths.reassessments(other))
    await manager.follow('Decide whether to assess again')
    await manager.submit({ necessary: 'no', outcome: 'refuse', reasons: 'Nothing has changed since the spring.' })
    assert.match(manager.words, /You have a right to appeal our decision not to assess again/)
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.words, /do not assess again, by Meera Chaudry/, manager.errors.join())
    assert.match((await at('shno', paths.disagreements(other))).words, /You can appeal our decision not to assess again/)
    assert.equal(await stageOf(other), 'maintained')
  })

  it('is begun by the council itself, once', async () => {
    const third = await aMaintainedCase(hub)
    const manager = await at('meera', paths.reassessments(third))
    await manager.follow('Begin one without a request')
    await manager.submit({ reasons: 'A new diagnosis changes everything.' })
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.words, /Begun by the council itself/, manager.errors.join())
    assert.equal((await clock(third, 'RE-03'))?.dueOn, '2026-12-21')
    await manager.get(paths.decideReassessment({ ...third, reassessmentId: 'new' }))
    await manager.submit({ reasons: 'Twice.' })
    assert.deepEqual(manager.errors, ['A new assessment is under way already'])
  })

  it('is the council’s to look at', async () => {
    for (const [who, status] of [['shno', 403], ['debra', 403], ['aled', 404]] as const) assert.equal((await at(who, paths.reassessments(key))).status, status, who)
  })
})
