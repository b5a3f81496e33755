// How long a return takes and how much memory, beside `xmllint --noout` on the same file in the same run: 20 MB, and with --large 500 MB. Each is a process of
// its own; its peak is what the system counted (maximum resident set).

import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { aSen2Header, manySen2Persons } from '../test/builders/a-sen2-return.ts'
import { xsdOf } from '../src/domain/sen2/xsd.ts'
import { personText, returnBeginning, returnEnd } from '../src/domain/sen2/write-return.ts'

const folder = path.resolve('.data/bench')
mkdirSync(folder, { recursive: true })
const say = (text: string): boolean => process.stdout.write(`${text}\n`)

/** Writes persons until the file is that long. */
function makeFile(megabytes: number): { readonly file: string; readonly persons: number; readonly seconds: number } {
  const file = path.join(folder, `sen2-${megabytes}.xml`)
  const began = performance.now()
  const to = openSync(file, 'w')
  let [written, persons, text] = [0, 0, returnBeginning(aSen2Header(), 2026)]
  for (const person of manySen2Persons(10_000_000)) {
    text += personText(person, 2026)
    persons += 1
    if (text.length > 1_000_000) {
      written += writeSync(to, text)
      text = ''
      if (written >= megabytes * 1_000_000) break
    }
  }
  writeSync(to, `${text}${returnEnd}`)
  closeSync(to)
  return { file, persons, seconds: (performance.now() - began) / 1000 }
}

interface Run { readonly seconds: number; readonly megabytes: number; readonly status: number | null; readonly out: string }

const hasTime = existsSync('/usr/bin/time')

function run(command: string, ...words: readonly string[]): Run {
  const peak = path.join(folder, 'peak.txt')
  const began = performance.now()
  // A reader of /proc beside it where `time` is not there: Linux keeps the peak of a process while it lives only, so it is asked by the shell that waits.
  const child = hasTime ? spawnSync('/usr/bin/time', ['-f', '%M', '-o', peak, command, ...words], { encoding: 'utf8', maxBuffer: 1e8 }) : spawnSync(process.execPath, [
    '-e', `const c=require('child_process').spawn(process.argv[2],process.argv.slice(3),{stdio:['ignore','inherit','inherit']});let m=0;const t=setInterval(()=>{try{m=Math.max(m,+/VmHWM:\\s+(\\d+)/.exec(require('fs').readFileSync('/proc/'+c.pid+'/status','utf8'))[1])}catch{}},20);c.on('exit',(s)=>{clearInterval(t);require('fs').writeFileSync(process.argv[1],String(m));process.exit(s??1)})`,
    peak, command, ...words,
  ], { encoding: 'utf8', maxBuffer: 1e8 })
  const seconds = (performance.now() - began) / 1000
  return { seconds, megabytes: Number(readFileSync(peak, 'utf8').trim().split('\n').at(-1)) / 1024, status: child.status, out: child.stdout }
}

const line = (name: string, { seconds, megabytes, status }: Run, than?: Run): boolean =>
  say(`  ${name.padEnd(34)}${seconds.toFixed(2).padStart(8)} s ${megabytes.toFixed(0).padStart(6)} MB at most${than === undefined ? '' : `   ${(seconds / than.seconds).toFixed(1)} times`}   (exit ${String(status)})`)

const schema = path.join(folder, 'sen2-2026.xsd')
writeFileSync(schema, xsdOf(2026))
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
for (const megabytes of process.argv.includes('--large') ? [20, 500] : [20]) {
  const { file, persons, seconds } = makeFile(megabytes)
  const size = statSync(file).size / 1_000_000
  say(`${size.toFixed(0)} MB, ${persons.toLocaleString('en-GB')} people, made and written in ${seconds.toFixed(2)} s`)
  // Without --stream it holds the whole tree: nine bytes for each of the file, which for the large one would be gigabytes of somebody's machine.
  const isLarge = megabytes > 100
  const reference = hasXmllint ? run('xmllint', '--noout', ...(isLarge ? ['--stream'] : []), file) : undefined
  if (reference === undefined) say('  xmllint is not installed here (Debian: libxml2-utils): no comparison')
  else {
    line(`xmllint --noout${isLarge ? ' --stream' : ''}`, reference)
    if (!isLarge) line('xmllint --noout --stream', run('xmllint', '--noout', '--stream', file), reference)
    line('xmllint --noout --stream --schema', run('xmllint', '--noout', '--stream', '--schema', schema, file), reference)
  }
  const checked = run(process.execPath, path.join(folder, 'cli.mjs'), 'sen2', 'check', file)
  line('golden-thread sen2 check', checked, reference)
  say(`    ${checked.out.split('\n').slice(1, 3).join('; ')}`)
  rmSync(file)
}
