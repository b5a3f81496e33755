// The audit record in the database: only ever added to, one chain for each area, in the act's own transaction or not at all.

import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { proveAudit } from '../../../scripts/audit-tamperings.ts'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { AuditRow, Verdict } from '../../audit-verifier.ts'
import { hashOf, headsIn, recordsIn, recordsOf, verify, verifyAudit } from '../../audit-verifier.ts'
import { demoAreaId } from '../../features/demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { act } from '../act.ts'
import { AuditBroken, signAuditHeads } from './audit-heads.ts'
import type { AuditEntry, HasNoWords } from './audit-record.ts'
import { appendRecord, noArea } from './audit-record.ts'
import { recordFact } from '../ledger.ts'
import type { CaseKey } from '../open-case-file.ts'
import { openHeadBook } from '../../platform/heads/head-book.ts'
import { ok, refused } from '../../domain/outcome.ts'
import type { MessageId, RequestMark } from '../../domain/ids.ts'

// These do not run: they compile, or a word could get into the record.
const typeProofs: readonly [HasNoWords<AuditEntry>, HasNoWords<AuditEntry & { words: string }>, HasNoWords<AuditEntry & { names: readonly string[] }>, HasNoWords<AuditEntry & { bornOn: { day: string } }>] = [true, false, false, false]

describe('the audit record', () => {
  let hub: Hub
  let key: CaseKey
  let client: Client
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'considering' })
    client = new Client({ connectionString: hub.fresh.connectionString })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await hub.close()
  })

  const count = async (): Promise<number> => (await sql<{ n: number }>`select count(*) as n from audit_record`.execute(hub.fresh.db)).rows[0]?.n ?? 0
  const entry = (): AuditEntry => ({
    localAreaId: demoAreaId('wendmere'), requestId: hub.house.newId<RequestMark>(), actor: 'nobody', parts: [], kind: 'list', route: 'other', outcome: 'done', otherCaseIds: [], cases: 0, factSeqs: [],
  })
  const dir = (): { heads: string; book: ReturnType<typeof openHeadBook> } => {
    const heads = mkdtempSync(path.join(os.tmpdir(), 'heads-'))
    return { heads, book: openHeadBook({ dir: heads, keyFile: path.join(heads, 'key.pem'), makesKey: true }) }
  }
  const checked = (heads: string, publicKey: string): Promise<Verdict> => verify({ records: recordsIn(client), heads: headsIn(heads), publicKey: createPublicKey(publicKey) })

  it('takes no words, by its type', () => { assert.deepEqual(typeProofs, [true, false, false, false]) })

  it('is written as its specification says, by the database and by the verifier alike', async () => {
    await appendRecord(hub.fresh.db, '2026-03-03T14:32:00.123Z' as never, { ...entry(), localAreaId: noArea })
    let n = 0
    for await (const row of recordsIn(client)) {
      assert.equal(hashOf(row), row.hash)
      n += 1
    }
    assert.equal(n, await count())
    // Worked out by hand from docs/how-to/check-the-audit-chain.md.
    const example: AuditRow = {
      chain: '00000000-0000-0000-0000-000000000000', seq: '1', at: '2026-03-03T14:32:00.123000Z', request: '00000000-0000-7000-8000-000000000001', actor: 'nobody', person: null, session: null, organisation: null,
      parts: '', kind: 'list', route: 'GET /home', outcome: 'signed-out', case: null, otherCases: '', draft: null, cases: '0', act: null, facts: '', breakGlass: null, previousHash: '0'.repeat(64), hash: null,
    }
    assert.equal(hashOf(example), exampleHash)
  })

  it('cannot be changed, emptied or given a place by hand', async () => {
    for (const statement of ['update audit_record set cases = 9', 'delete from audit_record', 'truncate audit_record']) {
      await assert.rejects(sql.raw(statement).execute(hub.fresh.db), /the audit record only grows/)
    }
  })

  it('leaves the web, which may only look and append, nothing else to do', async () => {
    await client.query('begin')
    try {
      await client.query('set local role golden_thread_app')
      await client.query(`select audit_append($1, now(), gen_random_uuid(), 'nobody', null, null, null, '', 'list', 'other', 'done', null, '{}', null, 0, null, '{}', null)`, [noArea])
      for (const statement of ['insert into audit_record select * from audit_record limit 1', 'update audit_record set cases = 9', 'delete from audit_record', 'truncate audit_record', 'alter table audit_record disable trigger all', 'drop function audit_append']) {
        await client.query('savepoint before')
        await assert.rejects(client.query(statement), /permission denied|must be owner/)
        await client.query('rollback to before')
      }
    } finally {
      await client.query('rollback')
    }
  })

  it('takes no words, by the table’s own checks', async () => {
    for (const wrong of [{ route: 'Rewan Tahsin' }, { act: 'About Rewan' }, { kind: 'gossip' }, { route: 'GET /wendmere?q=Rewan' }]) {
      await assert.rejects(appendRecord(hub.fresh.db, hub.house.clock.now(), { ...entry(), ...wrong } as AuditEntry), /check constraint/)
    }
  })

  const say = act<{ fail?: 'refused' | 'thrown' }, null, { kind: 'no' }>('send-message', async (tx, caseFile, { fail }) => {
    await recordFact(tx, caseFile, { type: 'message-sent', messageId: tx.newId<MessageId>(), from: 'council' })
    if (fail === 'thrown') throw new Error('broken half-way')
    return fail === 'refused' ? refused({ kind: 'no' }) : ok(null)
  })

  it('of an act stands in the act’s transaction: its name, its facts, its case; none when it was undone', async () => {
    const occasion = await hub.occasion('hattie')
    const was = await count()
    await assert.rejects(say(occasion, key, { fail: 'thrown' }), /half-way/)
    await say(occasion, key, { fail: 'refused' })
    assert.equal(await count(), was)
    assert.ok((await say(occasion, key, {})).ok)
    assert.equal(await count(), was + 1)
    const { rows: [row] } = await sql<{ act: string; factSeqs: number[]; caseId: string; parts: string; kind: string }>`select act, fact_seqs, case_id, parts, kind from audit_record where act = 'send-message' order by seq desc limit 1`.execute(hub.fresh.db)
    const { rows: [fact] } = await sql<{ seq: number }>`select max(seq) as seq from fact where case_id = ${key.caseId}`.execute(hub.fresh.db)
    assert.deepEqual(row, { act: 'send-message', factSeqs: [fact?.seq], caseId: key.caseId, parts: 'case-officer', kind: 'write' })
  })

  it('makes no change that it cannot record', async () => {
    const facts = async () => (await sql<{ n: number }>`select count(*) as n from fact`.execute(hub.fresh.db)).rows[0]?.n
    const was = await facts()
    await sql`alter function audit_append rename to audit_append_away`.execute(hub.fresh.db)
    try {
      await assert.rejects(say(await hub.occasion('hattie'), key, {}), /audit_append/)
      const hattie = await hub.as('hattie').catch((fault: unknown) => fault)
      assert.match(String(hattie), /audit_append/, 'nobody signs in unrecorded')
    } finally {
      await sql`alter function audit_append_away rename to audit_append`.execute(hub.fresh.db)
    }
    assert.equal(await facts(), was)
  })

  it('has no gap and no fork when many write at once, and other areas do not wait', async () => {
    const was = await count()
    const areas = [demoAreaId('wendmere'), demoAreaId('tarn-valley'), noArea]
    await Promise.all(Array.from({ length: 90 }, (_, n) => appendRecord(hub.fresh.db, hub.house.clock.now(), { ...entry(), localAreaId: areas[n % 3] ?? noArea })))
    assert.equal(await count(), was + 90)
    const { heads, book } = dir()
    assert.deepEqual((await checked(heads, book.publicKey())).misfits, [])
    // Somebody holds Wendmere's chain; Tarn Valley's is free.
    await client.query('begin')
    await client.query(`select audit_append($1, now(), gen_random_uuid(), 'nobody', null, null, null, '', 'list', 'other', 'done', null, '{}', null, 0, null, '{}', null)`, [areas[0]])
    await appendRecord(hub.fresh.db, hub.house.clock.now(), { ...entry(), localAreaId: demoAreaId('tarn-valley') })
    await client.query('rollback')
  })

  it('has heads that are signed and chained themselves: a changed, missing or foreign line is named', async () => {
    const { heads, book } = dir()
    const occasion = { ...await hub.occasion('system'), house: { ...hub.house, auditHeads: book } }
    assert.ok(await signAuditHeads(occasion) >= 2)
    assert.equal(await signAuditHeads(occasion), 0, 'nothing new, nothing signed')
    for (let n = 0; n < 3; n += 1) {
      await appendRecord(hub.fresh.db, hub.house.clock.now(), entry())
      assert.equal(await signAuditHeads(occasion), 1)
    }
    const fits = async (): Promise<string[]> => (await checked(heads, book.publicKey())).misfits.map(({ what }) => what)
    assert.deepEqual(await fits(), [])
    const file = path.join(heads, `${demoAreaId('wendmere')}.heads`)
    const good = readFileSync(file, 'utf8')
    const lines = good.trim().split('\n')
    assert.equal(lines.length, 4)
    const broken: readonly (readonly [string, RegExp])[] = [
      [lines.filter((_, index) => index !== 1).join('\n'), /missing or another/],
      [good.replace(/"seq":(\d+)/, (_, seq: string) => `"seq":${Number(seq) + 1}`), /signature is wrong/],
      [`${good}{"chain":"torn`, /cannot be read/],
      [[lines[1], lines[0], lines[2], lines[3]].join('\n'), /missing or another/],
    ]
    for (const [text, expected] of broken) {
      writeFileSync(file, text)
      assert.match((await fits()).join(), expected)
    }
    writeFileSync(file, good)
    appendFileSync(file, `${lines[0]}\n`)
    assert.match((await fits()).join(), /missing or another|fewer/)
    writeFileSync(file, good)
    const other = openHeadBook({ dir: heads, keyFile: path.join(heads, 'other.pem'), makesKey: true })
    assert.match((await checked(heads, other.publicKey())).misfits.map(({ what }) => what).join(), /another key/)
  })

  it('is not signed any more once it was changed, and the command says where', async () => {
    const { heads, book } = dir()
    const occasion = { ...await hub.occasion('system'), house: { ...hub.house, auditHeads: book } }
    await signAuditHeads(occasion)
    await client.query('alter table audit_record disable trigger all')
    await client.query(`update audit_record set hash = sha256(hash) where local_area_id = $1 and seq = (select max(seq) from audit_record where local_area_id = $1)`, [demoAreaId('wendmere')])
    await client.query('alter table audit_record enable trigger all')
    await assert.rejects(signAuditHeads(occasion), AuditBroken)
    const said: string[] = []
    const words = ['--database', hub.fresh.connectionString, '--heads', heads, '--public-key', path.join(heads, 'key.public.pem')]
    assert.equal(await verifyAudit(words, (line) => said.push(line)), 1)
    assert.match(said.join('\n'), new RegExp(`DOES NOT FIT ${demoAreaId('wendmere')} at \\d+: record \\d+ was changed`))
    assert.equal(await verifyAudit(words.slice(2), () => undefined), 2, 'needs to be told where the records are')
    const file = path.join(heads, 'export.jsonl')
    for await (const row of recordsIn(client)) appendFileSync(file, `${JSON.stringify(row)}\n`)
    assert.equal((await verify({ records: recordsOf(file), heads: headsIn(heads), publicKey: createPublicKey(book.publicKey()) })).misfits.length, 1)
    assert.ok(readdirSync(heads).includes('key.public.pem'))
  })

  it('leaves a record of a page that a person opened and none of words in it', async () => {
    const hattie = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.equal(hattie.status, 200)
    const { rows: [row] } = await sql<{ route: string; kind: string; outcome: string; cases: number }>`select route, kind, outcome, cases from audit_record where case_id = ${key.caseId} order by at desc, seq desc limit 1`.execute(hub.fresh.db)
    assert.deepEqual(row, { route: 'GET /:area/cases/:caseId', kind: 'read', outcome: 'done', cases: 1 })
  })
})

describe('tampering', () => {
  it('is found every time, at its place, and nothing else is', async () => {
    const proof = await proveAudit({ records: 150, count: 40, seed: 20_261_122 })
    process.stdout.write(`Audit: ${Object.values(proof.byKind).reduce((sum, { found }) => sum + found, 0)} of 40 tamperings found, seed ${proof.seed}; npm run proof:audit makes 1,000\n`)
    assert.deepEqual(proof.missed, [])
    assert.equal(proof.falseAlarms, 0)
  })
})

const exampleHash = 'a2fc7e43a84b9b5efa7d67fb2a40458bc1c2c09d12ebccd51cb03864e2463364'
