// R9: somebody makes a mistake in the database itself, and the record is brought back to the second before it: from a base backup and the
// archived log, as docs/how-to/back-up-and-restore.md says. Every table is compared with what it was at that second.

import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { restoredTo, damageIn, withOwner } from './cluster-copy.ts'
import { contentOf, differs } from './database-content.ts'
import type { Content } from './database-content.ts'
import type { Run } from './run.ts'
import { compareActs, listOrphans } from './what-must-hold.ts'

export const mistakes: Readonly<Record<string, string>> = {
  'a mass wrong update': `update child set given_name = 'X', family_name = 'X', born_on = '2000-01-01'; update message set body = 'X'; update document set sha256 = repeat('0', 64)`,
  'a dropped table': 'drop table message cascade',
}

export interface Restored {
  readonly mistake: string
  readonly milliseconds: number
  readonly acknowledged: number
  readonly faults: readonly string[]
}

/** Where the log is archived to: it is there before the server is. */
export function archiveIn(folder: string): string {
  const archive = path.join(folder, 'archive')
  mkdirSync(archive, { recursive: true, mode: 0o777 })
  return archive
}

export async function restoreToSecond(run: Run): Promise<Restored[]> {
  const { hub, people, journal } = run
  const moments: { mistake: string; moment: string; content: Content; acknowledged: ReadonlySet<number>; intents: number }[] = []
  await people.untilDone(10)
  await people.stop()
  await withOwner(hub.databaseUrl, async (client) => {
    for (const [mistake, statement] of Object.entries(mistakes)) {
      // The worker may still be sending: what is compared is what stands when nothing moves any more.
      let content = await contentOf(client)
      for (let before: Content | undefined; before === undefined || differs(before, content).length > 0;) {
        before = content
        await pause(1_000)
        content = await contentOf(client)
      }
      const { rows: [now] } = await client.query<{ now: string }>('select clock_timestamp()::text as now')
      const { intents, acknowledged } = journal.read()
      moments.push({ mistake, moment: now?.now ?? '', content, acknowledged, intents: intents.length })
      await pause(1_000)
      await client.query(statement)
    }
    // The file that both mistakes are in: the log goes on, and what the server writes for itself meanwhile need not be there.
    const { rows: [last] } = await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal() - 1) as file')
    for (;;) {
      const { rows: [waits] } = await client.query<{ archived: boolean }>('select last_archived_wal >= $1 as archived from pg_stat_archiver', [last?.file])
      if (waits?.archived === true) break
      await pause(50)
    }
  })
  const { intents } = journal.read()
  const done: Restored[] = []
  for (const { mistake, moment, content, acknowledged, intents: count } of moments) {
    const into = path.join(hub.folder, 'restored')
    const began = performance.now()
    const server = await restoredTo(path.join(hub.folder, 'base'), into, archiveIn(hub.folder), moment)
    const different = await withOwner(server.databaseUrl, async (client) => differs(content, await contentOf(client)))
    const milliseconds = performance.now() - began
    // After the first mistake the words of the acts are wrong, and that is what is to be had back: then the tables alone are compared.
    const isFirst = done.length === 0
    const held = await compareActs(server.databaseUrl, isFirst ? intents.filter(({ n }) => n <= count) : [], acknowledged)
    const faults = [...different.map((table) => `${table} is not what it was`), ...held.lost, ...held.halfDone, ...held.twice, ...await listOrphans(server.databaseUrl, run.since), ...await damageIn(server.databaseUrl)]
    await server.stop()
    rmSync(into, { recursive: true, force: true })
    done.push({ mistake, milliseconds, acknowledged: acknowledged.size, faults })
    run.say(`restored to the second before ${mistake} in ${(milliseconds / 1000).toFixed(1)} s: ${different.length} tables different, ${faults.length} faults`)
  }
  return done
}
