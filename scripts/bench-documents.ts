// How many documents a second: `node --import tsx scripts/bench-documents.ts [seconds for each line]`.
// The document has twelve sections with lists and tables, as a plan has.

import {
  bulletList, heading, paragraph, printedDocument, rowHeading, summaryList, table,
} from '../src/platform/documents/printed-document.ts'
import { sentences } from '../src/platform/documents/sentences.ts'
import { textOfUpload } from '../src/platform/documents/text-in.ts'
import { toDocx } from '../src/platform/documents/to-docx.ts'
import { toHtml } from '../src/platform/documents/to-html.tsx'
import { pdfMaker } from '../src/platform/documents/to-pdf.ts'

const seconds = Number(process.argv[2] ?? 5)
const words = 'He reads with an adult who knows him well, in a quiet room, with pictures and objects, and is asked what he liked. '
const document = printedDocument({
  title: 'A long document',
  headerLine: 'A long document',
  footerLine: 'Official sensitive',
  blocks: Array.from({ length: 12 }, (_, index) => [
    heading(1, `Section ${index + 1}`),
    summaryList([['Name', 'Ash Larkin'], ['Date of birth', '3 March 2018']]),
    paragraph(words.repeat(4)),
    bulletList(Array.from({ length: 6 }, () => words)),
    heading(2, 'Who does what'),
    table('Who does what', ['Who', 'What', 'How often'], Array.from({ length: 6 }, (__, row) => [rowHeading(`Adult ${row}`), words, 'Weekly'])),
  ]).flat(),
})

const maker = pdfMaker()
if (!maker.available) throw new Error(maker.why)
const pdf = await maker.make(document)
const docx = await toDocx(document)
const read = await textOfUpload(pdf, 'pdf')
if (!read.ok) throw new Error(read.refusal)
const print = (line: string) => process.stdout.write(`${line}\n`)

const time = async (name: string, one: () => unknown) => {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    const start = performance.now()
    await one()
    times.push(performance.now() - start)
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  print(`${name.padEnd(28)} ${(1000 * times.length / times.reduce((sum, each) => sum + each, 0)).toFixed(1).padStart(8)} a second, median ${median.toFixed(1)} ms`)
}

print(`${read.value.pages} pages, ${read.value.text.length} letters, PDF ${pdf.length} bytes, Word ${docx.length} bytes`)
await time('HTML out', () => toHtml(document))
await time('PDF out', () => maker.make(document))
await time('Word out', () => toDocx(document))
await time('PDF in', () => textOfUpload(pdf, 'pdf'))
await time('Word in', () => textOfUpload(docx, 'docx'))
await time('sentences', () => sentences(read.value.text, read.value.blocks))
print(`memory ${Math.round(process.memoryUsage().rss / 1048576)} MB`)
await maker.stop()
