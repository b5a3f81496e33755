import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { aCompoundFile, aWindowsProgram, aZip, boxes } from '../../../test/builders/container-files.ts'
import { reportAsDocx, reportAsPdf } from '../../../test/builders/report-files.ts'
import { acceptedExtensions } from './file-kinds.ts'
import { checkFile, fileRefusalWords } from './file-type.ts'

const check = (fileName: string, content: Uint8Array | string): string => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const checked = checkFile({ fileName, bytes, isTooBig: false })
  return checked.ok ? `${checked.value.contentType} ${checked.value.extension}` : checked.refusal
}
const nameOf = (fileName: string, content = 'words'): string => {
  const checked = checkFile({ fileName, bytes: Buffer.from(content), isTooBig: false })
  return checked.ok ? checked.value.cleanName : checked.refusal
}

const contentTypes = (main: string, more = ''): string =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/>${more}</Types>`
const sheets = contentTypes('spreadsheetml.sheet')
const word = (parts: Readonly<Record<string, string | Uint8Array>> = {}, more = ''): Uint8Array =>
  aZip({ '[Content_Types].xml': contentTypes('wordprocessingml.document', more), 'word/document.xml': '<w/>', ...parts })
const wordDocument = (flags = 0): Uint8Array => {
  const stream = Buffer.alloc(5000)
  stream.writeUInt16LE(0xa5ec, 0)
  stream.writeUInt16LE(flags, 10)
  return stream
}
const pdf = (body = ''): string => `%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n${body}\nstartxref\n9\n%%EOF\n`
const jpeg = '\u00ff\u00d8\u00ff\u00e0\u0000\u0004xx\u00ff\u00da\u0000\u0004xxpicture\u00ff\u00d9'
const png = `\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u0001IDATx0000\u0000\u0000\u0000\u0000IEND\u00ae\u0042\u0060\u0082`
const mp4 = boxes(['ftyp', 'isom\0\0\0\0isommp41'], ['moov', 'index'], ['mdat', 'film'])
const riff = (form: string): string => `RIFF\u0010\u0000\u0000\u0000${form}fmt 12345678`

describe('what a file is', () => {
  const taken: readonly [name: string, content: Uint8Array | string, is: string][] = [
    ['a.pdf', pdf(), 'application/pdf pdf'],
    ['a.docx', word(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document docx'],
    ['a.xlsx', aZip({ '[Content_Types].xml': contentTypes('spreadsheetml.sheet') }), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx'],
    ['a.pptx', aZip({ '[Content_Types].xml': contentTypes('presentationml.presentation') }), 'application/vnd.openxmlformats-officedocument.presentationml.presentation pptx'],
    ['a.odt', aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'application/vnd.oasis.opendocument.text odt'],
    ['a.ods', aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'application/vnd.oasis.opendocument.spreadsheet ods'],
    ['a.doc', aCompoundFile({ WordDocument: wordDocument() }), 'application/msword doc'],
    ['a.rtf', '{\\rtf1 words}', 'application/rtf rtf'],
    ['a.doc', '{\\rtf1 words}\n', 'application/rtf doc'],
    ['a.txt', Buffer.from('Zoë can’t'), 'text/plain txt'],
    ['a.txt', 'Zo\u00eb can\u0092t say so in Windows-1252', 'text/plain txt'],
    ['a.md', '# Words', 'text/markdown md'],
    ['a.csv', 'a,b\r\n1,2', 'text/csv csv'],
    ['a.eml', 'From: a@example.org\r\nSubject: Report\r\n\r\nHere it is', 'message/rfc822 eml'],
    ['a.msg', aCompoundFile({ '__properties_version1.0': Buffer.alloc(32) }), 'application/vnd.ms-outlook msg'],
    ['a.jpg', jpeg, 'image/jpeg jpg'],
    ['a.JPEG', jpeg, 'image/jpeg jpeg'],
    ['a.png', png, 'image/png png'],
    ['a.gif', 'GIF89a and a few more bytes;', 'image/gif gif'],
    ['a.webp', riff('WEBP'), 'image/webp webp'],
    ['a.heic', boxes(['ftyp', 'heic\0\0\0\0mif1'], ['meta', 'x']), 'image/heic heic'],
    ['a.mp3', `ID3${'x'.repeat(200)}`, 'audio/mpeg mp3'],
    ['a.mp3', `\u00ff\u00fb\u0090\u0000${'x'.repeat(413)}\u00ff\u00fb\u0090\u0000`, 'audio/mpeg mp3'],
    ['a.m4a', boxes(['ftyp', 'M4A \0\0\0\0'], ['moov', 'x']), 'audio/mp4 m4a'],
    ['a.wav', riff('WAVE'), 'audio/wav wav'],
    ['a.ogg', 'OggS\u0000\u0002', 'audio/ogg ogg'],
    ['a.mp4', mp4, 'video/mp4 mp4'],
    ['a.mov', boxes(['ftyp', 'qt  \0\0\0\0'], ['moov', 'x']), 'video/quicktime mov'],
    ['a.webm', '\u001a\u0045\u00df\u00a3\u009f\u0042\u0082\u0084webm', 'video/webm webm'],
    ['picture', jpeg, 'image/jpeg jpg'],
    ['from-a-phone.png', jpeg, 'image/jpeg jpg'],
  ]
  for (const [name, content, is] of taken) it(`takes ${name} as ${is}`, () => { assert.equal(check(name, content), is) })

  it('takes what our own writers make', async () => {
    assert.match(check('a.docx', await reportAsDocx('# Report\n\nWords.')), /wordprocessingml/)
    assert.match(check('a.pdf', await reportAsPdf('# Report\n\nWords.')), /pdf/)
  })

  it('lists for the file field what it takes', () => {
    assert.match(acceptedExtensions, /^\.pdf,\.docx,/)
    assert.equal(new Set(acceptedExtensions.split(',')).size, acceptedExtensions.split(',').length)
  })
})

describe('what is refused', () => {
  const program = aWindowsProgram()
  const native = (name: string): Uint8Array => aCompoundFile({ '\u0001Ole10Native': Buffer.from(`\0\0\0\0\u0002\0${name}\0C:\\x\\${name}\0`, 'latin1') })
  const refused: readonly [why: string, name: string, content: Uint8Array | string, refusal: string][] = [
    ['nothing in it', 'a.pdf', '', 'empty'],
    ['a pdf cut off', 'a.pdf', '%PDF-1.7\n1 0 obj', 'broken'],
    ['a docx cut off', 'a.docx', word().subarray(0, 80), 'broken'],
    ['a doc cut off', 'a.doc', aCompoundFile({ WordDocument: wordDocument() }).subarray(0, 700), 'broken'],
    ['a jpg cut off, whose small picture has an end', 'a.jpg', '\u00ff\u00d8\u00ff\u00e1\u0000\u0006\u00ff\u00d9xx\u00ff\u00da\u0000\u0004xxpict', 'broken'],
    ['a png cut off', 'a.png', png.slice(0, 24), 'broken'],
    ['a film cut off', 'a.mp4', mp4.subarray(0, mp4.length - 2), 'broken'],
    ['a film without its index', 'a.mp4', boxes(['ftyp', 'isom\0\0\0\0'], ['mdat', 'film']), 'broken'],
    ['rich text cut off', 'a.rtf', '{\\rtf1 words', 'broken'],
    ['a zip bomb', 'a.docx', bomb(), 'broken'],
    ['a zip', 'a.zip', aZip({ 'a.txt': 'words' }), 'wrong-type'],
    ['a web page', 'a.html', '<!doctype html><p>Words</p>', 'wrong-type'],
    ['a log', 'a.log', 'words', 'wrong-type'],
    ['an unknown thing', 'a.xyz', '\u0000\u0001\u0002', 'wrong-type'],
    ['an old spreadsheet', 'a.xls', aCompoundFile({ Workbook: Buffer.alloc(5000) }), 'wrong-type'],
    ['a program', 'a.exe', program, 'holds-program'],
    ['a program called pdf', 'a.pdf', program, 'holds-program'],
    ['a script by its name', 'a.js', 'words', 'holds-program'],
    ['a script by its start', 'a.txt', '#!/bin/sh\nrm x', 'holds-program'],
    ['a shell link', 'a.pdf', 'L\u0000\u0000\u0000\u0001\u0014\u0002\u0000', 'holds-program'],
    ['a web page with a script', 'a.html', '<html><script>x()</script></html>', 'holds-program'],
    ['a drawing with a script', 'a.svg', '<svg xmlns="x" onload="x()"/>', 'holds-program'],
    ['a drawing with a script called txt', 'a.txt', '<?xml version="1.0"?><svg><script>x()</script></svg>', 'holds-program'],
    ['macros in a docx', 'a.docx', word({ 'word/vbaProject.bin': 'x' }), 'holds-program'],
    ['a docm called docx', 'a.docx', word({}, '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'), 'holds-program'],
    ['a docm', 'a.docm', word(), 'holds-program'],
    ['a program inside a docx', 'a.docx', word({ 'word/embeddings/oleObject1.bin': Buffer.concat([Buffer.from('xx'), program]) }), 'holds-program'],
    ['a packed script inside a docx', 'a.docx', word({ 'word/embeddings/oleObject1.bin': native('invoice.vbs') }), 'holds-program'],
    ['a hidden sheet', 'a.xlsx', aZip({ '[Content_Types].xml': sheets, 'xl/workbook.xml': '<workbook><sheets><sheet name="Totals"/><sheet name="All staff" sheetId="2" state="hidden"/></sheets></workbook>' }), 'hides-sheets'],
    ['a very hidden sheet', 'a.xlsx', aZip({ '[Content_Types].xml': sheets, 'xl/workbook.xml': '<x:workbook><x:sheets><x:sheet name="All" state="veryHidden"/></x:sheets></x:workbook>' }), 'hides-sheets'],
    ['the rows behind a pivot table', 'a.xlsx', aZip({ '[Content_Types].xml': sheets, 'xl/workbook.xml': '<workbook><sheets><sheet name="Totals"/></sheets></workbook>', 'xl/pivotCache/pivotCacheRecords1.xml': '<x/>' }), 'hides-sheets'],
    ['cells kept of another workbook', 'a.xlsx', aZip({ '[Content_Types].xml': sheets, 'xl/workbook.xml': '<workbook/>', 'xl/externalLinks/externalLink1.xml': '<x/>' }), 'hides-sheets'],
    ['a hidden sheet in an ods', 'a.ods', aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:automatic-styles><style:style><style:table-properties table:display="false"/></style:style></office:automatic-styles>' }), 'hides-sheets'],
    ['macros in an odt', 'a.odt', aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'Basic/Standard/Module1.xml': 'x' }), 'holds-program'],
    ['macros in a doc', 'a.doc', aCompoundFile({ WordDocument: wordDocument(), Macros: undefined, VBA: undefined }), 'holds-program'],
    ['a program inside rich text', 'a.rtf', `{\\rtf1{\\object{\\*\\objdata ${Buffer.from(program).toString('hex')}}}}`, 'holds-program'],
    ['a pdf that starts programs', 'a.pdf', pdf('<</S/Launch/Win<</F(cmd.exe)>>>>'), 'holds-program'],
    ['a pdf with a program attached', 'a.pdf', pdf('<</Type/EmbeddedFile>> <</F(setup.exe)>>'), 'holds-program'],
    ['an e-mail with a program', 'a.eml', 'From: a@example.org\r\n\r\nContent-Disposition: attachment; filename="invoice.pdf.exe"\r\n', 'holds-program'],
    ['an e-mail with a program under another name', 'a.eml', `From: a@example.org\r\n\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(program).toString('base64')}\r\n`, 'holds-program'],
    ['an Outlook message with a program', 'a.msg', aCompoundFile({ '__properties_version1.0': Buffer.alloc(32), '__substg1.0_3707001F': Buffer.from('run.exe', 'utf16le') }), 'holds-program'],
    ['a pdf that is a zip', 'a.pdf', aZip({ 'a.txt': 'words' }), 'name-and-content-differ'],
    ['a pdf that is a docx', 'a.pdf', word(), 'name-and-content-differ'],
    ['a docx that is words', 'a.docx', 'words', 'name-and-content-differ'],
    ['a txt that is a picture', 'a.txt', jpeg, 'name-and-content-differ'],
    ['a locked pdf', 'a.pdf', pdf('trailer <</Encrypt 5 0 R>>'), 'locked'],
    ['a locked docx', 'a.docx', aCompoundFile({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.alloc(100) }), 'locked'],
    ['a locked doc', 'a.doc', aCompoundFile({ WordDocument: wordDocument(0x0100) }), 'locked'],
    ['a locked odt', 'a.odt', aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'locked'],
  ]
  for (const [why, name, content, refusal] of refused) it(`refuses ${why}: ${refusal}`, () => { assert.equal(check(name, content), refusal) })

  it('refuses what was cut off on the way in, whatever it is', () => {
    assert.deepEqual(checkFile({ fileName: 'a.pdf', bytes: Buffer.from(pdf()), isTooBig: true }), { ok: false, refusal: 'too-big' })
  })

  it('lets an attached picture through in documents and messages', () => {
    assert.match(check('a.docx', word({ 'word/embeddings/oleObject1.bin': native('photo.jpg') })), /wordprocessingml/)
    assert.match(check('a.eml', 'From: a@example.org\r\n\r\nContent-Disposition: attachment; filename="photo.jpg"\r\n'), /rfc822/)
  })

  it('has words for each, that end without a full stop', () => {
    const all = ['too-big', 'empty', 'broken', 'wrong-type', 'holds-program', 'name-and-content-differ', 'locked', 'hides-sheets'] as const
    assert.equal(fileRefusalWords('too-big', '25MB'), 'The selected file must be smaller than 25MB')
    for (const refusal of all) assert.match(fileRefusalWords(refusal, '25MB'), /^The selected (?:file|spreadsheet) [^.]+(\. [^.]+)?$/)
    assert.equal(new Set(all.map((refusal) => fileRefusalWords(refusal, '25MB'))).size, all.length)
  })
})

describe('the name that is kept', () => {
  const names: readonly [given: string, kept: string][] = [
    ['report.txt', 'report.txt'],
    ['C:\\Users\\me\\EP report.txt', 'EP report.txt'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..', 'file.txt'],
    ['.txt', 'txt.txt'],
    ['a\u0000b\r\n.txt', 'ab.txt'],
    ['photo\u202Etxt.txt', 'phototxt.txt'],
    ['aux.txt', 'file aux.txt'],
    ['what? <b>.txt', 'what- -b-.txt'],
    ['Zoe\u0308.txt', 'Zo\u00eb.txt'],
    ['رپورت.txt', 'رپورت.txt'],
  ]
  for (const [given, kept] of names) it(`${JSON.stringify(given)} becomes ${kept}`, () => { assert.equal(nameOf(given), kept) })

  it('cannot hide a program behind writing turned round', () => {
    assert.equal(nameOf('report\u202Efdp.exe'), 'holds-program')
    assert.equal(nameOf('report.exe. .'), 'holds-program')
  })

  it('is short, has no path in it and keeps its extension, whatever was given', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 })), (given) => {
      const kept = nameOf(`${given}.csv`)
      assert.match(kept, /^[^/\\\p{Cc}\u202A-\u202E]+\.(csv|txt)$/u)
      assert.ok(kept.length <= 120)
    }))
  })
})

describe('whatever the bytes', () => {
  const starts = [
    '', 'PK\u0003\u0004', '%PDF-1.7', '{\\rtf', 'MZ', 'RIFF', 'OggS', 'ID3', '\u00ff\u00d8\u00ff', '\u0089PNG\r\n\u001a\n', 'GIF89a',
    '\u0000\u0000\u0000\u0018ftypheic', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', '\u001a\u0045\u00df\u00a3', 'From: a\r\n\r\n', '<html>',
  ].map((start) => Buffer.from(start, 'latin1'))

  it('answers and never throws', () => {
    fc.assert(fc.property(
      fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('a.pdf', 'a.docx', 'a.eml', 'a', 'a.jpg', ''),
      (start, rest, fileName) => { checkFile({ fileName, bytes: Buffer.concat([start, rest]), isTooBig: false }) },
    ), { numRuns: 2000 })
  })

  it('answers and never throws when one byte of a sound file is changed, or its end is missing', () => {
    const sound = [
      word({ 'word/embeddings/oleObject1.bin': aCompoundFile({ x: Buffer.alloc(100), y: Buffer.alloc(5000) }) }), mp4, Buffer.from(png, 'latin1'),
      aCompoundFile({ WordDocument: wordDocument(), small: Buffer.alloc(100) }),
      aCompoundFile({ '__properties_version1.0': Buffer.alloc(32), '__substg1.0_3707001F': Buffer.from('run.txt', 'utf16le') }),
    ]
    fc.assert(fc.property(fc.constantFrom(...sound), fc.nat(), fc.nat({ max: 255 }), fc.boolean(), (file, place, byte, isCut) => {
      const changed = Buffer.from(file)
      changed[place % file.length] = byte
      checkFile({ fileName: 'a.docx', bytes: isCut ? changed.subarray(0, place % file.length) : changed, isTooBig: false })
    }), { numRuns: 3000 })
  })
})

/** Says that it holds 90 MB, which no report does. */
function bomb(): Uint8Array {
  const made = Buffer.from(word())
  const directory = made.readUInt32LE(made.length - 6)
  made.writeUInt32LE(90 * 1024 * 1024, directory + 24)
  return made
}
