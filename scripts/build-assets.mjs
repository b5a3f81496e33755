// Builds assets/hub.css and assets/hub.ts into files whose names carry a hash of what is in them, so that browsers may
// keep them for ever, with a manifest from the plain name to the built one, and each compressed beforehand.
import { build } from 'esbuild'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { pruneCss } from './prune-css.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)

// GOV.UK parts that no page of ours has: the crown's header and logos, and the hover that only their own examples use.
const govukDropped = [
  'govuk-header',
  'govuk-logo-dot',
  'govuk-link-image',
  'govuk-footer__crown',
  'govuk-footer__licence-logo',
  'govuk-footer__licence-description',
  'govuk-footer__copyright-logo',
]

// Of MOJ Frontend only the parts in src/ui/moj are kept.
const mojKept = [
  'moj-add-another',
  'moj-alert',
  'moj-badge',
  'moj-filter',
  'moj-filter-layout',
  'moj-filter-tags',
  'moj-hidden',
  'moj-identity-bar',
  'moj-interruption-card',
  'moj-js-hidden',
  'moj-message-item',
  'moj-message-list',
  'moj-messages-container',
  'moj-multi-file-upload',
  'moj-notification-badge',
  'moj-organisation-nav',
  'moj-scrollable-pane',
  'moj-side-navigation',
  'moj-sub-navigation',
  'moj-ticket-panel',
  'moj-timeline',
]

const classNames = (selector) => [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map((found) => found[1])
/** Whether a class name is of that block: the block itself, or an element or modifier of it. */
const isOf = (block) => (name) => name === block || name.startsWith(`${block}__`) || name.startsWith(`${block}--`)

function keepsGovuk(selector) {
  return !classNames(selector).some((name) => govukDropped.some((block) => isOf(block)(name)))
}

function keepsMoj(selector) {
  // Its custom properties and its table buttons repeat or extend GOV.UK's; the properties are there already.
  if (selector === ':root') return false
  if (selector.includes('[aria-sort]')) return true
  const names = classNames(selector).filter((name) => name.startsWith('moj-'))
  return names.length > 0 && names.every((name) => mojKept.some((block) => isOf(block)(name)))
}

const prune = {
  name: 'prune',
  setup(plugins) {
    const load = (filter, keeps) =>
      plugins.onLoad({ filter }, async ({ path: file }) => ({
        contents: pruneCss(await readFile(file, 'utf8'), keeps),
        loader: 'css',
      }))
    load(/govuk-frontend\.min\.css$/, keepsGovuk)
    load(/moj-frontend\.min\.css$/, keepsMoj)
    const images = path.join(
      path.dirname(require.resolve('@ministryofjustice/frontend/package.json')),
      'moj/assets/images',
    )
    plugins.onResolve({ filter: /^\/assets\/images\// }, ({ path: url }) => ({
      path: path.join(images, path.basename(url)),
    }))
  },
}

/** @param {Uint8Array} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })

/**
 * @param {{ outDir: string }} options where the files go; what was there before is taken away
 * @returns {ReturnType<typeof import('./build-assets.d.mts').buildAssets>} the built names, and what each weighs
 */
export async function buildAssets({ outDir }) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['assets/hub.css', 'assets/hub.ts', 'assets/passkeys.ts', 'assets/hub.svg'],
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2020', 'safari15'],
    loader: { '.svg': 'copy' },
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [prune],
  })
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })

  const sizes = {}
  for (const file of result.outputFiles) {
    const name = path.basename(file.path)
    const gzip = gzipSync(file.contents, { level: 9 })
    const br = brotli(file.contents)
    await writeFile(path.join(outDir, name), file.contents)
    await writeFile(path.join(outDir, `${name}.gz`), gzip)
    await writeFile(path.join(outDir, `${name}.br`), br)
    sizes[name] = { bytes: file.contents.length, gzip: gzip.length, brotli: br.length }
  }

  const built = (plain) => {
    const pattern = new RegExp(`^${plain.replace('.', '-[A-Z0-9]+\\.')}$`)
    const name = Object.keys(sizes).find((one) => pattern.test(one))
    if (!name) throw new Error(`${plain} was not built`)
    return name
  }
  const manifest = { 'hub.css': built('hub.css'), 'hub.js': built('hub.js'), 'passkeys.js': built('passkeys.js'), 'hub.svg': built('hub.svg') }
  await writeFile(path.join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return { manifest, sizes }
}

// Nothing is awaited at the top: test files that import this beside each other would be put down to the first of them.
async function buildForProgram() {
  const { sizes } = await buildAssets({ outDir: path.join(root, 'dist/assets') })
  for (const [name, { bytes, gzip, brotli: br }] of Object.entries(sizes)) {
    process.stdout.write(`${name}: ${bytes} bytes, ${gzip} gzip, ${br} brotli\n`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void buildForProgram()
