// npm run scan [both|wapiti|sqlmap] [minutes] [people]: the hub on loopback with the demonstration in it, looked for holes by two scanners as people of
// several kinds. Both must be installed (Debian: sqlmap, wapiti). Ends with 1 when anything of medium weight or more was found, or
// anything that was sent made the hub fail. docs/how-to/scan-the-hub.md

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { rebuildTracks } from '../src/casebook/rebuild-tracks.ts'
import { unpackCases } from '../src/features/demo/demo-cases-store.ts'
import { aListeningHub } from '../test/harness/listening-hub.ts'
import type { Target } from './scan/crawl.ts'
import { crawl } from './scan/crawl.ts'
import type { Door } from './scan/door.ts'
import { openDoor } from './scan/door.ts'
import { sqlmap } from './scan/sqlmap.ts'
import { wapiti } from './scan/wapiti.ts'

const root = path.resolve(import.meta.dirname, '..')
const [which = 'both', minutes = '20', ...named] = process.argv.slice(2)
const everybody = ['nobody', 'hattie', 'meera', 'kerry', 'debra', 'callum']
const people = named.length === 0 ? everybody : named
const say = (text: string): boolean => process.stdout.write(`${text}\n`)

const hub = await aListeningHub({ now: '2026-11-21T10:00:00.000Z', settings: { isSecure: true } })
const folder = await mkdtemp(path.join(os.tmpdir(), 'scan-'))
let isClean = true
try {
  await unpackCases(hub.fresh.db, hub.house.files, await readFile(path.join(root, 'demo', 'cases.json.gz')))
  await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })
  const tried = new Set<string>()
  for (const person of people) {
    const visitor = person === 'nobody' ? await hub.visitor().get('/sign-in') : await hub.as(person)
    const targets = await crawl(hub, visitor)
    const door = await openDoor(hub.baseUrl, visitor.cookieHeader)
    say(`${person}: ${targets.length} pages and forms`)
    if (which !== 'sqlmap') await scanWithWapiti(door.url, targets)
    if (which !== 'wapiti') await scanWithSqlmap(door, targets, tried)
    say(`  ${[...door.statuses].toSorted().map(([status, count]) => `${status}: ${count}`).join(', ')}`)
    for (const fault of new Set(door.faults)) {
      isClean = false
      say(`  the hub failed: ${fault}`)
    }
    for (const what of new Set(hub.faults.map((fault) => (fault instanceof Error ? fault.message.slice(0, 200) : 'something else')))) say(`  what broke: ${what}`)
    await door.close()
  }
  say(isClean ? 'Nothing of medium weight or more was found, and nothing made the hub fail.' : 'Something was found: see above.')
} finally {
  await hub.close()
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = isClean ? 0 : 1

async function scanWithWapiti(door: string, targets: readonly Target[]): Promise<void> {
  const findings = await wapiti(door, targets, folder, (Number(minutes) * 60) / people.length)
  const heavy = findings.filter(({ level }) => level >= 2)
  say(`  wapiti: ${findings.length} findings, ${heavy.length} of medium weight or more`)
  for (const { what, level, where } of findings) say(`    level ${level}: ${what} (${where})`)
  if (heavy.length > 0) isClean = false
}

/** Each kind of page or form once, whoever reaches it first. */
async function scanWithSqlmap(door: Door, targets: readonly Target[], tried: Set<string>): Promise<void> {
  let count = 0
  for (const target of targets) {
    const key = `${target.method} ${target.pattern} ${target.fields.map(([name]) => name).toSorted().join(',')}`
    if (tried.has(key) || (target.fields.length === 0 && !target.pattern.includes(':'))) continue
    tried.add(key)
    count += 1
    const before = requestsThrough(door)
    const { isInjectable, said } = await sqlmap(door.url, target, folder, `request-${tried.size}`)
    // A scanner that gave up at once has shown nothing.
    if (requestsThrough(door) - before < 10) {
      isClean = false
      say(`  sqlmap tried nothing: ${key}\n${said.slice(-600)}`)
    }
    if (!isInjectable) continue
    isClean = false
    say(`  sqlmap says it can get in: ${key}\n${said.slice(-1500)}`)
  }
  say(`  sqlmap: ${count} pages and forms tried`)
}

function requestsThrough({ statuses }: Door): number {
  return [...statuses.values()].reduce((sum, count) => sum + count, 0)
}
