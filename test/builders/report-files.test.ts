import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { findQuote } from '../../src/platform/documents/find-quote.ts'
import type { KeptText } from '../../src/platform/documents/kept-text.ts'
import { textOfPdf } from '../../src/platform/documents/pdf-in.ts'
import { sentences } from '../../src/platform/documents/sentences.ts'
import { textOfUpload, type UploadType } from '../../src/platform/documents/text-in.ts'
import { wordsOf } from '../../src/platform/documents/words-of.ts'
import { wordsInKept } from '../harness/words-in-files.ts'
import { reportAsDocument, reportAsDocx, reportAsPdf } from './report-files.ts'

// The advice packs are reports as professionals write them, with anchors: phrases that occur once, word for word, in the
// report that they are from. Handed in as Markdown, Word or PDF, the words kept must hold each anchor in one place.

const packsFolder = join(import.meta.dirname, '../cases/advice-packs')

type Anchor = { readonly source: string, readonly anchor: string }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isAnchor = (value: unknown): value is Anchor =>
  isObject(value) && typeof value.source === 'string' && typeof value.anchor === 'string'

/** Every pair of source and anchor, at any depth, each once. */
const anchorsIn = (value: unknown): readonly Anchor[] => {
  const inside = isObject(value) ? Object.values(value).flatMap(anchorsIn) : []
  const all = isAnchor(value) ? [{ source: value.source, anchor: value.anchor }, ...inside] : inside
  return all.filter((one, index) => all.findIndex((other) => other.source === one.source && other.anchor === one.anchor) === index)
}

const read = async (bytes: Uint8Array, type: UploadType): Promise<KeptText> => {
  const outcome = await textOfUpload(bytes, type)
  return outcome.ok ? outcome.value : assert.fail(`refused: ${outcome.refusal}`)
}

/** Each report is set and read once, however many tests look at it. */
const once = <T>(make: (markdown: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>()
  return (markdown: string): Promise<T> => {
    const one = made.get(markdown) ?? make(markdown)
    made.set(markdown, one)
    return one
  }
}
const pdfOf = once(reportAsPdf)
const keptPdfOf = once(async (markdown) => read(await pdfOf(markdown), 'pdf'))
const keptDocxOf = once(async (markdown) => read(await reportAsDocx(markdown), 'docx'))

for (const pack of readdirSync(packsFolder)) {
  describe(`the reports of ${pack}`, () => {
    const expected: unknown = JSON.parse(readFileSync(join(packsFolder, pack, 'expected.json'), 'utf8'))
    assert.ok(isObject(expected))
    const all = anchorsIn(expected)

    it('have anchors of every list', () => {
      for (const list of ['views', 'needs', 'outcomes', 'provision']) {
        const entries: unknown = expected[list]
        assert.ok(Array.isArray(entries) && entries.length > 0, list)
        assert.ok(entries.every(isAnchor), `an entry of ${list} has no anchor`)
      }
    })

    for (const file of readdirSync(join(packsFolder, pack)).filter((name) => name.endsWith('.md'))) {
      const markdown = readFileSync(join(packsFolder, pack, file), 'utf8')
      const anchors = all.filter((one) => one.source === file).map((one) => one.anchor)
      const misplaced = (kept: KeptText) => anchors.filter((anchor) => findQuote(kept.text, anchor).length !== 1)

      it(`${file}: ${anchors.length} anchors stand once in the Markdown, word for word`, async () => {
        const kept = await read(Buffer.from(markdown), 'md')
        assert.equal(kept.text, markdown)
        assert.deepEqual(anchors.filter((anchor) => kept.text.split(anchor).length !== 2), [])
        assert.deepEqual(misplaced(kept), [])
      })

      it(`${file}: and once in the Word file, which has the same words`, async () => {
        const kept = await keptDocxOf(markdown)
        assert.deepEqual(misplaced(kept), [])
        assert.deepEqual(wordsInKept(kept), wordsOf(reportAsDocument(markdown)))
      })

      it(`${file}: and once in the PDF, which has the same words`, async () => {
        const kept = await keptPdfOf(markdown)
        assert.deepEqual(misplaced(kept), [])
        assert.deepEqual(wordsInKept(kept), wordsOf(reportAsDocument(markdown)))
        assert.ok(kept.blocks.every((block) => block.page !== undefined))
      })

      it(`${file}: an anchor stands in one block, so that its sentence can be shown`, async () => {
        const kept = await keptPdfOf(markdown)
        const found = sentences(kept.text, kept.blocks)
        for (const anchor of anchors) {
          const [place] = findQuote(kept.text, anchor)
          assert.ok(place)
          assert.ok(kept.blocks.some((block) => block.start <= place.start && place.end <= block.end), anchor)
          assert.ok(found.some((one) => one.start <= place.start && place.start < one.end), anchor)
        }
      })
    }
  })
}

describe('the same reports as PDF files without tags', () => {
  it('lose at most one anchor in a hundred', async () => {
    let all = 0
    const lost: string[] = []
    for (const pack of readdirSync(packsFolder)) {
      const anchors = anchorsIn(JSON.parse(readFileSync(join(packsFolder, pack, 'expected.json'), 'utf8')))
      for (const file of readdirSync(join(packsFolder, pack)).filter((name) => name.endsWith('.md'))) {
        const kept = await textOfPdf(await pdfOf(readFileSync(join(packsFolder, pack, file), 'utf8')), 'by-look')
        assert.ok(typeof kept !== 'string')
        const own = anchors.filter((one) => one.source === file)
        all += own.length
        lost.push(...own.filter((one) => findQuote(kept.text, one.anchor).length !== 1).map((one) => one.anchor))
      }
    }
    assert.ok(all > 400 && lost.length <= all / 100, `${lost.length} of ${all}: ${lost.join(' / ')}`)
  })
})
