// The whole of the hub through sqlmap: several at a time, each target once, whoever reaches it first. What is sent changes the hub: a
// case is closed, a session ended, and forms after that are refused before anything of them is read. So the first answer of each
// target says whether it was reached, and what was not is tried again in a hub as new, until nothing more is reached.

import type { ListeningHub } from '../../test/harness/listening-hub.ts'
import type { Visitor } from '../../test/harness/visitor.ts'
import type { Target } from './crawl.ts'
import { crawl } from './crawl.ts'
import type { Door } from './door.ts'
import { openDoor } from './door.ts'
import { placesOf, sqlmap } from './sqlmap.ts'

export interface SqlmapScan {
  readonly people: readonly string[]
  /** A hub as new with the demonstration in it. */
  readonly open: () => Promise<ListeningHub>
  readonly folder: string
  readonly atOnce: number
  readonly say: (text: string) => void
}

export interface SqlmapFigures {
  targets: number
  places: number
  requests: number
  readonly statuses: Map<number, number>
  readonly injectable: string[]
  readonly faults: Set<string>
  /** Found by the crawl and never reached: a refusal came before the form was read. */
  unreached: string[]
}

interface Job {
  readonly person: string
  readonly target: Target
  readonly key: string
  readonly places: readonly string[]
}

const mostPasses = 4
const formCookie = '__Host-hub-form'
const keyOf = ({ method, pattern, fields }: Target): string => `${method} ${pattern} ${[...new Set(fields.map(([name]) => withoutNumbers(name)))].toSorted().join(',')}`

export async function scanWithSqlmap(scan: SqlmapScan): Promise<SqlmapFigures> {
  const figures: SqlmapFigures = { targets: 0, places: 0, requests: 0, statuses: new Map(), injectable: [], faults: new Set(), unreached: [] }
  const reached = new Set<string>()
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const before = reached.size
    const hub = await scan.open()
    try {
      figures.unreached = []
      for (const person of scan.people) await scanAs(scan, hub, person, reached, figures)
      for (const fault of hub.faults) figures.faults.add(fault instanceof Error ? fault.message.slice(0, 200) : 'something else')
    } finally {
      await hub.close()
    }
    scan.say(`sqlmap, pass ${pass}: ${reached.size} pages and forms reached, ${figures.unreached.length} left`)
    if (figures.unreached.length === 0 || reached.size === before) break
  }
  return figures
}

async function scanAs(scan: SqlmapScan, hub: ListeningHub, person: string, reached: Set<string>, figures: SqlmapFigures): Promise<void> {
  const visitor = await signedIn(hub, person)
  const jobs = jobsOf(person, await crawl(hub, visitor), reached)
  const began = Date.now()
  const waiting = [...jobs]
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      if (waiting.length > 0 && waiting.length % 20 === 0) scan.say(`    ${waiting.length} wait`)
      if (await tryOne(scan, hub, visitor, job, figures)) {
        reached.add(job.key)
        figures.targets += 1
        figures.places += job.places.length
      } else figures.unreached.push(`${person}: ${job.key}`)
    }
  }
  await Promise.all(Array.from({ length: scan.atOnce }, lane))
  scan.say(`  ${person}: ${jobs.length} pages and forms in ${Math.round((Date.now() - began) / 1000)} s`)
}

/**
 * What this person's crawl found and nobody has reached. A place is tried once for its pattern: a part of an address is read alike for each form of a
 * page, and so are fields whose names differ by a number or an id, one for each row of a list.
 */
function jobsOf(person: string, targets: readonly Target[], reached: ReadonlySet<string>): Job[] {
  const tried = new Set<string>()
  const found = new Set(reached)
  return targets.flatMap((target) => {
    const key = keyOf(target)
    if (found.has(key)) return []
    found.add(key)
    const places = placesOf(target).filter((place) => {
      const kind = `${target.method} ${target.pattern} ${withoutNumbers(place)}`
      return !tried.has(kind) && tried.add(kind)
    })
    return places.length === 0 ? [] : [{ person, target, key, places }]
  })
}

/** "use-019a…-3" and "use-019b…-12" are one. */
const withoutNumbers = (name: string): string => name.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '#')

/** Whether the target was reached. */
async function tryOne(scan: SqlmapScan, hub: ListeningHub, visitor: Visitor, job: Job, figures: SqlmapFigures): Promise<boolean> {
  const door = await openDoor(hub.baseUrl, (await ownSession(hub, visitor, job.person)).cookieHeader)
  const { isInjectable, said } = await sqlmap(door.url, job.target, scan.folder, `request-${figures.requests}-${job.key.length}-${Math.round(performance.now())}`, job.places)
  await door.close()
  const asked = countOf(door)
  figures.requests += asked
  for (const [status, count] of door.statuses) figures.statuses.set(status, (figures.statuses.get(status) ?? 0) + count)
  for (const fault of door.faults) figures.faults.add(fault)
  if (isInjectable) {
    figures.injectable.push(job.key)
    scan.say(`  sqlmap says it can get in: ${job.key}\n${said.slice(-1500)}`)
  }
  // A scanner that gave up at once has shown nothing, and one that stood before a closed door neither.
  return asked >= 10 && door.first !== undefined && ![403, 404, 409, 429, 503].includes(door.first) && door.toSignIn * 10 < asked
}

/** Each target has a session of its own, so that one that ends sessions ends nobody else's; the form's token belongs to the browser that saw the form. */
async function ownSession(hub: ListeningHub, visitor: Visitor, person: string): Promise<Visitor> {
  const own = await signedIn(hub, person)
  own.keepCookie(formCookie, visitor.cookie(formCookie) ?? '')
  return own
}

async function signedIn(hub: ListeningHub, person: string): Promise<Visitor> {
  return person === 'nobody' ? hub.visitor().get('/sign-in') : hub.as(person)
}

const countOf = ({ statuses }: Door): number => [...statuses.values()].reduce((sum, count) => sum + count, 0)
