import { zipOf, type ZipLie } from '../harness/zip-file.ts'

/** A Word file by hand: a body of raw WordprocessingML. */
export const docxOf = (body: string, lie: ZipLie = {}): Uint8Array => zipOf(new Map([
  ['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
  ['_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
  ['word/document.xml', '<?xml version="1.0"?>'
    + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`],
]), lie)

/** A Word file that says of itself that it unpacks to more than any plan. */
export const wordBomb = (): Uint8Array => docxOf('<w:p/>', { size: 500 * 1024 * 1024 })

/** A Word file with a program in it. */
export const wordWithMacros = (): Uint8Array => zipOf(new Map([
  ['[Content_Types].xml', '<Types><Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'], ['word/document.xml', '<w:document/>'], ['word/vbaProject.bin', 'x'],
]))

/** A Word file that fetches its template from the web when it is opened. */
export const wordWithTemplateFrom = (address: string): Uint8Array => zipOf(new Map([
  ['[Content_Types].xml', '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
  ['word/document.xml', '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Section B</w:t></w:r></w:p></w:body></w:document>'],
  ['word/_rels/settings.xml.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}" TargetMode="External"/></Relationships>`],
]))

/**
 * A PDF of one page by hand, with its cross-reference table. `content` is the page's drawing; `trailer` goes into the trailer
 * and `objects` follow as objects 6 and on.
 */
export const pdfOf = (content: string, trailer = '', objects: readonly string[] = []): Uint8Array => {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]
  let file = '%PDF-1.7\n'
  const offsets = all.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = file.length
  file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n`
  for (const at of offsets) file += `${String(at).padStart(10, '0')} 00000 n \n`
  return Buffer.from(`${file}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`, 'latin1')
}

/** A page that is only a drawing, as a scanner makes them. */
export const scannedPdf = (): Uint8Array => pdfOf('0.9 g 50 50 495 742 re f')

/** Locked with a user password (standard security handler, revision 3); nobody knows the password. */
export const lockedPdf = (): Uint8Array => pdfOf(
  'BT /F1 12 Tf 72 720 Td (Secret words) Tj ET',
  `/Encrypt 6 0 R /ID [<${'0a'.repeat(16)}> <${'0a'.repeat(16)}>]`,
  [`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <${'5c'.repeat(32)}> /U <${'7e'.repeat(32)}> >>`],
)
