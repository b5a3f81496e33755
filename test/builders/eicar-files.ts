// The EICAR test file as it comes to a council: by itself, renamed, in a zip, a Word file, a PDF, a mail; nested.

import { deflateSync } from 'node:zlib'
import { eicar } from '../../src/platform/scanner/stand-in.ts'
import { zipOf } from '../harness/zip-file.ts'
import { aZip } from './container-files.ts'
import { pdfOf } from './hostile-files.ts'

const plain = Buffer.from(eicar, 'latin1')

const docxWith = (part: string, content: Uint8Array): Uint8Array => {
  const kept = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
    ['word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A report</w:t></w:r></w:p></w:body></w:document>'],
    [part, content],
  ])
  return zipOf(kept)
}

const packed = deflateSync(plain)

/** Name, bytes, and whether a scanner must look inside a container to find it. */
export const eicarFiles: readonly { readonly name: string; readonly bytes: Uint8Array; readonly wrapped: boolean }[] = [
  { name: 'eicar.txt', bytes: plain, wrapped: false },
  { name: 'school report.txt', bytes: plain, wrapped: false },
  { name: 'report.md', bytes: plain, wrapped: false },
  { name: 'eicar with line end.txt', bytes: Buffer.concat([plain, Buffer.from('\r\n')]), wrapped: false },
  { name: 'eicar.zip', bytes: aZip({ 'eicar.com': plain }), wrapped: true },
  { name: 'eicar packed.zip', bytes: zipOf(new Map([['eicar.com', plain]])), wrapped: true },
  { name: 'two deep.zip', bytes: zipOf(new Map([['inner.zip', zipOf(new Map([['eicar.com', plain]]))]])), wrapped: true },
  { name: 'three deep.zip', bytes: zipOf(new Map([['a.zip', zipOf(new Map([['b.zip', zipOf(new Map([['eicar.txt', plain]]))]]))]])), wrapped: true },
  { name: 'report.docx', bytes: docxWith('word/embeddings/notes.txt', plain), wrapped: true },
  { name: 'report with a package.docx', bytes: docxWith('word/embeddings/package.zip', zipOf(new Map([['eicar.com', plain]]))), wrapped: true },
  { name: 'report.pdf', bytes: pdfOf('BT ET', '', [`<< /Type /EmbeddedFile /Length ${plain.length} >>\nstream\n${plain.toString('latin1')}\nendstream`]), wrapped: true },
  { name: 'docx in a zip.zip', bytes: zipOf(new Map([['report.docx', docxWith('word/media/picture.bin', plain)]])), wrapped: true },
]

/** In a compressed stream of a PDF: only a scanner that reads PDFs finds it. */
export const eicarInPackedPdf = (): Uint8Array => pdfOf('BT ET', '', [`<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`])

