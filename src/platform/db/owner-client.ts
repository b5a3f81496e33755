// A connection of the owner's for as long as one thing takes: what makes a database ready comes to it so.

import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'

/** Opens, runs, and closes whatever happens; what the session held in the database is free then. */
export async function withOwnerClient<T>(options: ClientConfig, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...options, application_name: 'golden-thread migrate' })
  // A connection that is cut while nothing is asked of it says so to whatever is asked of it next.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** How long what changes tables waits for one that somebody uses: whoever waits for a lock has everybody who comes later wait behind them. */
export const longestWait = { lock_timeout: 1_000 } as const

/** Milliseconds after which what others were in the way of is tried again. */
export const pauseBetween = 200

/** It stepped back before others: they held what it wanted for longer than it waits, or it came across them from the other side. */
export const isBusy = (fault: unknown): boolean => ['55P03', '40P01'].includes(String((fault as { code?: unknown }).code))

/** A transaction of its own, tried again after a pause for as often as `tries` says while others are in its way. Throws its fault; nothing of it is done then. */
export async function whileBusy(client: Client, tries: number, run: () => Promise<unknown>): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await client.query('begin')
      await run()
      await client.query('commit')
      return
    } catch (fault) {
      // Where the connection is gone, so is what was done.
      await client.query('rollback').catch(() => undefined)
      if (!isBusy(fault) || left <= 1) throw fault
      await pause(pauseBetween)
    }
  }
}
