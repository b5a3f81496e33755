// npm run bench:sen2 [-- --large]: bundles the benchmark as the product is bundled, and runs it.

import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

mkdirSync('.data/bench', { recursive: true })
for (const [entry, outfile] of [['scripts/bench-sen2.ts', '.data/bench/bench-sen2.mjs'], ['src/cli.ts', '.data/bench/cli.mjs']]) {
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', outfile, logLevel: 'error', jsx: 'automatic', jsxImportSource: 'preact' })
}
process.exitCode = spawnSync(process.execPath, ['.data/bench/bench-sen2.mjs', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1
