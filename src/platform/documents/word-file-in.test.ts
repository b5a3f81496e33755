import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { docxOf } from '../../../test/builders/hostile-files.ts'
import { zipOf } from '../../../test/harness/zip-file.ts'
import { wordFileOf } from './word-file-in.ts'
import { xmlTree } from './xml-tree.ts'

const p = (inside: string): string => `<w:p>${inside}</w:p>`
const r = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

const read = (body: string) => {
  const file = wordFileOf(docxOf(body))
  assert.ok(file.ok, JSON.stringify(file))
  return file.value
}
const textsOf = (body: string): string[] => read(body).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

describe('a Word file with all its words', () => {
  it('is read with tracked insertions and without tracked deletions, which are counted', () => {
    const body = p(`${r('Kept. ')}<w:ins w:author="A" w:id="1">${r('Put in.')}</w:ins><w:del w:author="A" w:id="2"><w:r><w:delText>Taken out.</w:delText></w:r></w:del>`)
    assert.deepEqual(textsOf(body), ['Kept. Put in.'])
    assert.equal(read(body).changes, 2)
  })

  it('has the words of text boxes before the paragraph that they hang on, once however they are written', () => {
    const box = `<w:txbxContent>${p(r('Section B'))}</w:txbxContent>`
    assert.deepEqual(textsOf(p(`<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('Needs')}`)), ['Section B', 'Needs'])
  })

  it('keeps apart what is hidden, and says what is bold or underlined throughout', () => {
    const { blocks } = read(p(`${r('Seen', '<w:b/>')}${r('Hidden', '<w:vanish/>')}`) + p(r('Line', '<w:u w:val="single"/>')) + p(r('Plain', '<w:b w:val="0"/>')))
    assert.deepEqual(blocks.map((block) => (block.kind === 'paragraph' ? [block.text, block.isBold, block.place ?? 'body'] : [])), [['Seen', true, 'body'], ['Hidden', false, 'hidden'], ['Line', true, 'body'], ['Plain', false, 'body']])
  })

  it('has tables with cells that span and go on, boxes that are ticked, and breaks', () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
    const { blocks: [table] } = read(`<w:tbl><w:tr>${cell('Both', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('x')}</w:tr></w:tbl>`)
    assert.ok(table?.kind === 'table')
    assert.deepEqual(table.rows.map(({ cells }) => cells.map(({ span, continues }) => [span, continues])), [[[2, false]], [[1, true], [1, false]]])
    assert.deepEqual(textsOf(p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>Yes</w:t><w:br/><w:t>No</w:t></w:r>')), ['☑Yes\nNo'])
  })

  it('is refused with its reason', () => {
    const refusal = (bytes: Uint8Array) => { const file = wordFileOf(bytes); return file.ok ? 'read' : file.refusal }
    assert.equal(refusal(Buffer.from('no zip at all')), 'not-word')
    assert.equal(refusal(zipOf(new Map([['hello.txt', 'x']]))), 'not-word')
    assert.equal(refusal(docxOf('<w:p>')), 'broken')
    assert.equal(refusal(docxOf('<w:p/>')), 'no-text')
    assert.equal(refusal(docxOf(p(r('x')), { flags: 1 })), 'encrypted')
    assert.equal(refusal(docxOf('<w:sdt>'.repeat(500))), 'too-large')
    assert.equal(refusal(docxOf(p(`<w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:r>${r('x')}`))), 'linked')
    assert.equal(refusal(docxOf(p(`<w:r><w:instrText>INCLUDEPICTURE </w:instrText></w:r><w:r><w:instrText>"https://evil.example.org/a.png"</w:instrText></w:r>${r('x')}`))), 'linked')
  })

  it('may hold links to follow, and the council’s own template on its own drive', () => {
    const withRelation = (type: string, target: string) => wordFileOf(zipOf(new Map([
      ['word/document.xml', `<w:document xmlns:w="x"><w:body>${p(r('Words'))}</w:body></w:document>`],
      ['word/_rels/document.xml.rels', `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`],
    ]))).ok
    assert.equal(withRelation('hyperlink', 'https://example.org'), true)
    assert.equal(withRelation('attachedTemplate', 'file:///\\\\server\\templates\\EHCP.dotx'), true)
    assert.equal(withRelation('attachedTemplate', 'https://evil.example.org/t.dotm'), false)
    assert.equal(withRelation('image', 'http://evil.example.org/x.png'), false)
    assert.equal(withRelation('oleObject', 'file:///c:/x.xlsx'), false)
  })
})

it('XML that is not well-formed is no tree, and entities but the five are left as they stand', () => {
  assert.equal(xmlTree('<a><b></a>'), 'broken')
  assert.equal(xmlTree('<a/><b/>'), 'broken')
  assert.equal(xmlTree('words'), 'broken')
  const tree = xmlTree('<?xml version="1.0"?><w:a x:b="1 &amp; 2"><!-- c -->&lt;&#65;&#x42;&boom;<![CDATA[<c>]]></w:a>')
  assert.ok(typeof tree === 'object')
  assert.deepEqual([tree.name, tree.attributes['b'], tree.children.join('')], ['a', '1 & 2', '<AB&boom;<c>'])
})
