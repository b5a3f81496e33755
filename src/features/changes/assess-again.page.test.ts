import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { joinCase } from '../../casebook/parties.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('what has changed, answered with a new assessment', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-10-05T10:00:00.000Z', recallMinutes: 10 }) })
  after(() => hub.close())

  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const said = async (who: string, key: CaseKey, words: string): Promise<string> => {
    await (await at(who, paths.sayChange(key))).submit({ what: 'needs', words })
    const { id } = await hub.fresh.db.selectFrom('changeSaid').select('id').where('caseId', '=', key.caseId as never).where('words', '=', words).executeTakeFirstOrThrow()
    return paths.change({ ...key, changeId: id })
  }
  const clock = (key: CaseKey, clockId: string) => hub.fresh.db.selectFrom('clock').select(['dueOn', 'metOn']).where('caseId', '=', key.caseId as never).where('clockId', '=', clockId).executeTakeFirst()

  it('waits some minutes, is seen by nobody outside, and taken back it is open again', async () => {
    hub.setNow('2026-10-05T10:00:00.000Z')
    const key = await aMaintainedCase(hub)
    const change = await said('shno', key, 'She has stopped speaking.')
    hub.setNow('2026-10-08T10:00:00.000Z')
    const officer = await at('hattie', change)
    await officer.submit({ outcome: 'reassess', reasons: 'It was about another child.' })
    assert.match(officer.words, /Tell the family by 20 October 2026/, officer.errors.join())
    assert.equal((await clock(key, 'RE-02'))?.dueOn, '2026-10-20', 'counted from the day on which she said it')
    const mother = await at('shno', paths.changes(key))
    assert.match(mother.words, /We will decide by 26 October 2026/)
    assert.doesNotMatch((await mother.get(paths.caseTimeline(key))).words, /assess again|We answered/)
    await officer.get(paths.caseOverview(key))
    assert.match(officer.words, /The answer to what somebody said has changed/)
    const { id } = await hub.fresh.db.selectFrom('sending').select('id').where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()
    await officer.request('POST', paths.held({ ...key, sendingId: id }), { reason: 'The wrong child.' })
    assert.equal(await clock(key, 'RE-02'), undefined)
    await officer.get(paths.reassessments(key))
    assert.match(officer.words, /Nobody has asked for a new assessment/)
    await officer.get(change)
    await officer.submit({ outcome: 'no-action', reasons: 'We looked, and the plan has it.' })
    assert.deepEqual(officer.errors, [])
    hub.setNow('2026-10-08T10:11:00.000Z')
    assert.match((await at('shno', paths.changes(key))).words, /The plan stays as it is for now\. Why We looked, and the plan has it\./)
  })

  it('joins a request that is open', async () => {
    const key = await aMaintainedCase(hub)
    await (await at('shno', paths.askForReassessment(key))).submit({ why: 'Everything is different.' })
    const change = await said('debra', key, 'He does not come to school any more.')
    const officer = await at('hattie', change)
    assert.match(officer.words, /A new assessment is asked for or under way already\. This goes with it\./)
    await officer.submit({ outcome: 'reassess', reasons: 'It is being looked at.' })
    const { count } = await hub.fresh.db.selectFrom('fact').select((eb) => eb.fn.countAll<string>().as('count')).where('caseId', '=', key.caseId as never).where('type', '=', 'reassessment-requested').executeTakeFirstOrThrow()
    assert.equal(Number(count), 1)
  })

  it('is the council’s own where whoever said it cannot ask: begun by somebody with the power to decide', async () => {
    const key = await aMaintainedCase(hub)
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      await joinCase(tx, await openCaseFile(tx, key, { lock: true }), { personId: demoPersonId('callum'), part: 'adviser', basis: 'works with the child', name: 'Callum Dreyfus-Webb' })
    })
    const change = await said('callum', key, 'His speech has gone back by two years.')
    const officer = await at('hattie', change)
    assert.equal(officer.root.querySelector('input[value=reassess]'), null)
    assert.match(officer.words, /Callum Dreyfus-Webb cannot ask for a new assessment, so somebody with the power to decide would begin it/)
    const manager = await at('meera', change)
    assert.match(manager.words, /It begins now, and the family gets the letter/)
    await manager.submit({ outcome: 'reassess', reasons: 'Speech that goes back needs to be looked at by everybody.' })
    assert.match(manager.words, /Begun by the council itself/, manager.errors.join())
    assert.match((await clock(key, 'RE-03'))?.dueOn ?? '', /^2027-01-1/)
    const letters = await hub.fresh.db.selectFrom('notice').select('content').where('caseId', '=', key.caseId as never).where('kind', '=', 'will-reassess').execute()
    assert.equal(letters.length, 2)
    for (const { content } of letters) assert.match(JSON.stringify(content), /needs to be looked at by everybody/)
  })
})
