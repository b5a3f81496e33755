// A Tribunal's order, from the day it is made to the plan that says it word for word, on the last day of the law.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { onCase } from '../builders/a-maintained-case.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

const ordered = 'A speech and language therapist will work with Rewan alone for 60 minutes once a week, for 38 weeks a year.'

// Five weeks from 5 July 2027 end on 9 August.
bothWays('a Tribunal’s order', { now: morningOf('2027-01-25') }, (scene) => {
  let key: CaseKey
  let words: string
  before(async () => {
    key = await anIssuedPlan(scene.hub)
    scene.hub.setNow(morningOf('2027-07-09'))
    await onCase(scene.hub, key, async (record) => {
      await record({ type: 'mediation-certificate-issued' }, '2027-03-01')
      await record({ type: 'appeal-lodged', appealId: 'appeal', about: 'Section F, provision' }, '2027-03-08')
      await record({ type: 'appeal-decided', appealId: 'appeal', result: 'allowed' }, '2027-07-05')
    })
  })

  it('is recorded with its date, and its five weeks begin', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.disagreements(key))
    await officer.follow('Record an order of the Tribunal')
    await officer.submit({ kind: 'amend-contents', words: ordered })
    expectRefused(officer, ['Enter the date of the order'], { kept: { words: ordered } })
    await officer.submit(dateIn('on', '2027-07-05'))
    assert.equal(officer.heading, 'Words locked in the working document', officer.errors.join())
    await officer.get(paths.disagreements(key))
    assert.match(officer.words, /Send the plan amended as ordered.* 9 August 2027/)
    await officer.follow('Words locked in the working document')
    words = officer.url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? ''
  })

  it('is put into its line to the letter, and nobody changes it', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(words)
    await officer.follow('Put ordered words into a line')
    const line = officer.root.querySelectorAll('select[name=rewordLine] option').find((option) => textOf(option).includes('therapist will work'))?.getAttribute('value') ?? ''
    await officer.submit({ how: 'reword', rewordLine: line, rewordWords: ordered })
    assert.match(officer.words, /Says it to the letter/, officer.errors.join())
    await officer.get(paths.planSection({ ...key, section: 'F' }))
    assert.match(officer.words, /Ordered by the Tribunal/)
    await officer.get(paths.planLine({ ...key, lineId: line }))
    await officer.submit({ who: 'speech and language therapist', minutes: '60', times: '1', per: 'week', weeks: '38', groupSize: 'one to one', setting: 'a quiet room', checkedBy: 'speech and language therapist', checkedWhen: 'each term' })
    assert.deepEqual(officer.errors, [])
    const writer = await scene.cast.as('tom')
    await writer.get(paths.planLineRemove({ ...key, lineId: line }))
    await writer.submit({})
    assert.match(writer.words, /These words cannot be changed/)
  })

  it('is in the plan that goes out on the last day, without a notice before it', async () => {
    scene.hub.setNow(morningOf('2027-08-09'))
    const manager = await scene.cast.as('meera')
    await manager.get(words)
    await manager.follow('Issue the amended final plan')
    await manager.submit({ placement: 'keep' }, { button: 'Read everything before it goes' })
    await manager.submit({ considered: 'yes' }, { button: 'Issue the amended plan' })
    assert.equal(manager.heading, 'Who has the final plan', manager.errors.join())
    const mother = await scene.cast.as('shno')
    await mother.get(paths.finalPlan(key))
    assert.ok(mother.text.includes(ordered))
    await mother.get(paths.disagreements(key))
    assert.match(mother.words, /You can appeal the changed plan that we sent you/)
  })
})
