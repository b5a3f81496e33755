// Ways of tampering with the audit record, as somebody with every right in the database could, and the proof that the verifier finds
// each: used by `npm run proof:audit` (1,000 of them) and, at a size that fits, by the tests.

import { createPublicKey } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { AuditRow, Verdict } from '../src/audit-verifier.ts'
import { auditQuery, hashOf, headsIn, recordsIn, verify } from '../src/audit-verifier.ts'
import { signAuditHeads } from '../src/casebook/audit/audit-heads.ts'
import { system } from '../src/casebook/signing-in/viewer.ts'
import { openHeadBook } from '../src/platform/heads/head-book.ts'
import { aHouse } from '../test/harness/house.ts'
import { freshDatabase } from '../test/harness/database.ts'

/** A small generator of chance that can be begun again from its seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

interface At { readonly client: Client; readonly chain: string; readonly other: string; readonly length: number; readonly pick: (below: number) => number }
/** Does it, and answers with the first place that does not fit any more, where one place alone is right. */
type Tampering = (at: At) => Promise<{ readonly seq?: number }>

const columns = `local_area_id, seq, at, request_id, actor, person_id, session_mark, organisation_id, parts, kind, route, outcome, case_id, other_case_ids, draft_id, cases, act, fact_seqs,
  break_glass_id, previous_hash, hash`
const aUuid = 'gen_random_uuid()'

/** Each field of a record, changed to something else that the table takes. */
const edits: readonly string[] = [
  `at = at + interval '1 second'`, `request_id = ${aUuid}`, `person_id = ${aUuid}, actor = 'person'`, `session_mark = ${aUuid}`, `organisation_id = ${aUuid}`, `parts = parts || 'x'`,
  `kind = case kind when 'read' then 'list' else 'read' end`, `route = 'GET /cookies'`, `outcome = case outcome when 'done' then 'refused' else 'done' end`, `case_id = ${aUuid}`,
  `other_case_ids = other_case_ids || ${aUuid}`, `draft_id = ${aUuid}`, 'cases = cases + 1', `act = coalesce(act, 'an') || '-act'`, `fact_seqs = fact_seqs || 7`, `break_glass_id = ${aUuid}`,
  `hash = sha256(hash)`, `previous_hash = sha256(previous_hash)`, `actor = 'nobody', person_id = null, cases = cases + 1`,
]

const rowsFrom = async ({ client, chain }: At, from: number): Promise<AuditRow[]> =>
  (await client.query<AuditRow>(auditQuery.replace('limit 5000', 'limit 100000'), [chain, from - 1])).rows.filter((row) => row.chain === chain)

/** Writes the hashes of a chain anew from a place on, so that each follows the one before. */
async function rechain(at: At, from: number): Promise<void> {
  const { rows: [first] } = await at.client.query<{ hash: string }>(`select encode(hash, 'hex') as hash from audit_record where local_area_id = $1 and seq = $2`, [at.chain, from - 1])
  let previousHash = first?.hash ?? '0'.repeat(64)
  const fresh: { seq: number; previous: string; hash: string }[] = []
  for (const row of await rowsFrom(at, from)) {
    const hash = hashOf({ ...row, previousHash })
    fresh.push({ seq: Number(row.seq), previous: previousHash, hash })
    previousHash = hash
  }
  await at.client.query(`update audit_record r set previous_hash = decode(f.previous, 'hex'), hash = decode(f.hash, 'hex')
    from jsonb_to_recordset($2::jsonb) f(seq bigint, previous text, hash text) where r.local_area_id = $1 and r.seq = f.seq`, [at.chain, JSON.stringify(fresh)])
}

const place = ({ pick, length }: At): number => 1 + pick(length)
/** Moves the numbers of all later records, by way of numbers that nobody has. */
async function shift({ client, chain }: At, from: number, by: 1 | -1): Promise<void> {
  await client.query('update audit_record set seq = seq + 1000000 where local_area_id = $1 and seq >= $2', [chain, from])
  await client.query('update audit_record set seq = seq - 1000000 + $2 where local_area_id = $1 and seq > 1000000', [chain, by])
}

/** Adds records as the hub itself would, with other content. */
const appendOther = (client: Client, chain: string, count: number): Promise<unknown> => client.query(
  `select audit_append($1::uuid, now(), ${aUuid}, 'nobody', null, null, null, '', 'list', 'GET /home', 'done', null, '{}', null, 0, null, '{}', null) from generate_series(1, $2::int)`, [chain, count])

export const tamperings: Readonly<Record<string, Tampering>> = {
  'edit a field': async (at) => {
    const seq = place(at)
    await at.client.query(`update audit_record set ${edits[at.pick(edits.length)]} where local_area_id = $1 and seq = $2`, [at.chain, seq])
    return { seq }
  },
  'delete one': async (at) => {
    const seq = place(at)
    await at.client.query('delete from audit_record where local_area_id = $1 and seq = $2', [at.chain, seq])
    return { seq }
  },
  'delete one and close the gap': async (at) => {
    const seq = 1 + at.pick(at.length - 1)
    await at.client.query('delete from audit_record where local_area_id = $1 and seq = $2', [at.chain, seq])
    await shift(at, seq, -1)
    return { seq }
  },
  'swap two places': async (at) => {
    const [one, two] = [place(at), place(at)].toSorted((a, b) => a - b) as [number, number]
    const other = one === two ? (one === at.length ? one - 1 : one + 1) : two
    await at.client.query('update audit_record set seq = -1 * 0 + 2000000 where local_area_id = $1 and seq = $2', [at.chain, one])
    await at.client.query('update audit_record set seq = $3 where local_area_id = $1 and seq = $2', [at.chain, other, one])
    await at.client.query('update audit_record set seq = $2 where local_area_id = $1 and seq = 2000000', [at.chain, other])
    return { seq: Math.min(one, other) }
  },
  'insert one between': async (at) => {
    const seq = place(at)
    await shift(at, seq, 1)
    await at.client.query(`insert into audit_record (${columns}) select ${columns.replace('seq,', '$2::bigint,').replace('request_id', aUuid)} from audit_record where local_area_id = $1 and seq = $3`, [at.chain, seq, seq + 1])
    return { seq }
  },
  'cut off the end': async (at) => {
    const seq = place(at)
    await at.client.query('delete from audit_record where local_area_id = $1 and seq >= $2', [at.chain, seq])
    return { seq }
  },
  'swap the rows of two areas': async (at) => {
    const seq = 1 + at.pick(Math.min(at.length, 100))
    await at.client.query(`update audit_record set seq = 3000000 where local_area_id = $1 and seq = $2`, [at.chain, seq])
    await at.client.query(`update audit_record set local_area_id = $1 where local_area_id = $3 and seq = $2`, [at.chain, seq, at.other])
    await at.client.query(`update audit_record set local_area_id = $3, seq = $2 where local_area_id = $1 and seq = 3000000`, [at.chain, seq, at.other])
    return { seq }
  },
  'put back an earlier copy and go on': async (at) => {
    const seq = place(at)
    await at.client.query('delete from audit_record where local_area_id = $1 and seq >= $2', [at.chain, seq])
    await appendOther(at.client, at.chain, 1 + at.pick(at.length + 20))
    return {}
  },
  'edit one and write the chain anew from there': async (at) => {
    const seq = place(at)
    await at.client.query(`update audit_record set route = 'GET /cookies', case_id = null where local_area_id = $1 and seq = $2`, [at.chain, seq])
    await rechain(at, seq)
    return {}
  },
  'take one out and write the chain anew from there': async (at) => {
    const seq = 1 + at.pick(at.length - 1)
    await at.client.query('delete from audit_record where local_area_id = $1 and seq = $2', [at.chain, seq])
    await shift(at, seq, -1)
    await rechain(at, seq)
    return {}
  },
}

export interface Proof {
  readonly seed: number
  readonly records: number
  readonly heads: number
  readonly byKind: Readonly<Record<string, { readonly found: number; readonly all: number }>>
  readonly falseAlarms: number
  /** What was not found, or was named in the wrong place. */
  readonly missed: readonly string[]
}

/** Fills three areas with records of every shape, signs heads along the way, then tampers `count` times, each undone before the next. */
export async function proveAudit({ records: wanted, count, seed, say = () => undefined }: { records: number; count: number; seed: number; say?: (line: string) => void }): Promise<Proof> {
  const pick = chance(seed)
  const fresh = await freshDatabase()
  const dir = mkdtempSync(path.join(os.tmpdir(), 'audit-proof-'))
  const { house } = aHouse(fresh, '2026-09-14T09:00:00.000Z')
  const auditHeads = openHeadBook({ dir: path.join(dir, 'heads'), keyFile: path.join(dir, 'key.pem'), makesKey: true })
  const client = new Client({ connectionString: fresh.connectionString })
  await client.connect()
  try {
    await client.query(`insert into local_area (id, code, name, council_name) select gen_random_uuid(), 'area-' || n, 'Area ' || n, 'Council ' || n from generate_series(1, 3) n`)
    const chains = (await client.query<{ id: string }>('select id from local_area order by code')).rows.map(({ id }) => id)
    const sign = (): Promise<number> => signAuditHeads({ house: { ...house, auditHeads }, viewer: system, page: 'cli' })
    for (let made = 0; made < wanted; made += 250) {
      // Every nullable field is null now and then, every list empty, of one and of several.
      await client.query(`select audit_append(($1::uuid[])[1 + n % 3], timestamptz '2026-09-14 09:00+00' + n * interval '1.234567 second', ${aUuid}, case when n % 5 = 0 then 'nobody' else 'person' end,
        case when n % 5 = 0 then null else ${aUuid} end, case when n % 2 = 0 then ${aUuid} end, case when n % 3 = 0 then ${aUuid} end, (array['', 'parent', 'case-officer,adviser'])[1 + n % 3],
        (array['read', 'write', 'list', 'print'])[1 + n % 4], 'GET /:area/cases/:caseId', (array['done', 'not-found'])[1 + n % 2], case when n % 4 > 0 then ${aUuid} end,
        case n % 3 when 0 then '{}' when 1 then array[${aUuid}] else array[${aUuid}, ${aUuid}] end, case when n % 7 = 0 then ${aUuid} end, n % 6, case when n % 4 = 1 then 'send-message' end,
        case n % 3 when 0 then '{}' when 1 then array[n] else array[n, n + 1] end, case when n % 11 = 0 then ${aUuid} end) from generate_series($2::int, $3::int) n`,
      [chains, made + 1, Math.min(wanted, made + 250)])
      await sign()
    }
    const heads = headsIn(path.join(dir, 'heads'))
    const publicKey = createPublicKey(auditHeads.publicKey())
    const check = (): Promise<Verdict> => verify({ records: recordsIn(client), heads, publicKey })
    const untouched = await check()
    // An owner of the tables takes the guards off; the proof is that it does not help.
    await client.query('alter table audit_record disable trigger all')
    const kinds = Object.entries(tamperings)
    const byKind = Object.fromEntries(kinds.map(([kind]) => [kind, { found: 0, all: 0 }]))
    const missed: string[] = []
    for (let n = 0; n < count; n += 1) {
      const [kind, tamper] = kinds[n % kinds.length] ?? kinds[0] ?? (() => { throw new Error('no tamperings') })()
      const chainAt = pick(3)
      const [chain = '', other = ''] = [chains[chainAt], chains[(chainAt + 1) % 3]]
      await client.query('begin')
      const { rows: [size] } = await client.query<{ n: string }>('select count(*) as n from audit_record where local_area_id = $1', [chain])
      const { seq } = await tamper({ client, chain, other, length: Number(size?.n), pick })
      const { misfits } = await check()
      await client.query('rollback')
      const named = misfits.find((misfit) => misfit.chain === chain)
      const tally = byKind[kind] ?? { found: 0, all: 0 }
      const isFound = named !== undefined && (seq === undefined || named.seq === seq)
      byKind[kind] = { found: tally.found + (isFound ? 1 : 0), all: tally.all + 1 }
      if (!isFound) missed.push(`${kind}: ${named === undefined ? 'not found' : `named ${named.seq} (${named.what}), not ${seq}`}`)
      if ((n + 1) % 100 === 0) say(`${n + 1} of ${count} tamperings`)
    }
    const after = await check()
    return { seed, records: wanted, heads: [...heads.values()].flat().length, byKind, falseAlarms: untouched.misfits.length + after.misfits.length, missed }
  } finally {
    await client.end()
    await fresh.drop()
  }
}
