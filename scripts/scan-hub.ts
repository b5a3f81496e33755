// npm run scan [both|wapiti|sqlmap] [minutes] [people]: the hub on loopback with the demonstration in it, looked for holes by two scanners as people of
// several kinds. Both must be installed (Debian: sqlmap, wapiti). Ends with 1 when anything of medium weight or more was found, when
// anything that was sent made the hub fail, or when a page or form was never reached. docs/how-to/scan-the-hub.md

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { rebuildTracks } from '../src/casebook/rebuild-tracks.ts'
import { unpackCases } from '../src/features/demo/demo-cases-store.ts'
import type { ListeningHub } from '../test/harness/listening-hub.ts'
import { aListeningHub } from '../test/harness/listening-hub.ts'
import { crawl } from './scan/crawl.ts'
import { openDoor } from './scan/door.ts'
import { scanWithSqlmap } from './scan/sqlmap-scan.ts'
import { wapiti } from './scan/wapiti.ts'

const root = path.resolve(import.meta.dirname, '..')
const [which = 'both', minutes = '20', ...named] = process.argv.slice(2)
const everybody = ['nobody', 'hattie', 'meera', 'kerry', 'debra', 'callum']
const people = named.length === 0 ? everybody : named
const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const statusWords = (statuses: ReadonlyMap<number, number>): string => [...statuses].toSorted().map(([status, count]) => `${status}: ${count}`).join(', ')

const folder = await mkdtemp(path.join(os.tmpdir(), 'scan-'))
let isClean = true
try {
  if (which !== 'sqlmap') await withWapiti()
  if (which !== 'wapiti') await withSqlmap()
  say(isClean ? 'Nothing of medium weight or more was found, and nothing made the hub fail.' : 'Something was found: see above.')
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = isClean ? 0 : 1

async function openHub(): Promise<ListeningHub> {
  const hub = await aListeningHub({ now: '2026-11-21T10:00:00.000Z', settings: { isSecure: true }, signIn: ['demo', 'local'] })
  await unpackCases(hub.fresh.db, hub.house.files, await readFile(path.join(root, 'demo', 'cases.json.gz')))
  await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })
  return hub
}

async function withWapiti(): Promise<void> {
  const hub = await openHub()
  try {
    for (const person of people) {
      const visitor = person === 'nobody' ? await hub.visitor().get('/sign-in') : await hub.as(person)
      const targets = await crawl(hub, visitor)
      const door = await openDoor(hub.baseUrl, visitor.cookieHeader)
      const findings = await wapiti(door.url, targets, folder, (Number(minutes) * 60) / people.length)
      const heavy = findings.filter(({ level }) => level >= 2)
      say(`${person}: wapiti over ${targets.length} pages and forms: ${findings.length} findings, ${heavy.length} of medium weight or more`)
      for (const { what, level, where } of findings) say(`  level ${level}: ${what} (${where})`)
      say(`  ${statusWords(door.statuses)}`)
      for (const fault of new Set(door.faults)) say(`  the hub failed: ${fault}`)
      if (heavy.length > 0 || door.faults.length > 0) isClean = false
      await door.close()
    }
    for (const what of new Set(hub.faults.map((fault) => (fault instanceof Error ? fault.message.slice(0, 200) : 'something else')))) say(`  what broke: ${what}`)
  } finally {
    await hub.close()
  }
}

async function withSqlmap(): Promise<void> {
  const figures = await scanWithSqlmap({ people, open: openHub, folder, atOnce: Math.max(2, os.availableParallelism()), say })
  say(`sqlmap: ${figures.targets} pages and forms, ${figures.places} fields and parts of addresses, ${figures.requests} requests: ${figures.injectable.length} with a hole`)
  say(`  ${statusWords(figures.statuses)}`)
  for (const fault of figures.faults) say(`  the hub failed: ${fault}`)
  for (const key of figures.unreached) say(`  never reached: ${key}`)
  if (figures.injectable.length > 0 || figures.faults.size > 0 || figures.unreached.length > 0) isClean = false
}
