// `npm run bench:audit [-- ROUNDS]`: what the audit record costs. In turns, so that a busy machine is busy for both: an act that leaves its
// record and the same act with the appending made into nothing; and many at once in one area, against many at once in many areas.

import { sql } from 'kysely'
import { aCase } from '../test/builders/a-case.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
import { aHub } from '../test/harness/hub.ts'
import type { AuditEntry } from '../src/casebook/audit/audit-record.ts'
import { appendRecord } from '../src/casebook/audit/audit-record.ts'
import { act } from '../src/casebook/act.ts'
import { recordFact } from '../src/casebook/ledger.ts'
import type { LocalAreaId, MessageId, RequestMark } from '../src/domain/ids.ts'
import { ok } from '../src/domain/outcome.ts'
import { demoAreaId } from '../src/features/demo/seed-world.ts'
import { paths } from '../src/paths.ts'

const rounds = Number(process.argv[2] ?? 400)
const say = (line: string): void => { process.stdout.write(`${line}\n`) }
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await run()
  return performance.now() - began
}

const hub = await aHub()
const { db } = hub.fresh
// A chain that has grown: the place after the last is found by the index.
await sql`select audit_append(${demoAreaId('wendmere')}::uuid, now(), gen_random_uuid(), 'nobody', null, null, null, '', 'list', 'other', 'done', null, '{}', null, 0, null, '{}', null) from generate_series(1, 20000)`.execute(db)
const keys = await Promise.all(Array.from({ length: 20 }, (_, n) => aCase(hub, { givenName: `Child${n}`, familyName: `No${n}` })))
const occasion = await hub.occasion('hattie')
const save = act('send-message', async (tx, caseFile) => {
  await recordFact(tx, caseFile, { type: 'message-sent', messageId: tx.newId<MessageId>(), from: 'council' })
  return ok(null)
})
const hattie = await hub.as('hattie')
const away = (isAway: boolean) => sql.raw(isAway
  ? `alter function audit_append rename to audit_append_kept; create function audit_append(uuid, timestamptz, uuid, text, uuid, uuid, uuid, text, text, text, text, uuid, uuid[], uuid, int, text, int[], uuid) returns bigint language sql as 'select 1::bigint'`
  : 'drop function audit_append; alter function audit_append_kept rename to audit_append').execute(db)

const times = { act: [[], []] as [number[], number[]], page: [[], []] as [number[], number[]] }
for (let round = 0; round < rounds; round += 20) {
  for (const isAway of [false, true]) {
    if (isAway) await away(true)
    for (const key of keys) {
      times.act[isAway ? 1 : 0].push(await timed(() => save(occasion, key, undefined)))
      times.page[isAway ? 1 : 0].push(await timed(() => hattie.get(paths.caseOverview(key))))
    }
    if (isAway) await away(false)
  }
}
for (const what of ['act', 'page'] as const) {
  const [withRecord, without] = times[what].map(median) as [number, number]
  say(`${what}: ${withRecord.toFixed(2)} ms with its record, ${without.toFixed(2)} ms without: ${(withRecord - without).toFixed(2)} ms more, ${(withRecord / without).toFixed(3)} times`)
}

const entry = (localAreaId: LocalAreaId): AuditEntry => ({ localAreaId, requestId: hub.house.newId<RequestMark>(), actor: 'nobody', parts: [], kind: 'list', route: 'other', outcome: 'done', otherCaseIds: [], cases: 0, factSeqs: [] })
const many = 2000
const rush = (areas: readonly LocalAreaId[]) => timed(() => Promise.all(Array.from({ length: 20 }, async (_, worker) => {
  for (let n = 0; n < many / 20; n += 1) await appendRecord(db, hub.house.clock.now(), entry(areas[(worker + n) % areas.length] ?? demoAreaId('wendmere')))
})))
const others = Array.from({ length: 20 }, () => hub.house.newId<LocalAreaId>())
for (const [where, areas] of [['one area', [demoAreaId('wendmere')]], ['twenty areas', others]] as const) {
  const took = await rush(areas)
  say(`${many} records by twenty at once in ${where}: ${Math.round(many / (took / 1000))} a second`)
}
await hub.close()
await stopDatabaseServer()
