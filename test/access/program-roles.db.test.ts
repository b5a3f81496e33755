// The processes and their roles: nobody starts with more power than their work needs.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { readConfig } from '../../src/config.ts'
import { databaseUrlOf } from '../../src/make-house.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { TooMuchPower, refuseTooMuchPower } from '../../src/platform/db/roles.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

describe('the processes', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  it('refuse to start with more power than they need, or as each other', async () => {
    await refuseTooMuchPower(hub.fresh.asWeb, 'web')
    await refuseTooMuchPower(hub.fresh.asWorker, 'worker')
    await assert.rejects(refuseTooMuchPower(hub.fresh.db, 'web'), (error) => error instanceof TooMuchPower && /is a superuser and may bypass row-level security and owns tables.*DATABASE_APP_URL/.test(error.message))
    await assert.rejects(refuseTooMuchPower(hub.fresh.asWeb, 'worker'), /is not golden_thread_worker.*DATABASE_WORKER_URL/)
    await assert.rejects(refuseTooMuchPower(hub.fresh.asWorker, 'web'), /is not golden_thread_app or a member of it and is a member of golden_thread_worker/)
  })

  it('refuse a role that may bypass row-level security, and one that is a member of the owner', async () => {
    const client = new Client({ connectionString: hub.fresh.connectionString })
    await client.connect()
    const name = `gt_test_${process.pid}`
    try {
      await client.query(`create role ${name} login bypassrls in role golden_thread_app`)
      if (new URL(hub.fresh.connectionString).password !== '') return
      const url = new URL(hub.fresh.connectionString)
      url.username = name
      const database = openDatabase(url.href, { max: 1 })
      await assert.rejects(refuseTooMuchPower(database, 'web'), /may bypass row-level security\. Set/)
      await client.query(`alter role ${name} nobypassrls`)
      await refuseTooMuchPower(database, 'web')
      await database.destroy()
    } finally {
      await client.query(`drop role if exists ${name}`)
      await client.end()
    }
  })

  it('are told in production which way to the database is missing', () => {
    const production = { ENVIRONMENT: 'production', DATABASE_URL: 'postgresql://owner@db.example.org/hub?sslmode=verify-full', SESSION_SECRET: 'x'.repeat(32), SEALING_KEY: 'y'.repeat(32), SECURITY_CONTACT: 'mailto:security@example.org', AUDIT_HEADS_DIR: '/srv/heads', AUDIT_KEY_FILE: '/srv/key', FILES_DIR: '/srv', BASE_URL: 'https://hub.example.org', AREA: 'wendmere', SCANNER_ADDRESS: '127.0.0.1:3310', MAIL: 'smtp', SMTP_URL: 'smtps://x', MAIL_FROM: 'a@example.org' }
    assert.throws(() => databaseUrlOf(readConfig(production), 'web'), /DATABASE_APP_URL is missing/)
    assert.throws(() => databaseUrlOf(readConfig(production), 'worker'), /DATABASE_WORKER_URL is missing/)
    const { DATABASE_URL: _owners, ...webs } = production
    const config = readConfig({ ...webs, DATABASE_APP_URL: 'postgresql://golden_thread_app@db.example.org/hub?sslmode=verify-full' })
    assert.equal(databaseUrlOf(config, 'web'), 'postgresql://golden_thread_app@db.example.org/hub?sslmode=verify-full')
    assert.throws(() => databaseUrlOf(config, 'owner'), /DATABASE_URL is missing/)
  })
})
