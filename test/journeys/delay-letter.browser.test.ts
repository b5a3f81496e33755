// A legal date that was missed: the officer says why and by when, the family reads it the same day, and it is counted.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const aPicture = { name: 'hospital.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') }
const tell = 'Tell the family why: Decide whether to assess, late'

// Six weeks of a request of 20 July 2026 ended on 31 August.
bothWays('the delay letter', { now: morningOf('2026-09-14') }, (scene) => {
  let key: CaseKey
  let letter: string
  before(async () => {
    key = await aCase(scene.hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'shno'], setting: 'hallowcross', receivedOn: '2026-07-20' })
  })

  it('begins on the officer’s list, with the date in the law and how it follows', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    await officer.follow(tell)
    assert.equal(officer.heading, 'Tell the family why something is late')
    assert.match(officer.words, /Legal date 31 August 2026, 14 days late/)
    assert.match(officer.text, /six weeks from then, that day not counted/)
  })

  it('refuses an excuse whose facts do not stand, in the engine’s words, and loses nothing that was typed', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    await officer.follow(tell)
    const away = { because: 'D', ...dateIn('d-from', '2026-08-01'), ...dateIn('d-to', '2026-08-14'), ...dateIn('expected', '2026-10-12') }
    await officer.submit(away, { button: 'Continue to the letter' })
    expectRefused(officer, [/An absence of 14 days is less than four weeks\. \(SEND Regulations 2014, reg 5\(4\)\.\)/], { kept: away })
    await officer.submitFiles({ file: aPicture }, { because: 'C', ...dateIn('c-from', '2026-08-10'), evidenceTitle: 'Letter from the hospital' }, { button: 'Continue to the letter' })
    assert.match(officer.text, /The claim stands\. The circumstances began on 10 August 2026/)
    await officer.submit({}, { button: 'Change the reason or the date' })
    assert.deepEqual(officer.fieldsOf(officer.form()).get('because'), ['C'])
  })

  it('is read before it goes, in words that the officer can change', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    await officer.follow(tell)
    await officer.submit({ because: 'no-psychologist', ...dateIn('expected', '2026-10-12') }, { button: 'Continue to the letter' })
    assert.equal(officer.heading, 'Check the letter to the family')
    await officer.submit({ why: 'We have too few psychologists. One will see Beth on 5 October.' }, { button: 'Show the letter with these words' })
    assert.match(officer.root.querySelector('article')?.textContent ?? '', /One will see Beth on 5 October/)
    await officer.submit({}, { button: 'Send the letter today' })
    assert.match(officer.text, /The family has been told/)
    await officer.get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    assert.ok(!officer.hasLink(tell), 'it is no longer on the list')
  })

  it('reaches the mother on her phone the same day: the new date, why, and what she can do', async () => {
    const { hub } = scene
    await hub.work()
    assert.ok(hub.carrier.carried.length > 0, 'an alert has gone out')
    for (const message of hub.carrier.carried) assert.doesNotMatch(JSON.stringify(message), /Beth|late\b|delay|psychologist/i)
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseLetters(key))
    await mother.follow('There is a delay')
    letter = mother.url
    assert.equal(mother.heading, 'There is a delay')
    for (const words of [
      /We had to tell you if we will assess Beth’s needs\. We have not done it yet/, /The law said that we had to do it by 31 August 2026/, /We now expect to do it by 12 October 2026/,
      /One will see Beth on 5 October/, /You keep all your rights/, /Hattie Greaves/, /You can complain to us/, /Local Government and Social Care Ombudsman/, /free help and advice/,
    ]) assert.match(mother.text, words)
    const saved = await mother.download(mother.link('save it as a PDF'))
    assert.equal(new TextDecoder().decode(saved.bytes.slice(0, 5)), '%PDF-')
  })

  it('is her own copy, which the other parent has too, and nobody else', async () => {
    expectClosed(await (await scene.cast.as('shno')).get(letter), /psychologists/)
    expectClosed(await (await scene.cast.as('debra')).get(letter), /psychologists/)
  })

  it('is counted, and is counted as broken when the date passes', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.delays())
    assert.match(manager.words, /Every family whose legal date was missed has been told why/)
    assert.match(manager.words, /Letters of delay 1: 1 with a plain reason, 0 with an excuse of the law/)
    assert.match(manager.words, /There is no educational psychologist free/)
    assert.match(manager.words, /Up to four weeks later 1/)
    scene.hub.setNow(morningOf('2026-10-13'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    assert.match(officer.text, /Tell the family again: Decide whether to assess, promised by 12 October 2026/)
    const later = await scene.cast.as('meera')
    await later.get(paths.delays())
    assert.match(later.words, /Dates given kept 0, moved before it came 0, broken 1/)
  })
})
