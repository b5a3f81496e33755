// Whoever starts a server of their own supervises it: killed, it is started again on the same data and at the same place, so that the web
// and the worker find it by themselves.

import { setTimeout as pause } from 'node:timers/promises'
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { isLivingPostgres } from './postmaster-pid.ts'

export interface KeptPostgres {
  readonly databaseUrl: string
  /** Process number of the server as it runs now. */
  readonly pid: () => number
  readonly stop: () => Promise<void>
}

const millisecondsBetweenLooks = 250

/** Starts a server and keeps it running until `stop`; `onRestart` is told each time. A start that fails is tried again at the next look. */
export async function keepPostgresRunning(options: EmbeddedPostgresOptions, onRestart: () => void = () => undefined): Promise<KeptPostgres> {
  const first = await startEmbeddedPostgres(options)
  let server: EmbeddedPostgres = first
  const watch = { isOver: false }
  const watching = (async () => {
    while (!watch.isOver) {
      await pause(millisecondsBetweenLooks)
      if (watch.isOver || isLivingPostgres(server.pid)) continue
      // The one before is not stopped: it is gone, and its way in leads to the same place.
      const again = await startEmbeddedPostgres(options).catch(() => undefined)
      if (again === undefined) continue
      server = again
      onRestart()
    }
  })()
  return {
    databaseUrl: first.databaseUrl, pid: () => server.pid,
    stop: async () => {
      watch.isOver = true
      // A start that is under way is waited for, and then stopped.
      await watching
      await server.stop()
      if (server !== first) await first.stop()
    },
  }
}
