import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { docxOf, lockedPdf, pdfOf, scannedPdf } from '../../../test/builders/hostile-files.ts'
import { reportAsDocx, reportAsPdf } from '../../../test/builders/report-files.ts'
import { zipOf } from '../../../test/harness/zip-file.ts'
import { pageAt, type KeptText } from './kept-text.ts'
import { textOfPdf } from './pdf-in.ts'
import { mostUploadBytes, textOfUpload, uploadRefusalWords, uploadTypeOf, type UploadType } from './text-in.ts'

const read = async (bytes: Uint8Array, type: UploadType): Promise<KeptText> => {
  const outcome = await textOfUpload(bytes, type)
  return outcome.ok ? outcome.value : assert.fail(`refused: ${outcome.refusal}`)
}
const refusal = async (bytes: Uint8Array, type: UploadType) => {
  const outcome = await textOfUpload(bytes, type)
  return outcome.ok ? 'read' : outcome.refusal
}
const shown = (kept: KeptText) =>
  kept.blocks.map((block) => `${block.kind}${block.level === undefined ? '' : ` ${block.level}`}: ${kept.text.slice(block.start, block.end)}`)

const markdown = `# Report on Ash

Seen on **3 March 2026**
at home.

## Needs

- Ash needs *quiet*.
- Ash needs time,
  and more time.

1. First
2. Second

| Who | What |
|---|---|
| Teacher | Reads with Ash. Weekly. |

### Last

The end.
`
const asRead = [
  'heading 1: Report on Ash', 'paragraph: Seen on 3 March 2026 at home.', 'heading 2: Needs', 'list-item 1: Ash needs quiet.',
  'list-item 1: Ash needs time, and more time.',
]

describe('text in', () => {
  it('reads Word: headings, items and rows', async () => {
    const kept = await read(await reportAsDocx(markdown), 'docx')
    assert.deepEqual(shown(kept), [
      ...asRead, 'list-item 1: First', 'list-item 1: Second', 'paragraph: Table', 'table-row: Who | What',
      'table-row: Teacher | Reads with Ash. Weekly.', 'heading 3: Last', 'paragraph: The end.',
    ])
  })

  it('reads a tagged PDF: the same, with the numbers of items and the page', async () => {
    const kept = await read(await reportAsPdf(markdown), 'pdf')
    assert.deepEqual(shown(kept), [
      ...asRead, 'list-item 1: 1. First', 'list-item 1: 2. Second', 'paragraph: Table', 'table-row: Who | What',
      'table-row: Teacher | Reads with Ash. Weekly.', 'heading 3: Last', 'paragraph: The end.',
    ])
    assert.equal(kept.pages, 1)
    assert.ok(kept.blocks.every((block) => block.page === 1))
  })

  it('reads a PDF by its look where there are no tags', async () => {
    const kept = await textOfPdf(await reportAsPdf(markdown), 'by-look')
    assert.ok(typeof kept !== 'string')
    // One page cannot tell that its header and footer are no words of the report, so they are kept.
    assert.deepEqual(shown(kept), [
      'paragraph: Report on Ash', ...asRead, 'list-item 1: 1. First', 'list-item 1: 2. Second', 'paragraph: Table',
      'table-row: Who | What', 'table-row: Teacher | Reads with Ash. Weekly.', 'heading 3: Last', 'paragraph: The end.',
      'paragraph: Confidential',
    ])
  })

  it('keeps Markdown and plain text as received', async () => {
    const kept = await read(Buffer.from(markdown), 'md')
    assert.equal(kept.text, markdown)
    assert.deepEqual(shown(kept), [
      'heading 1: # Report on Ash', 'paragraph: Seen on **3 March 2026**\nat home.', 'heading 2: ## Needs', 'list-item 1: - Ash needs *quiet*.',
      'list-item 1: - Ash needs time,\n  and more time.', 'list-item 1: 1. First', 'list-item 1: 2. Second', 'table-row: | Who | What |',
      'rule: |---|---|', 'table-row: | Teacher | Reads with Ash. Weekly. |', 'heading 3: ### Last', 'paragraph: The end.',
    ])
    assert.deepEqual(shown(await read(Buffer.from('One\r\ntwo.\r\n\r\n• three\r\n'), 'txt')), ['paragraph: One\ntwo.', 'list-item 1: • three'])
  })

  it('reads what old programs saved', async () => {
    assert.equal((await read(Buffer.from('Caf\xe9 \x93yes\x94', 'latin1'), 'txt')).text, 'Café “yes”')
    assert.equal((await read(Buffer.from('\ufeffŁódź', 'utf16le'), 'txt')).text, 'Łódź')
    assert.equal((await read(Buffer.from('\ufeffŁódź'), 'txt')).text, 'Łódź')
  })

  it('reads tracked insertions and leaves out tracked deletions in Word', async () => {
    const kept = await read(docxOf('<w:p><w:r><w:t>Now </w:t></w:r><w:del><w:r><w:delText>ten</w:delText></w:r></w:del>'
      + '<w:ins><w:r><w:t>twelve</w:t></w:r></w:ins></w:p>'), 'docx')
    assert.equal(kept.text, 'Now twelve')
  })

  it('joins what runs over a page and can say the page', async () => {
    const long = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} has words that go on and on, with one-to-one help and self-confidence, `
      + `so that pages fill and ${index} lines break at many places, and then there are some more words until it ends.`).join('\n\n')
    const kept = await read(await reportAsPdf(`# Long\n\n${long}`), 'pdf')
    assert.ok((kept.pages ?? 0) >= 3)
    assert.equal(kept.blocks.length, 41)
    assert.doesNotMatch(kept.text, /Confidential|Page \d/)
    assert.equal(pageAt(kept, 0), 1)
    assert.equal(pageAt(kept, kept.text.length), kept.pages)
    const byLook = await textOfPdf(await reportAsPdf(`# Long\n\n${long}`), 'by-look')
    assert.ok(typeof byLook !== 'string')
    assert.equal(byLook.text, `${kept.text}\n\nLong\n\nConfidential`, 'the same, with header and footer kept once at the end')
  })

  it('takes a hyphen at a line end away only where the word stands elsewhere without it', async () => {
    const lines = (...words: readonly string[]) => pdfOf(`BT /F1 12 Tf 14 TL 72 720 Td ${words.map((line) => `(${line}) Tj T*`).join(' ')} ET`)
    const kept = await read(lines('His communication is good and his commu-', 'nication aid helps with self-', 'confidence.'), 'pdf')
    assert.equal(kept.text, 'His communication is good and his communication aid helps with self-confidence.')
  })
})

describe('text in refuses', () => {
  it('a scan, in plain words', async () => {
    assert.equal(await refusal(scannedPdf(), 'pdf'), 'no-text')
    assert.match(uploadRefusalWords['no-text'], /only pictures of pages/)
    assert.equal(await refusal(docxOf('<w:p/>'), 'docx'), 'no-text')
    assert.equal(await refusal(Buffer.from(' \n '), 'txt'), 'no-text')
  })

  it('locked files', async () => {
    assert.equal(await refusal(lockedPdf(), 'pdf'), 'encrypted')
    assert.equal(await refusal(docxOf('<w:p/>', { flags: 1 }), 'docx'), 'encrypted')
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    assert.equal(await refusal(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'docx'), 'encrypted')
    assert.equal(await refusal(compound, 'docx'), 'not-supported')
  })

  it('broken files and files that are something else', async () => {
    const docx = await reportAsDocx(markdown)
    const pdf = await reportAsPdf(markdown)
    assert.equal(await refusal(docx.slice(0, docx.length / 2), 'docx'), 'broken')
    assert.equal(await refusal(docx, 'pdf'), 'broken')
    assert.equal(await refusal(pdf, 'docx'), 'broken')
    assert.equal(await refusal(pdf, 'txt'), 'not-supported')
    assert.equal(await refusal(Buffer.from('%PDF-1.7 nothing more'), 'pdf'), 'broken')
    assert.equal(await refusal(zipOf(new Map([['hello.txt', 'hello']])), 'docx'), 'broken')
    assert.equal(await refusal(new Uint8Array(), 'docx'), 'broken')
    assert.equal(await refusal(Buffer.from([1, 0, 2, 0]), 'txt'), 'broken')
  })

  it('what would not fit into memory', async () => {
    assert.equal(await refusal(new Uint8Array(mostUploadBytes + 1), 'txt'), 'too-large')
    const bomb = new Map([['word/document.xml', Buffer.alloc(100 * 1024 * 1024)]])
    assert.equal(await refusal(zipOf(bomb), 'docx'), 'too-large')
    assert.equal(await refusal(zipOf(bomb, { size: 1000 }), 'docx'), 'too-large', 'a header that lies about the size')
    const many = new Map(Array.from({ length: 3001 }, (_, index): [string, string] => [`${index}.xml`, '']))
    assert.equal(await refusal(zipOf(many), 'docx'), 'too-large')
  })

  it('entities in XML, the other kind of bomb', async () => {
    const file = zipOf(new Map([['word/document.xml', '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>']]))
    assert.equal(await refusal(file, 'docx'), 'broken')
  })
})

describe('the type of an upload', () => {
  for (const [name, type] of [
    ['Report.DOCX', 'docx'], ['a.b.pdf', 'pdf'], ['notes.txt', 'txt'], ['x.md', 'md'], ['x.markdown', 'md'], ['x.doc', undefined], ['pdf', undefined],
  ] as const) it(`${name} is ${type}`, () => assert.equal(uploadTypeOf(name), type))
})
