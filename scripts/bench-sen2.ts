// How long a return takes and how much memory, beside `xmllint --noout` on the same file in the same run: 20 MB, and with --large 500 MB. Each is a process of
// its own; its peak is what the system counted (maximum resident set).

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { xsdOf } from '../src/domain/sen2/xsd.ts'
import { writeXml } from './bench/long-returns.ts'
import { run, type Run } from './bench/measured-run.ts'

const folder = path.resolve('.data/bench')
mkdirSync(folder, { recursive: true })
const say = (text: string): boolean => process.stdout.write(`${text}\n`)

const line = (name: string, { seconds, megabytes, status }: Run, than?: Run): boolean =>
  say(`  ${name.padEnd(34)}${seconds.toFixed(2).padStart(8)} s ${megabytes.toFixed(0).padStart(6)} MB at most${than === undefined ? '' : `   ${(seconds / than.seconds).toFixed(1)} times`}   (exit ${String(status)})`)

const schema = path.join(folder, 'sen2-2026.xsd')
writeFileSync(schema, xsdOf(2026))
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
for (const megabytes of process.argv.includes('--large') ? [20, 500] : [20]) {
  const file = path.join(folder, `sen2-${megabytes}.xml`)
  const began = performance.now()
  const persons = writeXml(file, { megabytes })
  const size = statSync(file).size / 1_000_000
  say(`${size.toFixed(0)} MB, ${persons.toLocaleString('en-GB')} people, made and written in ${((performance.now() - began) / 1000).toFixed(2)} s`)
  // Without --stream it holds the whole tree: nine bytes for each of the file, which for the large one would be gigabytes of somebody's machine.
  const isLarge = megabytes > 100
  const reference = hasXmllint ? run('xmllint', ['--noout', ...(isLarge ? ['--stream'] : []), file]) : undefined
  if (reference === undefined) say('  xmllint is not installed here (Debian: libxml2-utils): no comparison')
  else {
    line(`xmllint --noout${isLarge ? ' --stream' : ''}`, reference)
    if (!isLarge) line('xmllint --noout --stream', run('xmllint', ['--noout', '--stream', file]), reference)
    line('xmllint --noout --stream --schema', run('xmllint', ['--noout', '--stream', '--schema', schema, file]), reference)
  }
  const checked = run(process.execPath, [path.join(folder, 'cli.mjs'), 'sen2', 'check', file])
  line('golden-thread sen2 check', checked, reference)
  say(`    ${checked.out.split('\n').slice(1, 3).join('; ')}`)
  rmSync(file)
}
