// R12 on a country's tables: an index over every fact is made while parents hand things in, in the two ways in which a migration can make it. It is taken away again, and
// the database is left as it was.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { ask } from './databases.ts'

export interface Brought { readonly way: string; readonly seconds: number; readonly saves: readonly number[]; readonly refused: number; readonly cuts: number }

const migrations = path.resolve(import.meta.dirname, '..', '..', 'migrations')
const index = 'fact_measured'
const on = 'on fact (local_area_id, recorded_at)'
const ways: readonly (readonly [way: string, sql: string, cutAfter: readonly number[]])[] = [
  ['Inside a transaction, as migrations up to 0062', `create index ${index} ${on};\n`, []],
  ['Outside a transaction', `-- outside a transaction\ncreate index concurrently ${index} ${on};\n`, []],
  ['Outside a transaction, cut off twice on the way', `-- outside a transaction\ncreate index concurrently ${index} ${on};\n`, [2, 8]],
]

/** `save` hands one thing in and answers with its milliseconds, or with what was answered instead; as many hands as `hands` do so all the time. */
export async function bringUpToDate(url: string, hands: number, save: (hand: number) => Promise<number | string>): Promise<Brought[]> {
  const number = (readMigrations(migrations).at(-1)?.number ?? 0) + 1
  const name = `${String(number).padStart(4, '0')}_measured.sql`
  const clean = async (): Promise<void> => {
    await ask(url, `drop index if exists ${index}`)
    await ask(url, 'delete from migration where number = $1', [number])
  }
  const brought: Brought[] = []
  await clean()
  for (const [way, sql, cutAfter] of ways) {
    const directory = mkdtempSync(path.join(tmpdir(), 'gt-upgrade-'))
    cpSync(migrations, directory, { recursive: true })
    writeFileSync(path.join(directory, name), sql)
    const saves: number[] = []
    const state = { isOver: false, refused: 0 }
    const handing = Promise.all(Array.from({ length: hands }, async (_, hand) => {
      while (!state.isOver) {
        const took = await save(hand)
        if (typeof took === 'number') saves.push(took)
        else state.refused += 1
        await pause(1_000)
      }
    }))
    await pause(3_000)
    const began = performance.now()
    for (const after of cutAfter) {
      const cut = migrate({ connectionString: url, directory }).then(() => { throw new Error('it had ended before it was cut off') }, () => undefined)
      await pause(after * 1_000)
      await ask(url, `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'golden-thread migrate'`)
      await cut
    }
    await migrate({ connectionString: url, directory })
    const seconds = (performance.now() - began) / 1000
    await pause(3_000)
    state.isOver = true
    await handing
    brought.push({ way, seconds, saves, refused: state.refused, cuts: cutAfter.length })
    await clean()
    rmSync(directory, { recursive: true })
  }
  return brought
}
