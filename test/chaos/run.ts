// A run: the hub in a folder of its own, twenty people at work in it, a journal of what they were told, and what must hold, asked after
// every kill and once more of everything at the end.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { isPassing } from '../../src/platform/db/passing-fault.ts'
import type { Chance } from './chance.ts'
import { chanceFrom } from './chance.ts'
import { seatsIn } from './doings.ts'
import type { FilledHouse } from './fill-house.ts'
import { fillHouse } from './fill-house.ts'
import type { Release, RunningHub } from './hub-processes.ts'
import { startHub } from './hub-processes.ts'
import type { Journal } from './journal.ts'
import { openJournal } from './journal.ts'
import type { People, Tally } from './people-at-work.ts'
import { putToWork } from './people-at-work.ts'
import { compareActs, compareSending, leftovers, listOrphans, lookThroughAll } from './what-must-hold.ts'

export interface Kills {
  readonly outcomes: { readonly what: string; readonly milliseconds: number }[]
}

export interface Run {
  readonly hub: RunningHub
  readonly people: People
  readonly journal: Journal
  readonly chance: Chance
  readonly say: (words: string) => void
  /** When the people began. */
  readonly since: string
  /** Looks for what does not hold, of what was done since the look before. */
  readonly check: () => Promise<void>
}

export interface Found {
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly halfDone: readonly string[]
  readonly twice: readonly string[]
  readonly sending: { readonly sent: number; readonly waiting: number; readonly failed: number; readonly twice: readonly string[]; readonly neverLeft: readonly string[] }
  /** Chain, folding, files. */
  readonly other: readonly string[]
  readonly endedByItself: readonly string[]
  readonly tally: Tally
  readonly leftovers: number
  readonly seconds: number
}

export interface RunWishes {
  readonly seed: string
  readonly say?: (words: string) => void
  readonly seats?: number
  readonly undecided?: number
  readonly folder?: string
  /** Of the database server, beyond its own. */
  readonly settings?: Readonly<Record<string, string>>
  /** The record is broken on purpose in the end, and is looked through where it was restored. */
  readonly isWrecked?: boolean
  /** At work first, when it is another than this folder's own; its own `fill` makes the house for it. */
  readonly release?: Release
  readonly fill?: typeof fillHouse
  /** Once, before anybody works. */
  readonly first?: (hub: RunningHub) => Promise<void>
}

const root = path.resolve(import.meta.dirname, '..', '..')

/** Of a run's own, below the project, where git does not look. */
export const newFolder = (): string => path.join(root, '.tmp', `chaos-${process.pid}-${Date.now() % 1_000_000}`)

/** Runs something against the working hub, lets everybody finish, empties the outbox, and answers with what was found. */
export async function withPeopleAtWork<T>({ seed, say = () => undefined, seats = 20, undecided = 30, settings = {}, first, isWrecked = false, folder = newFolder(), release, fill = fillHouse }: RunWishes, break_: (run: Run) => Promise<T>): Promise<{ answer: T; found: Found }> {
  const began = performance.now()
  mkdirSync(folder, { recursive: true })
  let house: FilledHouse | undefined
  let environment: Readonly<Record<string, string>> = {}
  const hub = await startHub({ folder, settings, ...(release === undefined ? {} : { release }), fill: async (at) => { house = await fill(at, { undecided }); environment = at.environment } })
  const journal = openJournal(path.join(folder, 'journal.jsonl'))
  try {
    if (house === undefined) throw new Error('the house was not filled')
    await first?.(hub)
    const since = new Date().toISOString()
    const chance = chanceFrom(seed)
    const people = await putToWork({ baseUrl: hub.baseUrl, journal, seats: seatsIn(house).filter((_, index, all) => index % Math.ceil(all.length / seats) === 0), chance })
    let looked = 0
    const bad = { lost: new Set<string>(), halfDone: new Set<string>(), twice: new Set<string>() }
    const look = async (from: number): Promise<number> => {
      const { intents, acknowledged } = journal.read()
      const held = await compareActs(hub.databaseUrl, intents.slice(from), acknowledged)
      for (const kind of ['lost', 'halfDone', 'twice'] as const) for (const one of held[kind]) bad[kind].add(one)
      for (const one of await listOrphans(hub.databaseUrl, since)) bad.halfDone.add(one)
      return held.acknowledged
    }
    const run: Run = {
      hub, people, journal, chance, say, since,
      // What was under way at the look before is looked at again.
      check: async () => {
        const from = Math.max(0, looked - 60)
        looked = journal.read().intents.length
        await look(from)
      },
    }
    const answer = await break_(run)
    await people.stop()
    // What the hub itself said about it goes with its folder.
    if (people.tally.unexpected.length > 0) for (const line of faultsInLog(folder)) say(line)
    if (!isWrecked) await untilSent(hub)
    const acknowledged = isWrecked ? journal.acknowledgements() : await look(0)
    return {
      answer,
      found: {
        acknowledged, lost: [...bad.lost], halfDone: [...bad.halfDone], twice: [...bad.twice], sending: await compareSending(hub.databaseUrl, hub.carrier.taken()),
        other: isWrecked ? [] : await lookThroughAll(hub.databaseUrl, environment, hub.filesDir), endedByItself: hub.endedByItself, tally: people.tally, leftovers: leftovers(hub.filesDir), seconds: (performance.now() - began) / 1000,
      },
    }
  } finally {
    await hub.close()
    journal.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line of the hub's own log for each kind of fault in it that does not pass, cut to what can be read. */
function faultsInLog(folder: string): string[] {
  const kinds = new Map<string, string>()
  for (const line of readFileSync(path.join(folder, 'hub.log'), 'utf8').split('\n')) {
    if (!line.startsWith('{')) continue
    const { fault } = JSON.parse(line) as { fault?: { name?: string; code?: string; at?: string[] } }
    if (fault !== undefined && !isPassing(Object.assign(new Error(), fault))) kinds.set(`${fault.name} ${fault.code} ${fault.at?.[0]}`, line.slice(0, 3_000))
  }
  return [...kinds.values()]
}

/** Asks for what lost its job, as the clock does every five minutes, until nothing waits that can leave. */
async function untilSent(hub: RunningHub): Promise<void> {
  const client = new Client({ connectionString: hub.databaseUrl })
  await client.connect()
  try {
    for (let round = 0; ; round += 1) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from outgoing where channel in ('email', 'text') and state = 'queued' and not by_day`)
      if (rows[0]?.n === 0) return
      // Nobody is left to send it: that is a fault, and it is told.
      if (hub.endedByItself.some((part) => part.startsWith('worker'))) return
      // A worker that died holds what it had begun until another finds that nobody else lives; that is its start, not a wait.
      if (round % 100 === 99) await client.query(`select graphile_worker.add_job('send-outgoing', json_build_object('localAreaId', local_area_id, 'outgoingId', id)) from outgoing where channel in ('email', 'text') and state = 'queued' and not by_day`)
      await pause(100)
    }
  } finally {
    await client.end()
  }
}

/** What nobody may find; the run failed when there is any. */
export const faultsOf = ({ lost, halfDone, twice, sending, other, endedByItself, tally }: Found): string[] => [
  ...lost, ...halfDone, ...twice, ...sending.twice, ...sending.neverLeft, ...(sending.waiting > 0 ? [`${sending.waiting} messages never left`] : []), ...other,
  ...endedByItself.map((part) => `the ${part} ended by itself`), ...tally.unexpected,
]
