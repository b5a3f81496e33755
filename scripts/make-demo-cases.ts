// Makes `demo/cases.json.gz`: invented children taken through the product itself, each left at another stage. Three walk the journeys
// that the tests walk, with all dates moved back by whole weeks so that the demonstration opens in the middle of work; the others came
// with a plan in Word, and their reviews, amendments and moves are walked from there (demo-cases/children.ts).
// Run it again when the tables or the journeys change: node --import tsx scripts/make-demo-cases.ts

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDays, dateFromParts, plainDateOf } from '../src/domain/calendar/plain-date.ts'
import type { PlainDate } from '../src/domain/calendar/plain-date.ts'
import { dateWords } from '../src/domain/calendar/date-words.ts'
import { packCases } from '../src/features/demo/demo-cases-store.ts'
import { demoPersonId } from '../src/features/demo/seed-world.ts'
import { demoPeople } from '../src/features/demo/world.ts'
import { aHub } from '../test/harness/hub.ts'
import { throughTheApp } from '../test/journeys/cast.ts'
import type { Cast } from '../test/journeys/cast.ts'
import type { Pack } from '../test/journeys/packs/pack.ts'
import { readPack } from '../test/journeys/packs/pack.ts'
import { walkChildren } from './demo-cases/children.ts'
import { walkPack } from '../test/journeys/packs/pack-journey.ts'

const today: PlainDate = plainDateOf('2026-11-22')

/** By how many weeks each child's dates are moved back, and the last day of the journey: a final plan, a draft out, a draft. */
const children = [
  { pack: 'pack-02-nursery-nonspeaking', weeksBack: 6, until: today },
  { pack: 'pack-03-year9-autism-pfa', weeksBack: 1, until: today },
  { pack: 'pack-01-year4-slcn', weeksBack: 0, until: plainDateOf('2026-11-19') },
] as const

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Moves every day of 2026 and 2027 in a text back: "2026-11-09", "9 November 2026", "09.11.2026". Birthdays are older than that. */
function movedBack(text: string, weeks: number): string {
  const move = (year: string, month: number, day: string): PlainDate | undefined => {
    const date = dateFromParts(Number(year), month, Number(day))
    return date === undefined ? undefined : addDays(date, -7 * weeks)
  }
  return text
    .replaceAll(/\b(202[67])-(\d\d)-(\d\d)\b/g, (whole, y: string, m: string, d: string) => move(y, Number(m), d) ?? whole)
    .replaceAll(new RegExp(`\\b(\\d{1,2}) (${months.join('|')}) (202[67])\\b`, 'g'), (whole, d: string, m: string, y: string) => {
      const date = move(y, months.indexOf(m) + 1, d)
      return date === undefined ? whole : dateWords(date)
    })
    .replaceAll(/\b(\d\d)\.(\d\d)\.(202[67])\b/g, (whole, d: string, m: string, y: string) => {
      const date = move(y, Number(m), d)
      return date === undefined ? whole : date.split('-').toReversed().join('.')
    })
}

function packMovedBack(pack: Pack, weeks: number): Pack {
  const moved = JSON.parse(movedBack(JSON.stringify({ case: pack.case, expected: pack.expected }), weeks)) as Pick<Pack, 'case' | 'expected'>
  return { ...pack, ...moved, reports: new Map([...pack.reports].map(([file, words]) => [file, movedBack(words, weeks)])) }
}

class JourneyIsOver extends Error {}

/** The same people, whose clock does not go beyond a day. */
function untilDay(cast: Cast, until: PlainDate): Cast {
  const setNow = (instant: string): void => {
    if (instant.slice(0, 10) > until) throw new JourneyIsOver('the rest of the journey is another day')
    cast.hub.setNow(instant)
  }
  return { ...cast, hub: { ...cast.hub, setNow } }
}

/**
 * A request names the other parent, or both, and the council records them without an account. In the demonstration anybody of
 * a family can sign in and see the child: who is recorded by the name of one of its people is that person.
 */
async function familiesWhoSignIn(): Promise<Map<string, string>> {
  const recorded = await hub.fresh.db.selectFrom('relationship as r').innerJoin('person as p', 'p.id', 'r.personId').select(['p.id', 'p.fullName', 'p.canSignIn']).distinct().execute()
  return new Map(recorded.filter(({ canSignIn }) => !canSignIn).flatMap(({ id, fullName }): [string, string][] => {
    const known = demoPeople.find(({ name, familyOf }) => familyOf !== undefined && name === fullName)
    return known === undefined ? [] : [[id, demoPersonId(known.key)]]
  }))
}

const hub = await aHub()
await walkChildren(hub, (name) => process.stdout.write(`${name}: walked\n`))
for (const { pack, weeksBack, until } of children) {
  try {
    await walkPack(untilDay(throughTheApp(hub), until), packMovedBack(readPack(pack), weeksBack))
  } catch (stopped) {
    if (!(stopped instanceof JourneyIsOver)) throw stopped
  }
  process.stdout.write(`${pack}: walked\n`)
}
hub.setNow(`${today}T10:00:00.000Z`)
// What the worker would have sent is sent; letters wait for a person to post them.
await hub.work()

const hashes = new Set<string>()
for (const { sha256 } of await hub.fresh.db.selectFrom('document').select('sha256').execute()) hashes.add(sha256)
for (const row of await hub.fresh.db.selectFrom('planVersion').select(['pdfSha256', 'docxSha256']).execute()) {
  for (const sha256 of [row.pdfSha256, row.docxSha256]) if (sha256 !== null) hashes.add(sha256)
}
// What Nieve’s new council can still download.
for (const { packageSha256 } of await hub.fresh.db.selectFrom('arrival').select('packageSha256').execute()) hashes.add(packageSha256)
const files = await Promise.all([...hashes].map((sha256) => hub.house.files.open(sha256)))
const packed = await packCases(hub.fresh.db, files, await familiesWhoSignIn())
const target = path.resolve(import.meta.dirname, '..', 'demo', 'cases.json.gz')
mkdirSync(path.dirname(target), { recursive: true })
writeFileSync(target, packed)
process.stdout.write(`${target}: ${files.length} files, ${packed.length} bytes\n`)
await hub.close()
process.exit(0)
