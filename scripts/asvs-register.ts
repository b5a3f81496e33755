// npm run docs:asvs [-- --run]: writes docs/security/asvs-register.md from test/security/asvs and from how the linked tests came out when they were
// last run. With --run it runs the files that they are in first. Ends with 1 when a linked test failed or was not found.

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../test/kinds.ts'
import { registerPage } from '../test/security/register-page.ts'
import { readRegister } from '../test/security/requirements.ts'
import type { Standing } from '../test/security/results.ts'
import { keepRecorded, lastResults, linkOf, standingOf } from '../test/security/results.ts'

const chapters = readRegister()
const links = chapters.flatMap(({ sections }) => sections.flatMap(({ requirements }) => requirements.flatMap(({ grounds }) => grounds.flatMap((ground) => (ground.kind === 'test' ? [ground] : [])))))
const files = [...new Set(links.map(({ file }) => file))].toSorted()

if (process.argv.includes('--run')) {
  const missing = files.filter((file) => lastResults(file) === undefined || !process.argv.includes('--missing'))
  if (missing.length > 0) spawnSync(process.execPath, ['--import', 'tsx', 'test/run.ts', ...missing], { cwd: projectRoot, stdio: 'inherit' })
}

const results = new Map(files.map((file) => [file, lastResults(file)]))
const standings = new Map(links.map((link): [string, Standing] => [linkOf(link), standingOf(link.name, results.get(link.file))]))
keepRecorded(standings)
const page = path.join(projectRoot, 'docs', 'security', 'asvs-register.md')
mkdirSync(path.dirname(page), { recursive: true })
writeFileSync(page, registerPage(chapters, standings))
const wrong = [...standings].filter(([, { said }]) => said !== 'passed')
for (const [link, { said }] of wrong) process.stdout.write(`${said}: ${link}\n`)
process.stdout.write(`Wrote docs/security/asvs-register.md: ${standings.size} links to tests in ${files.length} files, ${wrong.length} not passed.\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
