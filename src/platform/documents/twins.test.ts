import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { richDocument } from '../../../test/builders/rich-document.ts'
import { wordsInDocx, wordsInHtml, wordsInPdf } from '../../../test/harness/words-in-files.ts'
import { heading, paragraph, printedDocument } from './printed-document.ts'
import { toDocx } from './to-docx.ts'
import { toHtml } from './to-html.tsx'
import { pdfMaker } from './to-pdf.ts'
import { wordsOf } from './words-of.ts'

const maker = pdfMaker()
after(async () => { if (maker.available) await maker.stop() })

describe('the twins of a document say the same words in the same order', () => {
  const document = richDocument()
  const words = wordsOf(document)

  it('there are plenty of words', () => {
    assert.ok(words.length > 600)
    assert.ok(words.includes('Żółć-Wiśniewski') && words.includes('efficient,') && words.includes('محمد'))
  })
  it('HTML', () => assert.deepEqual(wordsInHtml(toHtml(document)), words))
  it('Word', async () => assert.deepEqual(await wordsInDocx(await toDocx(document)), words))
  it('PDF', async () => {
    assert.ok(maker.available)
    assert.deepEqual(await wordsInPdf(await maker.make(document)), words)
  })
  it('PDF in large print, where lines break elsewhere', async () => {
    assert.ok(maker.available)
    assert.deepEqual(await wordsInPdf(await maker.make({ ...document, largePrint: true, watermark: 'Copy for A. Reader' })), words)
  })
})

describe('names that the fonts may lack', () => {
  // Sorani and Urdu letters are only in the font package that is used where it is installed. With it the words are the same;
  // without it no PDF is made and the letters are named. A PDF with boxes instead of letters is never made.
  const document = printedDocument({ title: 'Names', blocks: [
    heading(1, 'Sorani and Urdu'), paragraph('She is شنۆ تەحسین and he is ڕێبین.'), paragraph('نے بیگم ٹیپو'),
  ] })
  const isDrawn = maker.available && maker.families.includes('Vazirmatn')

  it('HTML and Word have them', async () => {
    assert.deepEqual(wordsInHtml(toHtml(document)), wordsOf(document))
    assert.deepEqual(await wordsInDocx(await toDocx(document)), wordsOf(document))
  })
  it(isDrawn ? 'the PDF has them' : 'no PDF is made, and the letters are named', async () => {
    assert.ok(maker.available)
    const made = maker.make(document)
    if (isDrawn) assert.deepEqual(await wordsInPdf(await made), wordsOf(document))
    else await assert.rejects(made, { name: 'UnprintableLetters', letters: ['ۆ', 'ە', 'ڕ', 'ێ', 'ے'].toSorted() })
  })
  it('no script at all', async () => {
    assert.ok(maker.available)
    await assert.rejects(maker.make(printedDocument({ title: '王小明', blocks: [] })), { name: 'UnprintableLetters', letters: ['小', '明', '王'] })
  })
})
