// The ways of a move: known, sent and taken back, called off, sent back, chased; and before a plan is made.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import { alikeAnswers, asSystem, day, dueOf, known, now, sent, stageOf } from '../../../test/builders/a-move.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { paths } from '../../paths.ts'
import { demoAreaId } from '../demo/seed-world.ts'
import { carryDueMoves, chaseArrivals } from './carry.ts'

describe('a move that is known', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now })
    key = await aMaintainedCase(hub, { receivedOn: '2026-01-05', planOn: '2026-06-20' })
  })
  after(() => hub.close())

  it('is recorded by an officer, by nobody else, and a wrong form keeps what was typed', async () => {
    for (const who of ['shno', 'debra', 'callum', 'aled', 'tom']) assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.recordMove(key))).status), who)
    const page = await (await hub.as('hattie')).get(paths.recordMove(key))
    await page.submit({ name: 'Northmoor Council', ...day('known', '2027-02-01') })
    assert.deepEqual(page.errors, ['Select the council to which the child moves', 'Enter the day of the move', 'The day on which you knew must be 11 January 2027 or earlier'])
    assert.equal(page.fieldsOf(page.form()).get('name')?.[0], 'Northmoor Council')
    await page.submit({ to: 'elsewhere', name: ' ', ...day('moves', '2027-04-12') })
    assert.ok(page.errors.includes('Enter the name of the council'))
  })

  it('starts the clock of regulation 15(2): the day of the move where it was known in time, else fifteen working days', async () => {
    await known(hub, 'hattie', key, { movesOn: '2027-02-15', knownOn: '2027-01-08' })
    assert.equal((await dueOf(hub, key))['TR-01'], '2027-02-15')
    const again = await (await hub.as('meera')).get(paths.recordMove(key))
    await again.submit({ to: demoAreaId('tarn-valley'), ...day('moves', '2027-02-15'), ...day('known', '2027-01-08') })
    assert.deepEqual(again.errors, ['A move of this child is on record already'])
    const off = await (await hub.as('hattie')).get(paths.caseMove(key))
    await off.follow('Call it off, or take it back')
    await off.submit({})
    assert.deepEqual(off.errors, ['Select what happened', 'Enter what you know'])
    await off.submit({ why: 'stays', because: 'They found a house here' })
    assert.match(off.words, /Called off because They found a house here/)
    assert.equal((await dueOf(hub, key))['TR-01'], undefined)
    await known(hub, 'hattie', key, { movesOn: '2027-01-18', knownOn: '2027-01-08' })
    assert.equal((await dueOf(hub, key))['TR-02'], '2027-01-28')
  })

  it('waits for the day of the move, and goes then', async () => {
    const page = await (await hub.as('hattie')).get(paths.caseMove(key))
    await page.follow('Look at what goes, and send it')
    await page.submit({})
    assert.deepEqual(page.errors, ['Confirm that you looked at what goes'])
    await page.submit({ looked: 'yes' })
    assert.match(page.words, /Leaves On 18 January 2027, the day of the move/)
    await hub.work()
    await carryDueMoves.run(await hub.occasion('system'), {})
    assert.equal(await stageOf(hub, key), 'maintained')
    hub.setNow('2027-01-18T08:00:00.000Z')
    await carryDueMoves.run(await hub.occasion('system'), {})
    await carryDueMoves.run(await hub.occasion('system'), {})
    assert.equal(await stageOf(hub, key), 'exported')
    const { facts } = await asSystem(hub, (tx) => openCaseFile(tx, key))
    assert.equal(facts.filter(({ type }) => type === 'plan-transferred').length, 1, 'carried once')
    assert.deepEqual(hub.faults, [])
  })
})

describe('what was sent', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now, recallMinutes: 10 }) })
  after(() => hub.close())

  it('can be taken back for some minutes: nothing has left then, and it can be sent again', async () => {
    const key = await aMaintainedCase(hub, { familyName: 'Backward', planOn: '2026-06-20' })
    const page = await sent(hub, 'hattie', key)
    await hub.work()
    assert.equal((await hub.fresh.db.selectFrom('arrival').selectAll().execute()).length, 0)
    const sending = await hub.fresh.db.selectFrom('sending').select('id').where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()
    await page.get(paths.held({ ...key, sendingId: sending.id }))
    await page.submit({}, { button: 'Take it back' })
    await page.get(paths.caseMove(key))
    assert.match(page.words, /Not sent yet/)
    hub.setNow('2027-01-11T11:00:00.000Z')
    await carryDueMoves.run(await hub.occasion('system'), {})
    assert.equal((await hub.fresh.db.selectFrom('arrival').selectAll().execute()).length, 0)
    assert.equal(await stageOf(hub, key), 'maintained')
    const later = await (await hub.as('hattie')).get(paths.caseMove(key))
    await later.follow('Look at what goes, and send it')
    await later.submit({ looked: 'yes' })
    assert.deepEqual(later.errors, [])
    hub.setNow('2027-01-11T12:00:00.000Z')
    await carryDueMoves.run(await hub.occasion('system'), {})
    assert.equal((await hub.fresh.db.selectFrom('arrival').selectAll().execute()).length, 1)
  })
})

describe('what arrived', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  it('is called off by the old council as long as nobody has taken the child in, and the old file goes on', async () => {
    const key = await aMaintainedCase(hub, { familyName: 'Stayer', planOn: '2026-06-20' })
    await sent(hub, 'hattie', key)
    await hub.work()
    assert.equal(await stageOf(hub, key), 'exported')
    const there = await (await hub.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await there.follow('Rewan Stayer')
    const page = await (await hub.as('hattie')).get(paths.caseMove(key))
    await hub.work()
    await page.get(paths.caseMove(key))
    assert.match(page.words, /Opened there/)
    await page.follow('Call it off, or take it back')
    await page.submit({ why: 'again', because: 'The wrong report was in it' })
    assert.deepEqual(page.errors, [])
    assert.equal(await stageOf(hub, key), 'maintained')
    assert.ok('TR-02' in await dueOf(hub, key), 'it is owed again')
    await there.submit({ looked: 'yes', ...alikeAnswers(there, 'different-children') }, { button: 'Take the child in' })
    assert.match(there.text, /called/i)
    await there.get(paths.arrivals({ area: 'tarn-valley' }))
    assert.match(there.words, /Called off by the other council/)
    // Sent again, it is one more arrival; taken in, it can be called off no more.
    await page.follow('Look at what goes, and send it')
    await page.submit({ looked: 'yes' })
    await hub.work()
    await there.get(paths.arrivals({ area: 'tarn-valley' }))
    await there.follow('Rewan Stayer')
    await there.submit({ looked: 'yes', ...alikeAnswers(there, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual(there.errors, [])
    await page.get(paths.callOffMove({ ...key, moveId: (await hub.fresh.db.selectFrom('move').select('id').where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()).id }))
    await page.submit({ why: 'stays', because: 'x' })
    assert.deepEqual(page.errors, ['The new council has taken the child in. Ring them: from here it cannot be undone'])
  })

  it('is sent back with a reason that the old council reads', async () => {
    const key = await aMaintainedCase(hub, { familyName: 'Boomer', planOn: '2026-06-20' })
    await sent(hub, 'hattie', key)
    await hub.work()
    const there = await (await hub.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await there.follow('Rewan Boomer')
    await there.submit({ because: '' }, { button: 'Send it back' })
    assert.deepEqual(there.errors, ['Enter why it goes back'])
    await there.submit({ because: 'The house is in Northmoor' }, { button: 'Send it back' })
    assert.match(there.words, /Sent back/)
    await hub.work()
    const page = await (await hub.as('hattie')).get(paths.caseMove(key))
    assert.match(page.words, /Sent back because The house is in Northmoor/)
  })

  it('is chased while nobody takes the child in, every two working days', async () => {
    const key = await aMaintainedCase(hub, { familyName: 'Patient', planOn: '2026-06-20' })
    await sent(hub, 'hattie', key)
    await hub.work()
    const told = async (): Promise<number> => (await hub.fresh.db.selectFrom('outgoing').select('id').where('about', '=', 'arrival').where('localAreaId', '=', demoAreaId('tarn-valley')).execute()).length
    const first = await told()
    assert.ok(first > 0)
    const chase = async (instant: string): Promise<number> => {
      hub.setNow(instant)
      await chaseArrivals.run(await hub.occasion('system'), {})
      return told()
    }
    assert.equal(await chase('2027-01-12T08:00:00.000Z'), first)
    const second = await chase('2027-01-13T08:00:00.000Z')
    assert.ok(second > first)
    assert.equal(await chase('2027-01-14T08:00:00.000Z'), second)
    const home = await (await hub.as('aled')).get(paths.home())
    assert.match(home.words, /moved here/)
    hub.setNow(now)
  })

  it('is taken in once, however often the button is pressed', async () => {
    const page = await (await hub.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await page.follow('Rewan Patient')
    const other = await (await hub.as('aled')).get(page.url)
    await page.submit({}, { button: 'Take the child in' })
    assert.deepEqual(page.errors, ['Confirm that you looked at who it is'])
    await page.submit({ looked: 'yes', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    await other.submit({ looked: 'yes', ...alikeAnswers(other, 'different-children') }, { button: 'Take the child in' })
    assert.match(other.text, /Taken in|Somebody else has taken the child in/)
    assert.equal((await hub.fresh.db.selectFrom('child').select('id').where('familyName', '=', 'Patient').where('localAreaId', '=', demoAreaId('tarn-valley')).execute()).length, 1)
    assert.deepEqual(hub.faults, [])
  })
})

describe('a move before a plan is made', () => {
  it('gives the new council its own six, sixteen and twenty weeks from the day it becomes responsible, and the advice so far', async () => {
    const hub = await aHub({ now })
    try {
      const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-11-02' })
      await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
        const { localAreaId, id: caseId } = await openCaseFile(tx, key)
        await tx.db.insertInto('request').values({ localAreaId, id: tx.newId<never>(), caseId, madeBy: 'parent', madeByName: 'Shno Tahsin', channel: 'hub', receivedOn: '2026-11-02' as never, answers: JSON.stringify({ home: { line1: '1 Old Street' }, worries: { words: 'He is alone at play' } }) }).execute()
        await tx.db.insertInto('advice').values({ localAreaId, id: tx.newId<never>(), caseId, item: 'd', kind: 'psychological', authorName: 'Dr Imogen Hale', authorRole: 'educational psychologist', reportText: 'A report.', state: 'accepted', givenAt: tx.now }).execute()
      })
      await sent(hub, 'hattie', key)
      await hub.work()
      assert.equal(await stageOf(hub, key), 'exported')
      const page = await (await hub.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
      await page.follow('Rewan Tahsin')
      assert.match(page.words, /None is made: you begin your own assessment/)
      await page.submit({ looked: 'yes', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
      assert.deepEqual([page.errors, hub.faults], [[], []])
      const there = { area: 'tarn-valley', caseId: /\/cases\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? '' }
      assert.equal(await stageOf(hub, there), 'considering')
      const due = await dueOf(hub, there)
      assert.deepEqual([due['ASMT-12/assess-decision'], due['ASMT-12/no-plan'], due['ASMT-12/final']], ['2027-02-22', '2027-05-03', '2027-05-31'])
      const request = await hub.fresh.db.selectFrom('request').select('answers').where('caseId', '=', there.caseId as never).executeTakeFirstOrThrow()
      assert.deepEqual(request.answers, { worries: { words: 'He is alone at play' } })
      assert.equal((await hub.fresh.db.selectFrom('advice').select('id').where('caseId', '=', there.caseId as never).execute()).length, 1)
    } finally {
      await hub.close()
    }
  })
})

describe('what a move changes', () => {
  it('is recorded for the setting and the health body, and starts their clocks', async () => {
    const hub = await aHub({ now })
    try {
      const key = await aMaintainedCase(hub, { planOn: '2026-06-20' })
      const page = await (await hub.as('hattie')).get(paths.afterMove(key))
      await page.submit({})
      assert.deepEqual(page.errors, ['Select what happened', 'Enter the setting or the health body', 'Enter the day'])
      await page.submit({ what: 'new-health-body-told', name: 'NHS Northmoor', ...day('on', '2027-01-08') })
      assert.deepEqual(page.errors, ['First record that the health body changes'])
      await page.submit({ what: 'health-body-change-known' })
      assert.deepEqual(page.errors, [])
      assert.equal((await dueOf(hub, key))['TR-05'], '2027-01-28')
      for (const [what, name] of [['new-health-body-told', 'NHS Northmoor'], ['attendance-impracticable', 'Larkfell Primary School']] as const) {
        await page.get(paths.afterMove(key))
        await page.submit({ what, name, ...day('on', '2027-01-11') })
        assert.deepEqual(page.errors, [])
      }
      const due = await dueOf(hub, key)
      assert.ok(!('TR-05' in due) && 'TR-07' in due)
      await page.get(paths.afterMove(key))
      await page.submit({ what: 'alternative-arranged', name: 'Fernside School', ...day('on', '2027-01-11') })
      assert.ok(!('TR-07' in await dueOf(hub, key)))
      // TR-06: fifteen working days that begin with the day on which it knew, and the council must do as it is asked.
      await page.get(paths.afterMove(key))
      await page.submit({ what: 'health-body-asked-council', name: 'NHS Northmoor', asksFor: 'review', ...day('on', '2027-01-11') })
      assert.deepEqual(page.errors, ['First record that the health body cannot arrange the provision, and since when it knew'])
      await page.submit({ what: 'health-body-cannot-arrange' })
      assert.deepEqual(page.errors, [])
      assert.match(page.words, /NHS Northmoor asks you to assess again or to review By 29 January 2027/)
      assert.equal((await dueOf(hub, key))['TR-06'], '2027-01-29')
      await page.get(paths.afterMove(key))
      await page.submit({ what: 'health-body-asked-council', name: 'NHS Northmoor', ...day('on', '2027-01-11') })
      assert.deepEqual(page.errors, ['Select what the health body asked for'])
      await page.submit({ asksFor: 'review' })
      assert.match(page.words, /NHS Northmoor asked you On 11 January 2027, to review the plan\. You must\. Arrange the review/)
      assert.ok(!('TR-06' in await dueOf(hub, key)))
      assert.deepEqual(hub.faults, [])
    } finally {
      await hub.close()
    }
  })
})

describe('the rows of what arrived', () => {
  it('are shown to the officers of that area who take children in, and to nobody else', async () => {
    const hub = await aHub({ now })
    try {
      await sent(hub, 'hattie', await aMaintainedCase(hub, { planOn: '2026-06-20' }))
      await hub.work()
      const seen = async (who: string): Promise<number> => inTransaction(await hub.occasion(who), async (tx) => (await tx.db.selectFrom('arrival').select('id').execute()).length)
      assert.equal(await seen('aled'), 1)
      for (const who of ['hattie', 'meera', 'tom', 'shno', 'debra', 'callum', 'agnes', 'winifred', 'gethin']) assert.equal(await seen(who), 0, who)
      const tryOff = async (who: string): Promise<unknown> => inTransaction(await hub.occasion(who), async (tx) => (await tx.db.selectFrom('move').select('id').execute()).length)
      assert.deepEqual([await tryOff('aled'), await tryOff('shno'), await tryOff('hattie')], [0, 0, 1])
    } finally {
      await hub.close()
    }
  })
})
