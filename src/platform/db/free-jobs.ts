// A worker that is killed leaves its jobs marked as its own, and the queue would wait four hours before it gave them to anybody
// else. Every worker therefore holds a lock of the database for as long as it lives; one that finds at its start that nobody
// else holds it knows that whatever is marked belongs to the dead.

import type { Pool, PoolClient } from 'pg'

// An arbitrary number of our own: advisory locks of a database share one space.
const workersAreAlive = 7_426_051

/**
 * Frees the jobs of dead workers, when this worker is the only one alive, and holds the lock until `release`. With others alive
 * nothing is freed: their jobs are theirs. A connection of the pool is kept for it; when that breaks the lock is gone, and `lost` rejects:
 * the next worker would take this one for dead. `former`: what this very process was called before it lost its database, whose jobs are free
 * whoever else lives.
 */
export async function freeJobsOfTheDead(pool: Pool, former: readonly string[] = []): Promise<{ freed: number; release: () => void; lost: Promise<never> }> {
  const client = await pool.connect()
  const lost = new Promise<never>((_resolve, reject) => { client.once('error', reject) })
  // Told to whoever waits for it, and to nobody where nobody does.
  lost.catch(() => undefined)
  try {
    const { rows: [alone] } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [workersAreAlive])
    const freed = alone?.alone === true ? await freeAll(client) : 0
    if (former.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [former])
    // Shared from here on: the next worker sees that somebody lives. Taken before the exclusive one is let go.
    await client.query('select pg_advisory_lock_shared($1)', [workersAreAlive])
    if (alone?.alone === true) await client.query('select pg_advisory_unlock($1)', [workersAreAlive])
    return { freed, lost, release: () => { client.release(true) } }
  } catch (error) {
    // A connection that is not given back is one less for ever: the pool is small, and this is asked again until the database is there.
    client.release(true)
    throw error
  }
}

async function freeAll(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ lockedBy: string }>('select distinct locked_by as "lockedBy" from graphile_worker.jobs where locked_by is not null')
  if (rows.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [rows.map(({ lockedBy }) => lockedBy)])
  return rows.length
}
