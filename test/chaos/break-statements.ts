// R5: each form of a journey is posted again and again, with one statement of it broken each time: the first, the second, to the last
// (and, where it keeps a file, with the disk full). After each the whole database is what it was before, or what it is when all went
// well, and never anything between; and the try after the last succeeds. Then the same form is sent once more, and changes nothing.

import { Client } from 'pg'
import { routes } from '../../src/app.ts'
import type { House } from '../../src/casebook/house.ts'
import type { Hub } from '../harness/hub.ts'
import type { Step, Way } from '../harness/broken-statements.ts'
import { ways, withBroken } from '../harness/broken-statements.ts'
import type { Answer, Posting, Rehearsal } from '../harness/visitor.ts'
import type { Content } from './database-content.ts'
import { contentOf, differs } from './database-content.ts'

export interface Broken {
  readonly route: string
  /** Statements of the whole request, each broken once. */
  readonly statements: number
  readonly ways: readonly Way[]
  /** Tries after which the database was as before, and as after (the commit had come through, and only the answer was lost). */
  readonly before: number
  readonly after: number
  /** Whether it wrote anything at all when nothing was broken. */
  readonly writes: boolean
  readonly faults: readonly string[]
}

export interface Breaking {
  readonly rehearsal: Rehearsal
  readonly start: (hub: Hub) => Promise<void>
  readonly broken: readonly Broken[]
  /** Routes that were posted to and not chosen. */
  readonly passedOver: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

/** Forms that are several acts one after the other, each whole and with a mark of its own: after a fault they go on where they stopped. */
const severalActs: ReadonlySet<string> = new Set(['/:area/transfers/consult'])

const patterns = routes.flatMap((route) => ('post' in route ? [{ pattern: route.post, like: new RegExp(`^${route.post.replaceAll(/:\w+/g, '[^/]+')}$`) }] : []))
export const routeOf = (url: string): string => patterns.find(({ like }) => like.test(url.split('?')[0] ?? ''))?.pattern ?? url

/** `each`: how many forms of each route are tried; the rest of a journey goes on plainly. `chosen`: only these routes. */
export function breaking({ each = 1, chosen, say = () => undefined }: { each?: number; chosen?: (route: string) => boolean; say?: (words: string) => void } = {}): Breaking {
  const broken: Broken[] = []
  const counts = new Map<string, number>()
  const passedOver = new Set<string>()
  let hub: Hub | undefined
  let owner: Client | undefined
  return {
    broken, passedOver,
    start: async (started) => {
      hub = started
      owner = new Client({ connectionString: started.fresh.connectionString })
      await owner.connect()
    },
    stop: async () => { await owner?.end() },
    rehearsal: async (posting) => {
      const route = routeOf(posting.url)
      const count = counts.get(route) ?? 0
      // Signing in has no record of a child in it, and wrong tries are counted by intent.
      if (hub === undefined || owner === undefined || count >= each || route.startsWith('/sign-in')) return posting.send()
      if (chosen?.(route) === false) {
        passedOver.add(route)
        return posting.send()
      }
      const { result, answer } = await breakEach(hub.house, owner, route, posting, broken.length)
      if (result.writes) counts.set(route, count + 1)
      broken.push(result)
      hub.faults.length = 0
      say(`${route}: ${result.statements} statements, ${result.before} before, ${result.after} after${result.faults.length === 0 ? '' : `, ${result.faults.join('; ')}`}`)
      return answer
    },
  }
}

async function breakEach(house: House, owner: Client, route: string, posting: Posting, turn: number): Promise<{ result: Broken; answer: Answer }> {
  const untouched = await contentOf(owner)
  const faults: string[] = []
  const used = new Set<Way>()
  let changed: Content | undefined
  let before = 0
  let after = 0
  let hasGoneOn = false
  const look = async (what: string, isCommitted: boolean): Promise<void> => {
    const now = await contentOf(owner)
    if (differs(untouched, now).length === 0 && changed === undefined) before += 1
    else if (changed === undefined || differs(changed, now).length === 0 || (isCommitted && severalActs.has(route))) {
      hasGoneOn = severalActs.has(route) && (changed === undefined || differs(changed, now).length > 0)
      changed = now
      after += 1
    } else faults.push(`${what} left something between: ${differs(changed, now).join(', ')}`)
  }
  const judge = (what: string, { statusCode }: Answer): void => { if (statusCode === 500) faults.push(`${what} was answered with ${statusCode}`) }
  let most = 0
  for (let at = 1; ; at += 1) {
    // What is done answers with fewer statements, so that those of the next act are counted from the first again.
    if (hasGoneOn) at = 1
    hasGoneOn = false
    const way = ways[(at + turn) % ways.length] ?? 'cut'
    let answer: Answer | undefined
    const { sent, broke } = await withBroken(at, way, (step) => withDisk(house, step, async () => { answer = await posting.send() }))
    if (answer === undefined) throw new Error('no answer')
    most = Math.max(most, sent)
    if (broke !== undefined) {
      used.add(way)
      judge(`statement ${at} (${broke.slice(0, 40)}, ${way})`, answer)
      await look(`statement ${at} (${broke.slice(0, 40)}, ${way})`, broke === 'commit' && way === 'answer-lost')
      if (broke !== 'commit' || way === 'answer-lost') continue
      // The one moment at which nobody can know what came of it is tried at every commit, whatever its turn.
      await withBroken(at, 'answer-lost', async () => { answer = await posting.send() })
      used.add('answer-lost')
      judge(`a commit whose answer was lost`, answer)
      await look(`a commit whose answer was lost`, true)
      continue
    }
    // Nothing was left to break: this is how it ends when all goes well.
    const ended = await contentOf(owner)
    if (changed !== undefined && differs(changed, ended).length > 0) faults.push(`the whole act ends otherwise: ${differs(changed, ended).join(', ')}`)
    const writes = differs(untouched, ended).length > 0
    if (writes && answer.statusCode === 303) {
      await posting.send()
      const again = differs(ended, await contentOf(owner))
      if (again.length > 0) faults.push(`the same form sent again changes ${again.join(', ')}`)
    }
    return { result: { route, statements: Math.max(most, at - 1), ways: [...used], before, after, writes, faults }, answer }
  }
}

/** Runs with a file store whose disk is full for the write that a step says. */
async function withDisk(house: House, step: Step, run: () => Promise<void>): Promise<void> {
  const files = house.files as { keep: House['files']['keep'] }
  const { keep } = files
  files.keep = (bytes) => (step('a file is kept') ? Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })) : keep(bytes))
  try {
    await run()
  } finally {
    files.keep = keep
  }
}
