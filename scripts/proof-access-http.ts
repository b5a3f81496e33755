// The HTTP layer of the proof of access: the real app, asked by people of every standing, in several processes, each with a database
// of its own and some people side by side. Run by itself with --shard it is one of those processes, and says what it found as lines of JSON.

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { caseRoutes, compareStanding } from '../test/access/compare-http.ts'
import type { HttpCompared } from '../test/access/compare-http.ts'
import type { Choice } from '../test/access/http-standings.ts'
import { chooseStandings, drawStandings, standings, worldMarks } from '../test/access/http-standings.ts'
import { theWorld } from '../test/access/http-world.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'

/** `sample`: so many standings, drawn, each asked for everything. `every`: everything of everybody, which takes hours. */
export interface HttpWishes {
  readonly seed: number
  readonly sample?: number | undefined
  readonly every?: boolean | undefined
}

/** Routes that each of the others is asked for, in some case. */
const ofOthers = 12
/** So many people ask at once in each process: while one waits for the database another is answered. */
const sideBySide = 3

export const httpSize = { routes: caseRoutes.length, standings: standings.length, cases: worldMarks.length }

export function choose({ seed, sample, every = false }: HttpWishes): { readonly choices: readonly Choice[]; readonly classes: number | undefined } {
  if (sample !== undefined) return { choices: drawStandings(sample, seed).map((standing) => ({ standing, asks: 'everything' })), classes: undefined }
  const chosen = chooseStandings(seed, ofOthers)
  return every ? { choices: standings.map((standing) => ({ standing, asks: 'everything' })), classes: chosen.classes } : chosen
}

export interface HttpProof extends HttpCompared {
  readonly asked: number
  /** So many were asked for every route, and so many of these in every case. */
  readonly everyRoute: number
  readonly everything: number
  readonly classes: number | undefined
}

/** Compares in so many processes; `say` hears from time to time how far it is. */
export async function proveHttp(wishes: HttpWishes, processes: number, say: (line: string) => void): Promise<HttpProof> {
  const { choices, classes } = choose(wishes)
  const total = { requests: 0, cells: 0, differences: [] as string[] }
  let asked = 0
  const add = ({ requests, cells, differences }: HttpCompared): void => {
    asked += 1
    total.requests += requests
    total.cells += cells
    total.differences.push(...differences)
    for (const one of differences) say(`  ${one}`)
    if (asked % 100 === 0) say(`  ${asked} of ${choices.length} standings, ${total.requests} requests, ${total.differences.length} differences`)
  }
  const count = Math.min(processes, choices.length)
  await Promise.all(Array.from({ length: count }, (_, index) => (count === 1 ? compareAllOf(choices, wishes.seed, add) : shard(wishes, index, count, add))))
  if (asked !== choices.length) throw new Error(`${choices.length - asked} standings were not asked`)
  return { ...total, asked, everyRoute: choices.filter(({ asks }) => typeof asks === 'string').length, everything: choices.filter(({ asks }) => asks === 'everything').length, classes }
}

async function shard({ seed, sample, every = false }: HttpWishes, index: number, of: number, add: (compared: HttpCompared) => void): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, '--shard', `${index}/${of}`, '--seed', String(seed), ...(sample === undefined ? [] : ['--sample', String(sample)]), ...(every ? ['--every'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => { child.on('close', resolve) })
  for await (const line of createInterface({ input: child.stdout })) add(JSON.parse(line) as HttpCompared)
  const code = await ended
  if (code !== 0) throw new Error(`process ${index + 1} of the proof ended with ${code}`)
}

/** These standings, some side by side, over a world of their own. */
async function compareAllOf(choices: readonly Choice[], seed: number, add: (compared: HttpCompared) => void): Promise<void> {
  const world = await theWorld()
  const waiting = [...choices.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) add(await compareStanding(world, next[1], seed + next[0]))
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  await world.hub.close()
  await stopDatabaseServer()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { shard: { type: 'string', default: '0/1' }, seed: { type: 'string', default: '1' }, sample: { type: 'string' }, every: { type: 'boolean', default: false } } })
  const [index = 0, of = 1] = values.shard.split('/').map(Number)
  const { choices } = choose({ seed: Number(values.seed), every: values.every, sample: values.sample === undefined ? undefined : Number(values.sample) })
  await compareAllOf(choices.filter((_, at) => at % of === index), Number(values.seed), ({ requests, cells, differences }) => {
    process.stdout.write(`${JSON.stringify({ requests, cells, differences })}\n`)
  })
  process.exit(0)
}
