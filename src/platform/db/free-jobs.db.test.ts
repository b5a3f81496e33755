import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Pool } from 'pg'
import type { FreshDatabase } from '../../../test/harness/database.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { openPool } from './database.ts'
import { freeJobsOfTheDead } from './free-jobs.ts'

describe('the jobs of a worker that was killed', () => {
  let fresh: FreshDatabase
  let pool: Pool
  before(async () => {
    fresh = await freshDatabase()
    pool = openPool(fresh.connectionString, { max: 4 })
  })
  after(async () => {
    await pool.end()
    await fresh.drop()
  })
  beforeEach(async () => {
    await pool.query('select graphile_worker.add_job($1, $2::json)', ['something', '{}'])
    await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'the dead'")
  })
  const held = async (): Promise<number> => (await pool.query('select 1 from graphile_worker.jobs where locked_by is not null')).rows.length

  it('are free for the next worker, when no other is alive', async () => {
    const { freed, release } = await freeJobsOfTheDead(pool)
    assert.equal(freed, 1)
    assert.equal(await held(), 0)
    release()
  })

  it('stay with their worker while another is alive, and are freed when none is any more', async () => {
    const other = await freeJobsOfTheDead(pool)
    await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'the living'")
    const mine = await freeJobsOfTheDead(pool)
    assert.equal(mine.freed, 0)
    assert.ok(await held() > 0)
    mine.release()
    other.release()
    // What a killed process held is let go when its connection breaks; here, a moment after.
    for (let tries = 0; tries < 50 && await held() > 0; tries += 1) (await freeJobsOfTheDead(pool)).release()
    assert.equal(await held(), 0)
  })

  it('are free for the same process when it begins anew, whoever else is alive', async () => {
    const other = await freeJobsOfTheDead(pool)
    await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'my former self'")
    const mine = await freeJobsOfTheDead(pool, ['my former self'])
    assert.equal(await held(), 0)
    mine.release()
    other.release()
  })

  it('are asked for again and again without using up the pool, while the database says no', async () => {
    const small = openPool(fresh.connectionString, { max: 1 })
    await pool.query('alter table graphile_worker._private_jobs rename to away')
    for (let tries = 0; tries < 3; tries += 1) await assert.rejects(freeJobsOfTheDead(small), /does not exist|_private_jobs/)
    await pool.query('alter table graphile_worker.away rename to _private_jobs')
    const mine = await freeJobsOfTheDead(small)
    mine.release()
    await small.end()
  })

  it('are guarded by a lock whose loss is told', async () => {
    const { lost, release } = await freeJobsOfTheDead(pool)
    const told = assert.rejects(lost, /terminat/)
    await pool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`)
    await told
    release()
  })
})
