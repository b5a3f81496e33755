// npm run bench:clocks [-- CASES]: bundles the benchmark as the product is bundled, and runs it on one core.

import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

const outfile = '.data/bench/bench-clocks.mjs'
mkdirSync('.data/bench', { recursive: true })
await build({ entryPoints: ['scripts/bench-clocks.ts'], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
process.exitCode = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1
