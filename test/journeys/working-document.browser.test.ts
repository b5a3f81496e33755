// The working document goes out as a Word file, is changed outside by the parent and by somebody who helps her, and comes back as proposals
// with author and time: one is accepted, one declined with a reason, and one meets a line that was changed meanwhile. Nothing typed is lost.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { PlanLine } from '../../src/domain/plan/line.ts'
import { paths } from '../../src/paths.ts'
import { aPlanUnderAmendment, lineAt, livePlan, writeLine } from '../builders/a-working-document.ts'
import { commented, paragraphAfter, paragraphGone, resaved, tracked, typedOver } from '../builders/edited-docx.ts'
import { wordWithMacros } from '../builders/hostile-files.ts'
import { partsOfZip } from '../harness/zip-file.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

const addition = 'Rewan cannot tell when he is thirsty.'
const meanwhile = 'In a quiet room he understands four.'
const councils = 'An adult checks on Fridays.'
const reason = 'The therapist says that it still helps him.'

bothWays('the working document, to Word and back', { now: morningOf('2027-01-12') }, (scene) => {
  let key: CaseKey
  let [need, clashing, unwanted]: PlanLine[] = []
  let edited: Uint8Array
  let found: string
  before(async () => {
    key = await aPlanUnderAmendment(scene.hub, { morePairs: 3 })
    ;[need, clashing, unwanted] = [await lineAt(scene.hub, key, 'B', 1), await lineAt(scene.hub, key, 'B', 2), await lineAt(scene.hub, key, 'B', 3)]
    const provision = await lineAt(scene.hub, key, 'F', 2)
    await writeLine(scene.hub, key, provision, `${provision.text} ${councils}`)
  })
  const lines = (): [need: PlanLine, clashing: PlanLine, unwanted: PlanLine] => {
    assert.ok(need !== undefined && clashing !== undefined && unwanted !== undefined)
    return [need, clashing, unwanted]
  }

  it('goes out in the key of the Tribunal, whose change each word is', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.planWorking(key))
    await officer.follow('Print it, or take it as a Word file')
    const { bytes } = await officer.download(officer.link('Word file, to read'))
    const words = partsOfZip(bytes).get('word/document.xml') ?? ''
    assert.match(words, /Key/)
    assert.match(words, /Italic: words that the local authority asks to add/)
    assert.match(words, new RegExp(`<w:i/>(?:(?!</w:r>).)*${councils}`))
  })

  it('is taken by the mother, changed outside as Word does it, and refused in plain words when it is another kind of file', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.planWorkingCopy(key))
    await mother.submit({}, { button: 'Make the Word file' })
    assert.match(mother.text, /The Word file is made/, mother.errors.join())
    const { bytes } = await mother.download(mother.link('Copy 1'))
    const [first, second, third] = lines()
    edited = typedOver(bytes, second.text, `${second.text} At home too.`)
    edited = paragraphGone(edited, third.text)
    edited = paragraphAfter(edited, 'To add to section B, write below this line.', addition)
    edited = commented(edited, first.text, 'Is this still true?')
    edited = resaved(tracked(edited, 'two key words', 'three key words'))
    // Meanwhile the council writes on a line that she changes.
    await writeLine(scene.hub, key, second, `${second.text} ${meanwhile}`)

    await mother.follow('bring it back')
    await mother.submitFiles({ file: { name: 'plan.docx', bytes: wordWithMacros() } })
    expectRefused(mother, [/macros/])
    await mother.submitFiles({ file: { name: 'plan.docx', bytes: edited } })
    assert.equal(mother.heading, 'What the file asks for', mother.errors.join())
    assert.match(mother.words, /5 differences found: 5 to ask for, 0 that could not be placed/)
    found = mother.url
    await mother.submit()
    assert.equal(mother.heading, 'The plan side by side', mother.errors.join())
    assert.match(mother.words, /Shno Tahsin, 12 January 2027/)
    await mother.get(found)
    assert.equal(mother.heading, 'The plan side by side', 'looked through once')
  })

  it('stands beside the plan as proposals with author and time; nothing has changed by itself', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.planWorking(key))
    for (const words of ['three', addition, 'At home too', meanwhile.slice(0, -1), 'Is this still true?', 'A comment of Dana Outside in the Word file']) assert.ok(officer.text.includes(words), words)
    assert.match(officer.words, /Asks for other words Waiting for an answer Shno Tahsin, 12 January 2027/)
    assert.ok((await livePlan(scene.hub, key)).lines.some(({ text }) => text.includes('two key words')))
  })

  it('has one accepted and one declined with its reason, and a clash that loses none of its three texts', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.planWorking(key))
    await officer.follow('Answer Shno Tahsin about B1')
    await officer.submit({ decision: 'accepted' })
    await officer.get(paths.planWorkingCopy(key))
    const agreed = partsOfZip((await officer.download(officer.link('Word file, to read'))).bytes).get('word/document.xml') ?? ''
    assert.match(agreed, /<w:u [^>]*>(?:(?!<\/w:r>).)*three/, 'agreed by both is underlined')
    await officer.get(paths.planWorking(key))
    await officer.follow('Answer Shno Tahsin about B3')
    await officer.submit({ decision: 'declined' })
    assert.equal(officer.status, 422)
    await officer.submit({ decision: 'declined', reason })
    await officer.get(paths.planWorking(key))
    await officer.follow('Answer Shno Tahsin about B2')
    const [, second] = lines()
    for (const words of [second.text, 'At home too.', meanwhile]) assert.ok(officer.text.includes(words), words)
    const { lines: now } = await livePlan(scene.hub, key)
    assert.ok(now.some(({ text }) => text.includes('three key words')) && now.some(({ text }) => text.includes(meanwhile)))
  })

  it('tells the mother what became of each', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.planWorking(key))
    assert.match(mother.words, new RegExp(`Declined .*Answer: ${reason}`))
    assert.match(mother.words, /Accepted/)
    assert.ok(mother.words.includes('At home too.'))
  })
})
