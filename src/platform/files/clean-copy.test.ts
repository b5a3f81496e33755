import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { pdfOf } from '../../../test/builders/hostile-files.ts'
import { aJpegWithPlace, canary } from '../../../test/builders/photographs.ts'
import { partsOfZip, zipOf } from '../../../test/harness/zip-file.ts'
import { textOfUpload } from '../documents/text-in.ts'
import { zipVerdict } from '../documents/zip-guard.ts'
import { cleanCopy } from './clean-copy.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const aReport = async (): Promise<Uint8Array> => zipOf(new Map<string, string | Uint8Array>([
  ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="x"/></Types>'],
  ['_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
  ['word/_rels/document.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>'],
  ['word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p w:rsidR="00A1CAFE"><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">Rewan reads </w:t></w:r><w:del w:id="1" w:author="Secret Author" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>badly, says Dean Harker</w:delText></w:r></w:del><w:ins w:id="2" w:author="Secret Author"><w:r><w:t>well</w:t></w:r></w:ins><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p></w:body></w:document>`],
  ['word/comments.xml', '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Secret Author"><w:p><w:r><w:t>Secret remark</w:t></w:r></w:p></w:comment></w:comments>'],
  ['docProps/core.xml', '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Secret Author</dc:creator><cp:lastModifiedBy>Secret Editor</cp:lastModifiedBy></cp:coreProperties>'],
  ['docProps/app.xml', '<Properties><Company>Secret Company</Company></Properties>'],
  ['word/media/image1.jpeg', await aJpegWithPlace()],
]))

describe('the copy for others', () => {
  it('of a Word file has no author, comment, struck-out word or place, and reads the same', async () => {
    const given = await aReport()
    const copy = await cleanCopy(given, word)
    assert.equal(zipVerdict(copy), 'fine')
    const inside = [...partsOfZip(copy)].map(([name, text]) => `${name} ${text}`).join('\n')
    for (const secret of ['Secret', 'Dean Harker', 'CANARY', 'rsid', 'comments.xml']) assert.ok(!inside.includes(secret), secret)
    const read = await textOfUpload(copy, 'docx')
    assert.equal(read.ok && read.value.text, 'Rewan reads well')
    assert.ok(Buffer.from(given).length > 0 && [...partsOfZip(given)].some(([, text]) => text.includes('Secret Author')), 'what was received is as it was')
  })

  it('of a PDF says nothing of who made it, and every page stays where it was', async () => {
    const given = pdfOf('BT /F1 12 Tf 72 720 Td (Rewan reads well) Tj ET', '/Info 6 0 R', [`<< /Author (Secret \\(Author\\) ${canary}) /Title <536563726574> /Producer (Secret) >>`, '<< /Type /Metadata /Subtype /XML /Length 60 >>\nstream\n<?xpacket begin="" id="x"?><a>Secret place</a><?xpacket end="w"?>\nendstream'])
    const copy = await cleanCopy(given, 'application/pdf')
    assert.equal(copy.length, given.length)
    assert.ok(!Buffer.from(copy).includes('Secret') && !Buffer.from(copy).includes('CANARY') && !Buffer.from(copy).includes('536563726574'))
    const read = await textOfUpload(copy, 'pdf')
    assert.equal(read.ok && read.value.text.trim(), 'Rewan reads well')
  })

  it('is one that other programs open, where there is one', async () => {
    if (!existsSync('/usr/bin/unzip')) return void process.stdout.write('There is no unzip on this machine: only our own reader opened the file.\n')
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gt-zip-'))
    writeFileSync(path.join(folder, 'copy.docx'), await cleanCopy(await aReport(), word))
    assert.match(execFileSync('/usr/bin/unzip', ['-t', path.join(folder, 'copy.docx')], { encoding: 'utf8' }), /No errors detected/)
    rmSync(folder, { recursive: true })
  })

  it('of anything else is the file itself', async () => {
    const text = Buffer.from('words')
    assert.equal(await cleanCopy(text, 'text/plain'), text)
    assert.deepEqual(Buffer.from(await cleanCopy(Buffer.from('no zip'), word)).toString(), 'no zip')
  })
})
