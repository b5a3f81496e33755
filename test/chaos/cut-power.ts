// R3: the power goes. Of the machine there is a base backup and the log as far as it was flushed to the disk, and nothing else; the log is
// cut there, and at bytes after it (an unfinished record counts for nothing). Everything acknowledged by then must be in it.

import { cpSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { baseBackup, cutAt, damageIn, withOwner } from './cluster-copy.ts'
import type { RunningHub } from './hub-processes.ts'
import type { Run } from './run.ts'
import { compareActs, listOrphans } from './what-must-hold.ts'

interface Place { readonly file: string; readonly offset: number }
interface Moment extends Place { readonly acknowledged: ReadonlySet<number>; readonly intents: number; readonly isLater: boolean }

export interface Cut {
  readonly where: 'flushed' | 'later'
  readonly acknowledged: number
  readonly milliseconds: number
  readonly faults: readonly string[]
}

const baseOf = (hub: RunningHub): string => path.join(hub.folder, 'base')

export const takeBase = (hub: RunningHub): Promise<void> => withOwner(hub.databaseUrl, (client) => baseBackup(client, path.join(hub.folder, 'pg'), baseOf(hub)))

const flushed = `select (pg_walfile_name_offset(pg_current_wal_flush_lsn())).*`
const inserted = `select (pg_walfile_name_offset(pg_current_wal_insert_lsn())).*`

export async function cutPower(run: Run, cuts: number): Promise<Cut[]> {
  const { hub, people, journal, chance: all } = run
  const chance = all.of('power')
  const moments: Moment[] = []
  await withOwner(hub.databaseUrl, async (client) => {
    const placeNow = async (query: string): Promise<Place> => {
      const { rows: [row] } = await client.query<{ file_name: string; file_offset: number }>(query)
      return { file: row?.file_name ?? '', offset: row?.file_offset ?? 0 }
    }
    for (let cut = 0; cut < cuts; cut += 1) {
      await people.untilDone(2 + chance.below(10))
      // What was acknowledged is read first: the log can only be further on by then.
      const { intents, acknowledged } = journal.read()
      const isLater = cut % 3 === 2
      const place = await placeNow(isLater ? inserted : flushed)
      // Later: in the middle of whatever is being written next.
      moments.push({ acknowledged, intents: intents.length, isLater, file: place.file, offset: Math.min(16 * 1024 * 1024 - 1, place.offset + (isLater ? chance.below(5_000) : 0)) })
    }
    await people.untilDone(5)
    // The copy is made of what is on the disk.
    await client.query('checkpoint')
  })
  await people.stop()
  const log = path.join(hub.folder, 'log')
  mkdirSync(log, { recursive: true })
  cpSync(path.join(hub.folder, 'pg', 'pg_wal'), log, { recursive: true })
  const { intents } = journal.read()
  const done: Cut[] = []
  for (const [index, moment] of moments.entries()) {
    const into = path.join(hub.folder, 'cut')
    const began = performance.now()
    const server = await cutAt(baseOf(hub), into, log, moment)
    const milliseconds = performance.now() - began
    const held = await compareActs(server.databaseUrl, intents.filter(({ n }) => n <= moment.intents), moment.acknowledged)
    const faults = [...held.lost, ...held.halfDone, ...held.twice, ...await listOrphans(server.databaseUrl, run.since), ...await damageIn(server.databaseUrl)]
    await server.stop()
    rmSync(into, { recursive: true, force: true })
    done.push({ where: moment.isLater ? 'later' : 'flushed', acknowledged: moment.acknowledged.size, milliseconds, faults })
    run.say(`power ${index + 1} of ${cuts}: cut ${moment.isLater ? 'later' : 'where it was flushed'}, ${moment.acknowledged.size} acknowledged, ${faults.length} faults`)
  }
  return done
}
