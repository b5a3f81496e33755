// Writes sample pages with the built stylesheet into .tmp/gallery, to be looked at: `node --import tsx scripts/ui-gallery.ts`.
// With `--shots` it also takes pictures of them in Chromium, at the widths of a desk and a phone, with and without script,
// and runs axe over them.
import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { galleryPages } from '../test/gallery/pages.ts'
import { renderPage } from '../src/ui/render.ts'
import { buildAssets } from './build-assets.mjs'

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../.tmp/gallery')

const say = (line: string) => process.stdout.write(`${line}\n`)

async function writePages(): Promise<string[]> {
  const { manifest, sizes } = await buildAssets({ outDir: path.join(out, 'assets') })
  const assets = {
    stylesheet: `assets/${manifest['hub.css']}`,
    script: `assets/${manifest['hub.js']}`,
    icon: `assets/${manifest['hub.svg']}`,
  }
  const pages = galleryPages(assets)
  await mkdir(out, { recursive: true })
  for (const [name, page] of Object.entries(pages)) {
    const html = renderPage(page)
    await writeFile(path.join(out, `${name}.html`), html)
    const weight = gzipSync(html).length
    const files = [manifest['hub.css'], manifest['hub.js'], manifest['hub.svg']]
    const first = files.reduce((sum, file) => sum + (sizes[file]?.gzip ?? 0), weight)
    say(`${name}: page ${weight} bytes gzip, first visit ${first}`)
  }
  return Object.keys(pages)
}

/** axe cannot run where scripts are off. */
async function checkWithAxe(page: Page): Promise<void> {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze()
  for (const { id, help, nodes } of violations)
    say(`  axe ${id}: ${help}: ${nodes.map((node) => node.html).join(' ; ')}`)
  say(
    `  axe: ${violations.length} violations, ${incomplete.length} to be looked at (${incomplete.map(({ id }) => id).join(', ')})`,
  )
}

async function takeShots(names: readonly string[]): Promise<void> {
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const { chromium: playwright } = await import('playwright-core')
  const browser = await playwright.launch({
    // One process for everything dies when a context is closed.
    args: [...chromium.args.filter((arg) => arg !== '--single-process'), '--allow-file-access-from-files'],
    executablePath: await chromium.executablePath(),
  })
  for (const width of [1280, 360]) {
    for (const script of [true, false]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script })
      const page = await context.newPage()
      page.on('pageerror', (fault) => say(`fault in the page: ${fault.message}`))
      for (const name of names) {
        await page.goto(pathToFileURL(path.join(out, `${name}.html`)).href)
        const file = `${name}-${width}${script ? '' : '-no-script'}.png`
        await page.screenshot({ path: path.join(out, file), fullPage: true })
        const wider = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
        say(`${file}${wider > 0 ? `: ${wider}px wider than the window` : ''}`)
        if (script) await checkWithAxe(page)
      }
      await context.close()
    }
  }
  await browser.close()
}

const names = await writePages()
if (process.argv.includes('--shots')) await takeShots(names)
