// Load that does not wait for the hub: each asking has its moment, whether or not the answers before it have come, and its time counts from
// that moment. Where the hub falls behind, everybody who then waits is counted as waiting.

import { Agent, request } from 'node:http'
import type { Player } from './cast.ts'

export interface Asking { readonly player: Player; readonly name: string; readonly path: string }
export interface Outcome { readonly times: readonly number[]; readonly byPage: ReadonlyMap<string, readonly number[]>; readonly errors: ReadonlyMap<string, number>; readonly asked: number; readonly seconds: number }

const patience = 60_000

export async function openLoop(base: string, perSecond: number, seconds: number, next: () => Asking): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 })
  const [times, byPage, errors] = [[] as number[], new Map<string, number[]>(), new Map<string, number>()]
  const began = performance.now()
  const under: Promise<void>[] = []
  const fault = (what: string): void => { errors.set(what, (errors.get(what) ?? 0) + 1) }
  const one = ({ player, name, path }: Asking, due: number): Promise<void> => new Promise((resolve) => {
    const asking = request(new URL(path, base), { agent, headers: { ...player.person.headers, 'accept-encoding': 'br, gzip' } }, (answer) => {
      answer.on('data', () => undefined)
      answer.on('end', () => {
        const took = performance.now() - due
        if (answer.statusCode !== 200) fault(`${name}: ${answer.statusCode}`)
        times.push(took)
        const ofPage = byPage.get(name)
        if (ofPage === undefined) byPage.set(name, [took])
        else ofPage.push(took)
        resolve()
      })
      answer.on('error', (error) => { fault(`${name}: ${error.message}`); resolve() })
    })
    asking.on('error', (error) => { fault(`${name}: ${error.message}`); resolve() })
    asking.end()
  })
  const total = Math.round(perSecond * seconds)
  let sent = 0
  while (sent < total) {
    const dueByNow = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond) + 1)
    for (; sent < dueByNow; sent += 1) under.push(one(next(), began + (sent * 1000) / perSecond))
    await new Promise((resolve) => { setTimeout(resolve, 2) })
  }
  // Whoever still waits after a minute has gone: what is not answered by then is an error.
  await Promise.race([Promise.all(under), new Promise((resolve) => { setTimeout(resolve, patience).unref() })])
  agent.destroy()
  await Promise.all(under)
  return { times, byPage, errors, asked: total, seconds: (performance.now() - began) / 1000 }
}

/** The value that so many of a hundred are not above. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1))] ?? Number.NaN
}
