// That the scan can find something at all: a page with a hole, made for this test, and the hub's own search through the same door.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { openPool } from '../../src/platform/db/database.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import { openDoor } from './door.ts'
import { sqlmap } from './sqlmap.ts'

describe('sqlmap, where it is installed', () => {
  let hub: Hub
  let folder: string
  before(async () => {
    hub = await aHub({ settings: { isSecure: false } })
    folder = await mkdtemp(path.join(os.tmpdir(), 'scan-test-'))
  })
  after(async () => {
    await hub.close()
    await rm(folder, { recursive: true })
  })

  it('finds a hole that is there, and none in the hub’s own search', async () => {
    if (spawnSync('sqlmap', ['--version']).error !== undefined) {
      process.stdout.write('scan: sqlmap is not installed here (apt install sqlmap), so the scanner itself was not tried\n')
      return
    }
    const pool = openPool(hub.fresh.connectionString, { max: 2 })
    const holed = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://x').searchParams.get('q') ?? ''
      pool.query(`select full_name from person where full_name = '${name}' limit 3`).then(
        // Two statements in one give a list of results.
        (result) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>People</h1>${JSON.stringify([result].flat().map(({ rows }) => rows))}`),
        (error: unknown) => response.writeHead(500, { 'content-type': 'text/html' }).end(error instanceof Error ? error.message : ''),
      )
    })
    await new Promise<void>((ready) => { holed.listen(0, '127.0.0.1', ready) })
    const throughDoor = async (url: string, cookie: string, address: string): Promise<boolean> => {
      const door = await openDoor(url, cookie)
      const { isInjectable, said } = await sqlmap(door.url, { method: 'GET', url: address, pattern: address, fields: [['q', 'Hattie Greaves']] }, folder, `try-${new URL(url).port}`)
      const asked = [...door.statuses.values()].reduce((sum, count) => sum + count, 0)
      await door.close()
      assert.ok(asked >= 10, `sqlmap asked ${asked} times\n${said.slice(-500)}`)
      return isInjectable
    }
    try {
      assert.equal(await throughDoor(`http://127.0.0.1:${(holed.address() as AddressInfo).port}`, '', '/people'), true, 'the hole was not found')
    } finally {
      await new Promise<void>((closed) => { holed.close(() => closed()); holed.closeAllConnections() })
      await pool.end()
    }
    await hub.app.listen({ port: 0, host: '127.0.0.1' })
    const officer = await hub.as('hattie')
    assert.equal(await throughDoor(`http://127.0.0.1:${(hub.app.server.address() as AddressInfo).port}`, officer.cookieHeader, paths.search()), false)
    assert.deepEqual(hub.faults, [])
  })
})
