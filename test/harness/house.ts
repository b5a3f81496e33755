// The tools of a house for tests: a clock that stands still until moved, files in memory.

import { createHash, randomBytes } from 'node:crypto'
import type { House } from '../../src/casebook/house.ts'
import type { Instant, PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { londonTime } from '../../src/ui/london-time.ts'
import type { Message } from '../../src/platform/notify/sender.ts'
import { SendingFailed } from '../../src/platform/notify/sender.ts'
import { features } from '../../src/features/index.ts'
import { reactsTo } from '../../src/casebook/feature.ts'
import type { FreshDatabase } from './database.ts'

/** The carrier of a test: keeps what it was given, and refuses while `isBroken`. */
export interface Carrier {
  readonly carried: Message[]
  isBroken: boolean
}

export function aHouse(fresh: FreshDatabase, start: string): { house: House; carrier: Carrier; setNow: (instant: string) => void } {
  const carrier: Carrier = { carried: [], isBroken: false }
  let now = start
  let ticks = 0
  const kept = new Map<string, Uint8Array>()
  return {
    carrier,
    setNow: (instant) => { now = instant },
    house: {
      database: fresh.db,
      // A millisecond for each look, so that order in time is order of doing.
      clock: {
        now: () => new Date(Date.parse(now) + ticks++).toISOString() as Instant,
        today: (): PlainDate => londonTime(now as Instant).date,
      },
      newId: <T extends string>() => timeOrderedId(Date.parse(now) + ticks++) as T,
      files: {
        keep: (bytes) => {
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          kept.set(sha256, bytes)
          return Promise.resolve({ sha256, size: bytes.length })
        },
        open: (sha256) => {
          const bytes = kept.get(sha256)
          return bytes === undefined ? Promise.reject(new Error('no such file is kept')) : Promise.resolve(bytes)
        },
      },
      sender: {
        send: (message) => {
          if (carrier.isBroken) return Promise.reject(new SendingFailed('The carrier is broken'))
          carrier.carried.push(message)
          return Promise.resolve({ reference: message.id })
        },
      },
      reactsTo: reactsTo(features),
      baseUrl: 'http://hub.test',
      isDemo: true,
    },
  }
}

/** UUID version 7. */
function timeOrderedId(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0')
  const random = randomBytes(10).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}
