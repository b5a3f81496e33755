// The journeys in which statements are broken: children taken from the request to the final plan, and on through reviews, amendments,
// moves and endings, through the same pages as in the tests of the journeys.

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { walkChildren } from '../../scripts/demo-cases/children.ts'
import { stopDatabaseServer } from '../harness/database.ts'
import { aHub } from '../harness/hub.ts'
import { throughTheApp } from '../journeys/cast.ts'
import { readPack } from '../journeys/packs/pack.ts'
import { walkPack } from '../journeys/packs/pack-journey.ts'
import type { Broken } from './break-statements.ts'
import { breaking } from './break-statements.ts'

const packs = readdirSync(path.resolve(import.meta.dirname, '..', 'cases', 'advice-packs')).filter((name) => name.startsWith('pack-')).toSorted()

export interface BrokenJourneys {
  readonly broken: readonly Broken[]
  /** Routes that the journeys post to and for which there was no time. */
  readonly untried: readonly string[]
}

/** Walks so many packs, then the demonstration's children; each route that writes is broken once over all of them, for so many minutes. */
export async function breakJourneys({ packs: howMany, minutes, only = '', say }: { packs: number; minutes: number; /** Only routes with this in them. */ only?: string; say: (words: string) => void }): Promise<BrokenJourneys> {
  const broken: Broken[] = []
  const passedOver = new Set<string>()
  const until = performance.now() + minutes * 60_000
  const walk = async (name: string, run: (hub: Awaited<ReturnType<typeof aHub>>) => Promise<unknown>): Promise<void> => {
    const done = new Set(broken.filter(({ writes }) => writes).map(({ route }) => route))
    const breaks = breaking({ say, chosen: (route) => route.includes(only) && !done.has(route) && performance.now() < until })
    const hub = await aHub({ rehearsal: breaks.rehearsal })
    try {
      await breaks.start(hub)
      await run(hub)
      say(`${name}: walked`)
    } finally {
      broken.push(...breaks.broken)
      for (const route of breaks.passedOver) passedOver.add(route)
      await breaks.stop()
      await hub.close()
    }
  }
  for (const pack of packs.slice(0, howMany)) await walk(pack, (hub) => walkPack(throughTheApp(hub), readPack(pack)))
  await walk('the children of the demonstration', (hub) => walkChildren(hub, say))
  await stopDatabaseServer()
  return { broken, untried: [...passedOver].filter((route) => !broken.some((one) => one.route === route)) }
}
