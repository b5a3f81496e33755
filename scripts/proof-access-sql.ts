// The SQL layer of the proof of access: what the database shows to each viewer when a query brings no predicate of its own, beside what
// the code answers. A world of two areas is made from a seed: cases, party rows of every part and every kind of day, people with one
// role, several or none, and a row of every protected table for every case. Each viewer then asks for each table whole, as the web's
// own role, and every row is compared. `node --import tsx scripts/proof-access-sql.ts [SEED [CASES]]`.

import path from 'node:path'
import { sql } from 'kysely'
import { inTransaction } from '../src/casebook/tx.ts'
import { openCaseFile } from '../src/casebook/open-case-file.ts'
import { NotFound } from '../src/casebook/out-of-bounds.ts'
import type { Viewer } from '../src/casebook/signing-in/viewer.ts'
import { mayLook } from '../src/domain/access/policy.ts'
import type { Part } from '../src/domain/access/parts.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
import type { Hub } from '../test/harness/hub.ts'
import { aHub } from '../test/harness/hub.ts'
import { rowRules, tablesWithOwnProof } from '../test/access/row-rules.ts'
import type { KeptRow, World } from '../test/access/row-world.ts'
import { makeWorld } from '../test/access/row-world.ts'

export interface Compared {
  /** Cells: one viewer and one row of one table. */
  readonly compared: number
  readonly differences: string[]
  /** Cells in which the database says yes: a proof in which it never does proves nothing. */
  readonly shown: number
  readonly tables: number
  readonly viewers: number
}

/** Compares a world made from this seed; `sample` is the number of its cases. */
export async function compareInSql({ seed, sample = 24 }: { seed: number; sample?: number }): Promise<Compared> {
  const hub = await aHub()
  try {
    const world = await makeWorld(hub, seed, sample)
    return await compareWorld(hub, world)
  } finally {
    await hub.close()
  }
}

/** The same for `npm run proof:access`: `sample` is the number of cases; a whole proof makes sixty. */
export async function proveSql({ seed, sample = 60 }: { readonly sample?: number; readonly seed: number }): Promise<{ compared: number; of: number; differences: readonly string[] }> {
  const { compared, differences } = await compareInSql({ seed, sample: Math.max(12, sample) })
  return { compared, of: compared, differences }
}

async function compareWorld(hub: Hub, world: World): Promise<Compared> {
  const differences: string[] = []
  let compared = 0
  let shown = 0
  for (const { name, viewer } of world.viewers) {
    const parts = await partsByCode(hub, world, viewer)
    for (const [table, rows] of world.rows) {
      const visible = await shownTo(hub, viewer, table)
      for (const row of rows) {
        compared += 1
        const has = visible.has(row.at)
        if (has) shown += 1
        const expected = byCode(table, row, viewer, parts.get(row.caseId) ?? [])
        // What hangs on the young person's word or a court's appointment, the database cannot know: it lets through the most there can be.
        if (has === expected || (has && !expected && row.isUpperBound(viewer))) continue
        differences.push(`${name}: ${table} of case ${row.caseId} is ${has ? 'shown' : 'hidden'}; the code ${expected ? 'shows' : 'hides'} it to ${(parts.get(row.caseId) ?? []).join(', ') || 'nobody with a part'}`)
      }
    }
  }
  return { compared, differences, shown, tables: world.rows.size, viewers: world.viewers.length }
}

/** The viewer's parts in every case as the code works them out, with a connection that row-level security does not bind. */
async function partsByCode(hub: Hub, world: World, viewer: Viewer): Promise<Map<string, readonly Part[]>> {
  const occasion = { house: { ...hub.house, database: hub.fresh.db }, viewer, page: 'proof' }
  return inTransaction(occasion, async (tx) => {
    const found = new Map<string, readonly Part[]>()
    for (const { key } of world.cases) {
      try {
        found.set(key.caseId, (await openCaseFile(tx, key, { lock: true })).parts)
      } catch (error) {
        if (!(error instanceof NotFound)) throw error
      }
    }
    return found
  })
}

function byCode(table: string, row: KeptRow, viewer: Viewer, parts: readonly Part[]): boolean {
  const rule = rowRules[table]
  if (rule === undefined) throw new Error(`no rule says who is shown rows of ${table}: test/access/row-rules.ts`)
  if (viewer.kind !== 'person') return false
  const isCouncil = parts.some((part) => part === 'case-officer' || part === 'plan-writer' || part === 'decision-maker')
  const isOwn = row.ofPeople.includes(viewer.personId) || row.ofBodies.some((id) => viewer.roles.some(({ organisationId }) => organisationId === id))
  const mayByPart = rule.looks === 'anything' ? parts.length > 0 : rule.looks.some((sight) => mayLook(sight, parts))
  if (isCouncil) return true
  return rule.own === 'needed' ? isOwn && mayByPart : mayByPart || (rule.own === 'enough' && isOwn && (rule.ownLooks === undefined || rule.ownLooks.some((sight) => mayLook(sight, parts))))
}

async function shownTo(hub: Hub, viewer: Viewer, table: string): Promise<ReadonlySet<string>> {
  return inTransaction({ house: hub.house, viewer, page: 'proof' }, async (tx) => {
    const { rows } = await sql<{ at: string }>`select ctid::text as at from ${sql.table(table)}`.execute(tx.db)
    return new Set(rows.map(({ at }) => at))
  })
}

if (path.basename(process.argv[1] ?? '') === path.basename(import.meta.filename)) {
  const [seed = String(Date.now() % 1_000_000), sample = '40'] = process.argv.slice(2)
  const { compared, differences, shown, tables, viewers } = await compareInSql({ seed: Number(seed), sample: Number(sample) })
  process.stdout.write(`SQL: seed ${seed}, ${viewers} viewers × ${tables} tables × ${sample} cases: ${compared.toLocaleString('en-GB')} cells, ${shown.toLocaleString('en-GB')} shown, ${differences.length} differences\n`)
  process.stdout.write(`With a proof of their own: ${tablesWithOwnProof.join(', ')}\n`)
  for (const difference of differences.slice(0, 50)) process.stdout.write(`  ${difference}\n`)
  await stopDatabaseServer()
  process.exitCode = differences.length === 0 ? 0 : 1
}
