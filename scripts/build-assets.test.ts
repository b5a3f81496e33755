import { strict as assert } from 'node:assert'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { galleryPages } from '../test/gallery/pages.ts'
import { renderPage } from '../src/ui/render.ts'
import { buildAssets, type BuiltSizes, type Manifest } from './build-assets.mjs'
import { pruneCss } from './prune-css.mjs'

const KB = 1024

/** Whether a stylesheet has a rule for a class; "!" is escaped in the names of overrides. */
const has = (css: string, name: string) => new RegExp(`\\.${name.replaceAll('!', '\\\\!')}(?![\\w-])`).test(css)

describe('the built assets', () => {
  let outDir = ''
  let manifest: Manifest
  let sizes: { readonly [file: string]: BuiltSizes }
  let css = ''

  before(async () => {
    outDir = await mkdtemp(path.join(tmpdir(), 'hub-assets-'))
    const built = await buildAssets({ outDir })
    manifest = built.manifest
    sizes = built.sizes
    css = await readFile(path.join(outDir, manifest['hub.css']), 'utf8')
  })
  after(() => rm(outDir, { recursive: true }))

  const gzipOf = (file: string) => sizes[file]?.gzip ?? Number.NaN

  test('a first visit weighs at most 60 KB, the style 25, the script 15', () => {
    const assets = { stylesheet: `/assets/${manifest['hub.css']}`, script: `/assets/${manifest['hub.js']}` }
    const pages = Object.values(galleryPages(assets)).map((page) => gzipSync(renderPage(page)).length)
    const style = gzipOf(manifest['hub.css'])
    const script = gzipOf(manifest['hub.js'])
    assert.ok(style <= 25 * KB, `style ${style}`)
    assert.ok(script <= 15 * KB, `script ${script}`)
    assert.ok(style + script + Math.max(...pages) <= 60 * KB)
  })

  test('no web font, and not the typeface that is GOV.UK’s alone', () => {
    assert.doesNotMatch(css, /@font-face|GDS Transport|\.woff/)
    assert.match(css, /Arial,Helvetica,sans-serif/)
  })

  test('every picture that the style names is there', async () => {
    const files = await readdir(outDir)
    const named = [...css.matchAll(/url\("?([^)"]+)"?\)/g)].map((found) => found[1] ?? '')
    assert.ok(named.length > 0)
    for (const url of named) assert.ok(files.includes(url.replace('./', '')), url)
  })

  test('every class that our pages wear and that has rules upstream still has them', async () => {
    const root = path.join(import.meta.dirname, '../node_modules')
    const upstream =
      (await readFile(path.join(root, 'govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8')) +
      (await readFile(path.join(root, '@ministryofjustice/frontend/moj/moj-frontend.min.css'), 'utf8'))
    const html = Object.values(galleryPages({ stylesheet: '', script: '' }))
      .map(renderPage)
      .join('')
    const worn = new Set([...html.matchAll(/class="([^"]+)"/g)].flatMap((found) => (found[1] ?? '').split(' ')))
    const lost = [...worn].filter((name) => has(upstream, name) && !has(css, name))
    assert.deepEqual(lost, [])
  })

  test('what is compressed beforehand is the same file', async () => {
    for (const file of [manifest['hub.css'], manifest['hub.js'], manifest['hub.svg']]) {
      const plain = await readFile(path.join(outDir, file))
      assert.ok(plain.equals(gunzipSync(await readFile(path.join(outDir, `${file}.gz`)))))
      assert.ok(plain.equals(brotliDecompressSync(await readFile(path.join(outDir, `${file}.br`)))))
    }
    assert.deepEqual(JSON.parse(await readFile(path.join(outDir, 'manifest.json'), 'utf8')), manifest)
  })
})

test('pruning takes out whole rules, single selectors and empty blocks, and nothing else', () => {
  const css =
    '@charset "UTF-8";:root{--a:1}/* note */.keep,.drop:hover{a:b}.drop{c:d}@media print{.drop{e:f}}' +
    '@media (min-width:1em){.keep:not(.x,.y){g:h}}@font-face{font-family:X}@keyframes k{from{a:b}}'
  assert.equal(
    pruneCss(css, (selector) => !selector.includes('drop')),
    '@charset "UTF-8";:root{--a:1}.keep{a:b}@media (min-width:1em){.keep:not(.x,.y){g:h}}@keyframes k{from{a:b}}',
  )
  assert.throws(() => pruneCss('.a{b:c', () => true), /unbalanced/)
})
