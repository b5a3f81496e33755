// The whole hub over a database of its own, spoken to as a browser would: sign in as somebody, get pages, fill in the forms
// that the pages really have, read them by heading, label and link.

import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Logger, runOnce } from 'graphile-worker'
import type { AppSettings } from '../../src/app.ts'
import { createApp } from '../../src/app.ts'
import type { House } from '../../src/casebook/house.ts'
import { demoAreaId, demoPersonId, seedWorld } from '../../src/features/demo/seed-world.ts'
import { demoAreas } from '../../src/features/demo/world.ts'
import type { Instant } from '../../src/domain/calendar/plain-date.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { Occasion } from '../../src/casebook/tx.ts'
import { jobsOf, runJob } from '../../src/casebook/jobs.ts'
import { features } from '../../src/features/index.ts'
import { openPool } from '../../src/platform/db/database.ts'
import { urlAs } from '../../src/platform/db/roles.ts'
import { system, findViewer } from '../../src/casebook/signing-in/viewer.ts'
import { freshDatabase } from './database.ts'
import type { FreshDatabase } from './database.ts'
import type { Carrier, HouseOptions } from './house.ts'
import { aHouse } from './house.ts'
import type { Rehearsal } from './visitor.ts'
import { Visitor } from './visitor.ts'

export type { Filled } from './page-reader.ts'
export { textOf } from './page-reader.ts'
export { Visitor }

export interface Hub {
  readonly house: House
  readonly fresh: FreshDatabase
  readonly app: FastifyInstance
  /** A browser nobody has signed in with. */
  readonly visitor: () => Visitor
  /** Somebody of the demonstration world, signed in: 'hattie', 'shno'. */
  readonly as: (personKey: string) => Promise<Visitor>
  /** For calling acts directly as somebody. */
  readonly occasion: (personKey: string | 'system') => Promise<Occasion>
  /** What left the hub as e-mail or text, and whether it can leave at all. */
  readonly carrier: Carrier
  /** Runs the worker until nothing that is due is left. */
  readonly work: () => Promise<void>
  /** What broke inside while pages were asked for. */
  readonly faults: unknown[]
  /** Moves the hub's clock: "2026-11-02T10:00:00.000Z". */
  readonly setNow: (instant: string) => void
  readonly close: () => Promise<void>
}

export interface HubAssets {
  readonly dir: string
  readonly stylesheet: string
  readonly script: string
  readonly passkeys?: string
}

/** Pages read through the app itself need no assets; a browser does (listening-hub.ts). */
const noAssets = (): HubAssets => ({ dir: mkdtempSync(path.join(os.tmpdir(), 'hub-assets-')), stylesheet: '/assets/hub.css', script: '/assets/hub.js' })

/** What staff send leaves at once in tests, but for those about the minutes in which it can be taken back. */
/** `settings`: what a real door would be told otherwise (https, rate limits). */
export async function aHub({ now = '2026-09-14T09:00:00.000Z', assets = noAssets(), settings = {}, recallMinutes = 0, rehearsal, ...options }: { now?: string; assets?: HubAssets; settings?: Partial<AppSettings>; recallMinutes?: number; /** How its visitors post their forms, when not plainly. */ rehearsal?: Rehearsal } & HouseOptions = {}): Promise<Hub> {
  const fresh = await freshDatabase()
  const { house, carrier, setNow } = aHouse(fresh, now, { ...(settings.isSecure === true ? { baseUrl: 'https://hub.test' } : {}), ...options })
  await seedWorld(fresh.db, now as Instant)
  await fresh.db.insertInto('areaSending').values(demoAreas.map(({ key }) => ({ localAreaId: demoAreaId(key), changedAt: '2020-01-01T00:00:00.000Z' as Instant, recallMinutes, reason: 'for a test' }))).execute()
  const faults: unknown[] = []
  // The web's own house knows no system, as in the real door.
  const asWeb = new Proxy(house, { get: (of, name: keyof House) => (name === 'systemDatabase' ? undefined : of[name]) })
  const app = await createApp(asWeb, {
    secret: 'a secret for tests only', ownArea: 'wendmere', isSecure: false, assetsDir: assets.dir, assets,
    onFault: (error) => { faults.push(error) }, ...settings,
  })
  await app.ready()
  const visitor = (): Visitor => new Visitor(app, faults, rehearsal)
  return {
    house, fresh, app, visitor, carrier, faults, setNow,
    work: () => runQueue(house, fresh),
    as: async (personKey) => {
      const someone = visitor()
      await someone.get('/sign-in/demo')
      await someone.submit({ person: demoPersonId(personKey) })
      return someone
    },
    occasion: async (personKey) => {
      const viewer = personKey === 'system' ? system : await findViewer(fresh.db, demoPersonId(personKey), plainDateOf(now.slice(0, 10)))
      if (viewer === undefined) throw new Error(`nobody called ${personKey} in the demonstration world`)
      return { house, viewer, page: 'test' }
    },
    close: async () => {
      await app.close()
      await fresh.drop()
    },
  }
}

/** Every queued job that is due, as the worker door would run it. A job that fails stays queued for later. */
async function runQueue(house: House, fresh: FreshDatabase): Promise<void> {
  const pool = openPool(urlAs(fresh.connectionString, 'worker'), { max: 2 })
  try {
    await runOnce({
      pgPool: pool, noHandleSignals: true, concurrency: 1, logger: new Logger(() => () => undefined),
      taskList: Object.fromEntries([...jobsOf(features)].map(([name, job]) => [name, async (payload: unknown) => {
        await runJob(house, job, payload)
      }])),
    })
  } finally {
    await pool.end()
  }
}
