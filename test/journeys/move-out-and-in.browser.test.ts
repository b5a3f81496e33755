// A child moves to another council: once through the hub that both use, and on from there as a locked file. The old file closes and is still
// read, the new council's own days begin, the family is told; and the receipts say to the byte what arrived. That a package which is made again
// where the child arrived holds the same, element by element, is shown in features/moves/made-again.page.test.ts.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { readPackage } from '../../src/features/moves/package/read-package.ts'
import { paths } from '../../src/paths.ts'
import { unlockFile } from '../../src/platform/seal/locked-file.ts'
import { alikeAnswers } from '../builders/a-move.ts'
import { onCase } from '../builders/a-maintained-case.ts'
import { aRichCase } from '../builders/a-rich-case.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const caseOf = (reader: PageReader, area: string): CaseKey => ({ area, caseId: /\/cases\/([0-9a-f-]{36})\//.exec(reader.url)?.[1] ?? '' })
/** What stands beside a word in a list of facts: the hash on a receipt. */
const besides = (reader: PageReader, name: string): string => textOf(reader.root.querySelectorAll('.govuk-summary-list__row').find((row) => textOf(row.querySelector('dt')) === name)?.querySelector('dd'))

// Known on Monday 11 January 2027 of a move on the 18th: less than fifteen working days, which end on Friday 29 January with the 11th as the first.
bothWays('a move out and in', { now: morningOf('2027-01-11') }, (scene) => {
  let atWendmere: CaseKey
  let atTarn: CaseKey
  before(async () => {
    atWendmere = await aRichCase(scene.hub)
    await onCase(scene.hub, atWendmere, async (record) => { await record({ type: 'attendance-impracticable', name: 'Larkfell Primary School' }, '2027-01-11') })
  })

  it('is recorded with the day on which the law wants the plan to be there', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.recordMove(atWendmere))
    await officer.submit({ to: demoAreaId('tarn-valley'), ...dateIn('known', '2027-01-11') })
    expectRefused(officer, ['Enter the day of the move'], { kept: { 'known-day': '11' } })
    await officer.submit(dateIn('moves', '2027-01-18'))
    assert.match(officer.words, /Transfer the plan By 29 January 2027/, officer.errors.join())
  })

  it('goes by one action, after somebody looked at what goes and what stays', async () => {
    scene.hub.setNow(morningOf('2027-01-18'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseMove(atWendmere))
    await officer.follow('Look at what goes, and send it')
    assert.match(officer.words, /Letter from the nursery/)
    await officer.submit({ looked: ['yes'], note: 'The taxi firm knows him.' })
    assert.match(officer.words, /Ready, waits to leave/, officer.errors.join())
    await scene.hub.work()
    await officer.get(paths.caseMove(atWendmere))
    assert.match(officer.words, /Sent, not opened yet/)
  })

  it('is nobody’s in the new area before an officer takes the child in', async () => {
    for (const who of ['shno', 'hattie']) {
      const other = await scene.cast.as(who)
      await other.get(paths.arrivals({ area: 'tarn-valley' }))
      expectClosed(other, /Tahsin/)
    }
    const officer = await scene.cast.as('aled')
    await officer.get(paths.arrivals({ area: 'tarn-valley' }))
    assert.match(officer.words, /Rewan Tahsin Wendmere Council/)
    await officer.follow('Rewan Tahsin')
    assert.match(officer.words, /Wendmere Council says The taxi firm knows him\./)
    await officer.submit({ looked: ['yes'] }, { button: 'Take the child in' })
    atTarn = caseOf(officer, 'tarn-valley')
    // Six weeks with the 18th as the day before the first; and the later of a year from the plan and three months from the transfer.
    assert.match(officer.words, /Tell the family By 1 March 2027.*Review the plan Decide by/, officer.errors.join())
    await scene.hub.work()
  })

  it('is read there as it was written here', async () => {
    const sealed = async (who: string, key: CaseKey): Promise<string> => {
      const reader = await scene.cast.again(who)
      await reader.get(paths.finalPlan(key))
      assert.match(reader.words, /The seal of this version is [0-9a-f]{64}/)
      return reader.words.slice(reader.words.indexOf('Contents A: Views'))
    }
    assert.ok(await sealed('aled', atTarn) === await sealed('hattie', atWendmere), 'each word of the plan, and its seal')
  })

  it('is told to the family, when an officer has given them their part', async () => {
    const officer = await scene.cast.as('aled')
    await officer.get(paths.inviteAfterMove(atTarn))
    await officer.submit({ who: [`parent-${demoPersonId('shno')}`] })
    await officer.get(paths.tellOfTransfer(atTarn))
    await officer.submit({})
    expectRefused(officer, ['Select whether you will assess again'])
    await officer.submit({ reassess: 'no', reasons: 'The reports are new.' })
    assert.match(officer.words, /Tell the family Done on 18 January 2027/, officer.errors.join())
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseLetters(atTarn))
    assert.match(mother.words, /18 January 2027/)
  })

  it('closes the old file, which is read and worked on no more, and has the receipt', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseMove(atWendmere))
    assert.match(officer.words, /Taken in there/)
    await officer.follow('Read the receipt')
    const hash = besides(officer, 'Of the package')
    assert.match(hash, /^[0-9a-f]{64}$/)
    await officer.get(paths.caseTimeline(atWendmere))
    assert.match(officer.words, /Tarn Valley Council/)
    const school = await scene.cast.as('debra')
    await school.get(paths.caseOverview(atWendmere))
    expectClosed(school, /Tahsin/)
    for (const who of ['hattie', 'meera']) {
      const old = await scene.cast.again(who)
      await old.get(paths.caseOverview(atTarn))
      expectClosed(old, /Tahsin/)
    }
  })

  let file: Uint8Array
  let told: string

  it('goes on as a file that is locked with words to be told on the telephone', async () => {
    scene.hub.setNow(morningOf('2027-03-01'))
    const officer = await scene.cast.as('aled')
    await officer.get(paths.recordMove(atTarn))
    await officer.submit({ to: 'elsewhere', name: 'Wendmere Council', ...dateIn('moves', '2027-03-01'), ...dateIn('known', '2027-02-26') })
    await officer.follow('Look at what goes, and send it')
    await officer.submit({ looked: ['yes'] })
    await scene.hub.work()
    await officer.get(paths.caseMove(atTarn))
    await officer.follow('Hand the package over')
    await officer.follow('Make the locked file')
    told = textOf(officer.root.querySelector('main .govuk-inset-text code'))
    assert.match(told, /^[a-z0-9]{4}(-[a-z0-9]{4}){4}$/)
    const down = await officer.downloadBy({ button: 'Download the locked file' })
    assert.match(down.name, /\.zip\.age$/)
    file = down.bytes
    assert.ok(!Buffer.from(file).includes('Tahsin') && !readPackage(file).ok, 'nobody reads it on its way')
    await officer.follow('Back')
    await officer.submit(dateIn('on', '2027-03-01'))
    assert.match(officer.words, /Handed over 1 March 2027/, officer.errors.join())
  })

  it('is brought in, and a wrong word loses nothing', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.arrivals({ area: 'wendmere' }))
    await officer.submitFiles({ package: { name: 'record.zip.age', bytes: file } })
    assert.equal(officer.heading, 'Open a locked package', officer.errors.join())
    await officer.submit({ passphrase: 'kkkk-kkkk-kkkk-kkkk-kkkk' }, { button: 'Open the package' })
    expectRefused(officer, [/The passphrase does not open this file\..*The file is still here/], { kept: { passphrase: 'kkkk-kkkk-kkkk-kkkk-kkkk' } })
    await officer.submit({ passphrase: told.toUpperCase().replaceAll('-', ' ') }, { button: 'Open the package' })
    assert.equal(officer.heading, 'Rewan Tahsin, from Tarn Valley Council', officer.errors.join())
    assert.match(officer.words, /A child who may be the same is on file here.*the same child\? Alike: the same name/)
    await officer.submit({ looked: ['yes'] }, { button: 'Take the child in' })
    expectRefused(officer, ['Enter with whom you compared the fingerprint, and how'])
    await officer.submit({ looked: ['yes'], compared: 'Aled Prosser, by telephone' }, { button: 'Take the child in' })
    expectRefused(officer, [/Select whether Rewan Tahsin, \S+, is the same child/], { kept: { compared: 'Aled Prosser, by telephone' } })
    await officer.submit(alikeAnswers(officer, 'same-child'), { button: 'Take the child in' })
    assert.match(officer.words, /Tell the family By 12 April 2027/, officer.errors.join())
    await scene.hub.work()
  })

  it('is answered with a receipt, which names the very package', async () => {
    const there = await scene.cast.as('hattie')
    await there.get(paths.arrivals({ area: 'wendmere' }))
    await there.follow('Rewan Tahsin')
    const receipt = await there.download(there.link('Download the receipt'))
    const officer = await scene.cast.as('aled')
    await officer.get(paths.caseMove(atTarn))
    await officer.follow('Bring in the receipt that they gave you')
    await officer.submitFiles({ receipt: { name: 'receipt.json', bytes: receipt.bytes } })
    assert.match(officer.words, /Taken in there/, officer.errors.join())
    await officer.follow('Read the receipt')
    const inside = await unlockFile(file, told)
    assert.ok(inside.ok)
    const opened = readPackage(inside.value)
    assert.ok(opened.ok)
    assert.equal(besides(officer, 'Of the package'), opened.value.sha256)
  })
})
