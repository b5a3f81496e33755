import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addLine, aPlanUnderAmendment, ask, decide, freezeTimes, lineAt, writeLine } from '../../../test/builders/a-working-document.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { wordsInDocx, wordsInHtml, wordsInPdf } from '../../../test/harness/words-in-files.ts'
import { partsOfZip } from '../../../test/harness/zip-file.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'

describe('the working document as it is printed', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await aPlanUnderAmendment(hub, { morePairs: 3 })
    const [b1, b2, f1] = [await lineAt(hub, key, 'B', 1), await lineAt(hub, key, 'B', 2), await lineAt(hub, key, 'F', 1)]
    const agreed = await ask(hub, key, 'shno', { kind: 'change', section: 'B', lineId: b1.id, onRevision: b1.revision, text: b1.text.replace('two key words', 'three key words') })
    await writeLine(hub, key, b1, b1.text.replace('two key words', 'three key words'))
    await decide(hub, key, agreed, 'accepted', undefined, b1.revision + 1)
    await writeLine(hub, key, b2, `${b2.text} As the council writes.`)
    await ask(hub, key, 'shno', { kind: 'change', section: 'F', lineId: f1.id, onRevision: f1.revision, text: `${f1.text} As the family asks.` })
    await addLine(hub, key, 'E', 'outcome', 'He will ask for help.\n\nBy himself.')
  })
  after(() => hub.close())

  it('says the same words in the same order as a page, as PDF and in Word', async () => {
    const hattie = await (await hub.as('hattie')).get(paths.planWorkingCopy(key))
    const page = wordsInHtml(hattie.root.querySelector('article.printed-document')?.outerHTML ?? '')
    assert.ok(page.length > 500)
    const word = await hattie.download(paths.planWorkingWord(key))
    assert.deepEqual(await wordsInDocx(word.bytes), page)
    if (!hub.house.pdf.available) return // The machine makes no PDF: the page says so (final-plan.page.test.ts).
    const pdf = await hattie.download(paths.planWorkingPdf(key))
    assert.deepEqual(await wordsInPdf(pdf.bytes), page)
  })

  it('sets each change in the look of whose it is, as the key says', async () => {
    const { bytes } = await (await hub.as('hattie')).download(paths.planWorkingWord(key))
    const xml = partsOfZip(bytes).get('word/document.xml') ?? ''
    const lookOf = (words: string): string => new RegExp(`<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>[^<]*${words}`).exec(xml)?.[1] ?? ''
    assert.match(lookOf('three'), /<w:u\b/)
    assert.doesNotMatch(lookOf('three'), /<w:b\/>|<w:i\/>/)
    assert.match(lookOf('As the council writes'), /<w:i\/>/)
    assert.match(lookOf('As the family asks'), /<w:b\/>/)
    assert.match(lookOf('Bold, struck through'), /<w:b\/>.*<w:strike\/>/)
    assert.doesNotMatch(xml, /bookmarkStart/, 'only a file that can come back is marked')
  })

  it('has no child’s name in the name of the file, and says whose copy it is', async () => {
    const copy = await (await hub.as('hattie')).download(paths.planWorkingWord(key))
    assert.doesNotMatch(copy.name, /Rewan|Tahsin/)
    assert.match([...partsOfZip(copy.bytes).values()].join(), /Copy for Hattie Greaves/)
  })
})

describe('any two versions, word by word', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await aPlanUnderAmendment(hub, { morePairs: 2 })
    const line = await lineAt(hub, key, 'F', 1)
    await writeLine(hub, key, { ...line, fields: { ...line.fields, minutes: 60 } }, line.text.replace('45 minutes', '60 minutes'))
    await freezeTimes(hub, key, 1)
  })
  after(() => hub.close())

  it('shows words and boxes that differ, for those who may read both', async () => {
    const tom = await (await hub.as('tom')).get(paths.planWorkingCompare(key, { from: 1, to: 2 }))
    assert.equal(tom.status, 200)
    assert.match(tom.text, /1 changed/)
    assert.match(tom.text, /removed: 45.*added: 60/)
    assert.match(tom.text, /How much: removed: 45 minutes end of removed added: 1 hour/)
  })

  it('lets the family compare what was issued or sent to them, and nothing else', async () => {
    const shno = await (await hub.as('shno')).get(paths.planWorkingCompare(key))
    assert.equal(shno.status, 200)
    assert.doesNotMatch(shno.text, /Before meeting/)
    await shno.get(paths.planWorkingCompare(key, { from: 1, to: 2 }))
    assert.equal(shno.status, 404)
  })

  it('is not there for a version that never was', async () => {
    const tom = await hub.as('tom')
    await tom.get(paths.planWorkingCompare(key, { from: 7, to: 1 }))
    assert.equal(tom.status, 404)
  })
})
