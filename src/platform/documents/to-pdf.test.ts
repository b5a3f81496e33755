import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { build } from 'esbuild'
import { getDocumentProxy } from 'unpdf'
import { richDocument } from '../../../test/builders/rich-document.ts'
import { expectTagged } from '../../../test/harness/expect-tagged.ts'
import { bulletList, heading, paragraph, printedDocument, type PrintedDocument } from './printed-document.ts'
import { pdfMaker } from './to-pdf.ts'

const maker = pdfMaker()
after(async () => { if (maker.available) await maker.stop() })
const pdfOf = (document: PrintedDocument) => {
  assert.ok(maker.available)
  return maker.make(document)
}

const pageTexts = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const pages = Array.from({ length: file.numPages }, async (_, index) => {
    const { items } = await (await file.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ')
  })
  return Promise.all(pages)
}

describe('the PDF', () => {
  it('is tagged as PDF/UA-1 asks, with headings, lists, tables and bookmarks', async () => {
    const seen = await expectTagged(await pdfOf(richDocument()))
    assert.equal(seen.title, 'Office copy: a first official file for Łukasz Wiśniewski')
    for (const path of ['Document/H1', 'Document/H2', 'Document/H5', 'Document/L/LI/LBody', 'Document/Table/Caption', 'Document/Table/TBody/TR/TD']) {
      assert.ok(seen.paths.includes(path), path)
    }
    assert.deepEqual(seen.outline.map(({ depth }) => depth), [0, 1, 2, 2, 1, 2, 3, 4])
    assert.equal(seen.outline[1]?.title, 'Fifty difficult waffles')
  })

  it('has header, footer, recipient and page number on every page, outside the words', async () => {
    const pdf = await pdfOf(richDocument({ watermark: 'Copy for Mrs A. Reader' }))
    const pages = await pageTexts(pdf)
    assert.ok(pages.length >= 3)
    pages.forEach((text, index) => {
      assert.match(text, /Łukasz Wiśniewski, born 3 March 2018/)
      assert.match(text, /Official sensitive/)
      assert.match(text, /Copy for Mrs A\. Reader/)
      assert.match(text, new RegExp(`Page ${index + 1} of ${pages.length}`))
    })
    await expectTagged(pdf) // furniture is neither tagged nor loose
  })

  it('is the same bytes for the same document, before and after others', async () => {
    const first = await pdfOf(richDocument())
    await pdfOf(printedDocument({ title: 'Another', blocks: [paragraph('Other words')] }))
    assert.ok(Buffer.from(first).equals(await pdfOf(richDocument())))
  })

  it('is larger in large print', async () => {
    const sizes = async (bytes: Uint8Array) => {
      const file = await getDocumentProxy(new Uint8Array(bytes))
      const { items } = await (await file.getPage(1)).getTextContent()
      return items.flatMap((item) => ('transform' in item && item.str.startsWith('Effective') ? [Math.round(Number(item.transform[0]))] : []))
    }
    assert.deepEqual(await sizes(await pdfOf(richDocument())), [11])
    const large = printedDocument({ title: 'Large', largePrint: true, blocks: [paragraph('Effective words')] })
    assert.deepEqual(await sizes(await pdfOf(large)), [18])
  })

  it('takes words as words, never as code', async () => {
    const hostile = '#panic("boom") #read("/etc/passwd") $ x $ \\u{41} <label> @ref // no comment /* none */'
    const [page] = await pageTexts(await pdfOf(printedDocument({ title: hostile, blocks: [heading(1, hostile), bulletList([hostile])] })))
    assert.equal(page?.split('#panic("boom") #read("/etc/passwd")').length, 4)
  })

  it('hands on what the compiler says when it refuses', async () => {
    const skipped: PrintedDocument = { title: 'T', language: 'en-GB', blocks: [heading(3, 'Too deep')] }
    await assert.rejects(pdfOf(skipped), { name: 'PdfFault', message: /PDF\/UA-1 error.*heading/ })
    const senseless: PrintedDocument = JSON.parse('{"title":"T","language":"en-GB","blocks":[{"kind":"heading","level":"x","spans":[]}]}')
    await assert.rejects(pdfOf(senseless), { name: 'PdfFault', message: /string/ })
    assert.ok((await pdfOf(richDocument())).length > 0, 'and goes on working')
  })

  it('makes many at once, each its own', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => pdfOf(printedDocument({ title: `Paper ${index}`, blocks: [] }))))
    const texts = await Promise.all(all.map(pageTexts))
    texts.forEach((pages, index) => assert.match(pages[0] ?? '', new RegExp(`Paper ${index}\\b`)))
  })
})

describe('the maker', () => {
  const small = printedDocument({ title: 'Small', blocks: [] })

  it('starts again after it was stopped', async () => {
    const own = pdfMaker()
    assert.ok(own.available)
    const before = await own.make(small)
    await own.stop()
    assert.ok(Buffer.from(before).equals(await own.make(small)))
    await own.stop()
  })

  it('fails what waits when it is stopped', async () => {
    const own = pdfMaker()
    assert.ok(own.available)
    const waiting = assert.rejects(own.make(small), { name: 'PdfFault', message: /stopped/ })
    await own.stop()
    await waiting
  })

  it('gives up a document that takes too long and starts afresh', async () => {
    const own = pdfMaker({ secondsForOneDocument: 0.001 })
    assert.ok(own.available)
    await assert.rejects(own.make(richDocument()), { name: 'PdfFault', message: /took too long/ })
    await own.stop()
  })

  it('works from a bundle, where the thread is a file of its own', async () => {
    const folder = mkdtempSync(join(import.meta.dirname, '../../../test/.bundle-'))
    try {
      writeFileSync(join(folder, 'door.ts'), `
        import { pdfMaker } from '../../src/platform/documents/to-pdf.ts'
        const maker = pdfMaker()
        const made = maker.available ? await maker.make({ title: 'Small', language: 'en-GB', blocks: [] }) : maker.why
        process.stdout.write(typeof made === 'string' ? made : Buffer.from(made).toString('base64'))`)
      await build({
        entryPoints: { door: join(folder, 'door.ts'), 'pdf-worker': join(import.meta.dirname, 'pdf-worker.mjs') },
        outdir: join(folder, 'dist'), bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external',
      })
      const run = spawnSync(process.execPath, [join(folder, 'dist/door.js')], { encoding: 'utf8' })
      assert.equal(run.stdout.slice(0, 60), Buffer.from(await pdfOf(small)).toString('base64').slice(0, 60), run.stderr)
      assert.equal(run.status, 0, 'and an idle thread lets the process end')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('says plainly where PDF files cannot be made, and nothing fails', () => {
    const none = pdfMaker({ binaryPackages: ['@nobody/has-this'] })
    assert.equal(none.available, false)
    assert.match(none.available ? '' : none.why, /PDF files cannot be made on this machine \(there is no Typst for \w+ \w+\)/)
  })
})
