import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import mammoth from 'mammoth'
import { parse } from 'node-html-parser'
import { richDocument } from '../../../test/builders/rich-document.ts'
import { partsOfZip } from '../../../test/harness/zip-file.ts'
import { numberedList, paragraph, printedDocument } from './printed-document.ts'
import { toDocx } from './to-docx.ts'

const parts = (bytes: Uint8Array) => {
  const found = partsOfZip(bytes)
  return (name: string): string => found.get(name) ?? assert.fail(`no part ${name}`)
}

describe('the Word twin', () => {
  it('has real headings, lists and a table with a header row', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await toDocx(richDocument())) })
    const page = parse(value)
    assert.deepEqual(page.querySelectorAll('h1,h2,h3,h4,h5').map((one) => one.tagName), ['H1', 'H2', 'H3', 'H3', 'H2', 'H3', 'H4', 'H5'])
    assert.deepEqual(page.querySelectorAll('thead th').map((one) => one.textContent), ['Who', 'What', 'How often'])
    assert.ok(page.querySelectorAll('ul > li').length >= 5 && page.querySelectorAll('ol > li').length >= 4)
  })

  it('has title, language, page numbers and furniture', async () => {
    const part = parts(await toDocx(richDocument({ watermark: 'Copy for A. Reader' })))
    assert.match(part('docProps/core.xml'), /<dc:title>Office copy: a first official file for Łukasz Wiśniewski<\/dc:title>/)
    assert.match(part('word/styles.xml'), /<w:lang w:val="en-GB"/)
    const footer = part('word/footer1.xml')
    assert.match(footer, /PAGE/)
    assert.match(footer, /NUMPAGES/)
    assert.match(footer, /Copy for A\. Reader/)
    assert.match(part('word/header1.xml'), /born 3 March 2018/)
    assert.match(part('word/document.xml'), /<w:tblHeader\/>/)
  })

  it('shows additions bold and underlined, removals struck through', async () => {
    const xml = parts(await toDocx(richDocument()))('word/document.xml')
    const run = (text: string) => new RegExp(`<w:r><w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>${text}`).exec(xml)?.[1] ?? ''
    assert.match(run('twelve hours'), /<w:b\/>.*<w:u /)
    assert.match(run('ten hours'), /<w:strike\/>/)
  })

  it('sets large print in 18 point', async () => {
    const styles = parts(await toDocx(richDocument({ largePrint: true })))('word/styles.xml')
    assert.match(styles, /<w:docDefaults>.*<w:sz w:val="36"\/>/)
  })

  it('counts every numbered list from one', async () => {
    const document = printedDocument({ title: 'T', blocks: [numberedList(['a']), paragraph('between'), numberedList(['b'])] })
    const xml = parts(await toDocx(document))('word/document.xml')
    assert.equal(new Set([...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => match[1])).size, 2)
  })
})
