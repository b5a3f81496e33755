// `npm run build`: the three doors and what `npm start` needs, bundled to dist/ for Node 20; the assets beside them. Packages
// stay in node_modules. Does nothing when dist/ was made from exactly these sources.

import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const projectRoot = path.resolve(import.meta.dirname, '..')

const doors = {
  web: 'src/web.ts',
  worker: 'src/worker.ts',
  cli: 'src/cli.ts',
  config: 'src/config.ts',
  'keep-running': 'src/platform/db/keep-running.ts',
  roles: 'src/platform/db/roles.ts',
  'prepare-database': 'src/prepare-database.ts',
  'audit-verifier': 'src/audit-verifier.ts',
  'pdf-worker': 'src/platform/documents/pdf-worker.mjs',
}

/** Builds when needed. Answers whether it had to. */
export async function build({ root = projectRoot, dist = path.join(root, 'dist'), entries = doors, logLevel = 'warning' } = {}) {
  const mark = path.join(dist, '.built-from')
  const sources = fingerprint(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return false

  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  // Loaded here, so that a start with nothing to build does not wait for it.
  const { build: bundle } = await import('esbuild')
  const { cli, ...others } = entries
  const shared = {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel,
  }
  await bundle({ ...shared, entryPoints: others })
  // The commands in pieces, so that one which needs little of the program loads little of it.
  if (cli !== undefined) await bundle({ ...shared, entryPoints: { cli }, splitting: true, chunkNames: 'cli-[hash]' })
  if (existsSync(path.join(dist, 'cli.js'))) chmodSync(path.join(dist, 'cli.js'), 0o755)
  const assets = path.join(root, 'scripts', 'build-assets.mjs')
  if (existsSync(assets)) {
    const { buildAssets } = await import(pathToFileURL(assets).href)
    await buildAssets({ outDir: path.join(dist, 'assets') })
  }
  // Last, so that a build that failed half-way is never taken for one that is done.
  writeFileSync(mark, sources)
  return true
}

/** Names, sizes and times of every source: cheap to read, and different when a file is changed, added or taken away. */
function fingerprint(root) {
  const files = ['src', 'assets', 'scripts'].flatMap((folder) =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file))
      : [],
  )
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of [...files, 'package.json', 'package-lock.json', 'tsconfig.json'].toSorted()) {
    const found = statSync(path.join(root, file), { throwIfNoEntry: false })
    if (found?.isFile()) hash.update(`${file} ${found.size} ${found.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

if (import.meta.filename === process.argv[1]) {
  const began = performance.now()
  const hadTo = await build()
  process.stdout.write(hadTo ? `Built in ${((performance.now() - began) / 1000).toFixed(1)} s\n` : 'Nothing to build\n')
}
