// npm run bench:sen2 [-- --large | --import … | --write …]: bundles the command as the product is bundled, and runs a bench of it: of checking a file (bench-sen2.ts), of
// bringing one in (bench-return-in.ts), or of writing one from the record and of the nightly check (bench-return-out.ts).

import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

mkdirSync('.data/bench', { recursive: true })
await build({ entryPoints: ['src/cli.ts'], bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', outfile: '.data/bench/cli.mjs', logLevel: 'error', jsx: 'automatic', jsxImportSource: 'preact' })
const [what, ...words] = process.argv.slice(2)
const [bench, rest] = what === '--import' ? ['bench-return-in', words] : what === '--write' ? ['bench-return-out', words] : ['bench-sen2', process.argv.slice(2)]
process.exitCode = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${bench}.ts`, ...rest], { stdio: 'inherit' }).status ?? 1
