// The audit record of a database that came out of a backup: what fits, and what restoring must not pass over.

import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { aCase } from '../test/builders/a-case.ts'
import type { Hub } from '../test/harness/hub.ts'
import { aHub } from '../test/harness/hub.ts'
import { signAuditHeads } from './casebook/audit/audit-heads.ts'
import { paths } from './paths.ts'
import { openHeadBook } from './platform/heads/head-book.ts'
import { checkRestoredAudit } from './restored-audit.ts'

describe('the audit record of a restored database', () => {
  let hub: Hub
  let client: Client
  let signed: { headsDir: string; publicKeyFile: string; takenAt: string }
  before(async () => {
    hub = await aHub()
    const key = await aCase(hub)
    for (let visit = 0; visit < 3; visit++) await (await hub.as('hattie')).get(paths.caseOverview(key))
    const headsDir = mkdtempSync(path.join(os.tmpdir(), 'restored-heads-'))
    const book = openHeadBook({ dir: headsDir, keyFile: path.join(headsDir, 'key.pem'), makesKey: true })
    const occasion = { ...await hub.occasion('system'), house: { ...hub.house, auditHeads: book } }
    await signAuditHeads(occasion)
    signed = { headsDir, publicKeyFile: path.join(headsDir, 'public.pem'), takenAt: '2026-09-14T09:30:00.000Z' }
    writeFileSync(signed.publicKeyFile, book.publicKey())
    client = new Client({ connectionString: hub.fresh.connectionString })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await hub.close()
  })
  /** Changes the record as somebody with every right in the database could, and puts it back. */
  const tampered = async (statement: string, look: () => Promise<void>): Promise<void> => {
    await client.query('create table kept as select * from audit_record')
    await client.query('alter table audit_record disable trigger all')
    await client.query(statement)
    await look()
    await client.query('delete from audit_record')
    await client.query('insert into audit_record select * from kept')
    await client.query('alter table audit_record enable trigger all')
    await client.query('drop table kept')
  }
  const misfits = async (heads: typeof signed | undefined): Promise<string[]> => (await checkRestoredAudit(hub.fresh.connectionString, heads)).misfits.map(({ what }) => what)

  it('fits, with its signed heads and without', async () => {
    assert.deepEqual([await misfits(signed), await misfits(undefined)], [[], []])
    assert.ok((await checkRestoredAudit(hub.fresh.connectionString, signed)).chains.some(({ heads }) => heads > 0))
  })

  it('does not fit where a record was changed or taken out', async () => {
    await tampered("update audit_record set outcome = 'refused' where seq = 2", async () => { assert.match((await misfits(undefined)).join(), /record 2 was changed/) })
    await tampered('delete from audit_record where seq = 2', async () => { assert.match((await misfits(undefined)).join(), /record 2 is missing/) })
  })

  it('does not fit where it was cut short before the backup: a signed head says so', async () => {
    await tampered('delete from audit_record where seq > 1', async () => {
      assert.deepEqual(await misfits(undefined), [], 'without heads nobody can know')
      assert.match((await misfits(signed)).join(), /a head was signed for/)
    })
  })

  it('fits although heads were signed after the backup was made', async () => {
    await tampered('delete from audit_record where seq > 1', async () => { assert.deepEqual(await misfits({ ...signed, takenAt: '2026-09-14T08:00:00.000Z' }), []) })
  })
})
