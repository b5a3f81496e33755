// A step walked both ways: with scripts at a desk, and without scripts on a telephone. Each way has a hub of its own.

import { after, before, describe } from 'node:test'
import type { Scanner } from '../../src/platform/scanner/scanner.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import { aListeningHub } from '../harness/listening-hub.ts'
import type { Cast } from './cast.ts'
import { throughABrowser } from './cast.ts'

export interface Way {
  readonly scripts: boolean
  readonly width: number
}

/** Where a step is walked. Its hub and cast are there once the tests run, not while they are named. */
export interface Scene {
  readonly hub: ListeningHub
  readonly cast: Cast
  readonly way: Way
}

const ways: readonly Way[] = [{ scripts: true, width: 1280 }, { scripts: false, width: 360 }]

interface Begins {
  /** When it is, as the hub's clock says at first. */
  readonly now?: string
  /** For how long what staff send waits; not at all where left out. */
  readonly recallMinutes?: number
  /** Those who use nothing but the keyboard. */
  readonly keyboardOnly?: readonly string[]
  /** Who looks through uploads, where a journey is about that. */
  readonly scanner?: Scanner
}

export function bothWays(what: string, { now, recallMinutes, scanner, ...about }: Begins, walk: (scene: Scene) => void): void {
  for (const way of ways) {
    describe(`${what}, ${way.scripts ? 'with scripts' : 'without scripts'} at ${way.width} pixels`, () => {
      let begun: { hub: ListeningHub; cast: Cast } | undefined
      const here = (): { hub: ListeningHub; cast: Cast } => {
        if (begun === undefined) throw new Error('the hub is not there before the first test')
        return begun
      }
      before(async () => {
        const hub = await aListeningHub({ ...(now === undefined ? {} : { now }), ...(recallMinutes === undefined ? {} : { recallMinutes }), ...(scanner === undefined ? {} : { scanner }) })
        begun = { hub, cast: throughABrowser(hub, { ...way, ...about }) }
      })
      after(async () => {
        try {
          await here().cast.close()
        } finally {
          await here().hub.close()
        }
      })
      walk({ way, get hub() { return here().hub }, get cast() { return here().cast } })
    })
  }
}
