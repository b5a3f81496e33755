import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../test/builders/a-case.ts'
import { everyPageOf } from '../../test/builders/every-page.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import type { CaseKey } from './open-case-file.ts'
import { paths } from '../paths.ts'

describe('the token of a session', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('is 256 bits of chance, kept as a hash alone', async () => {
    const tokens = new Set<string>()
    for (let count = 0; count < 20; count += 1) tokens.add((await hub.as('hattie')).cookie('hub-session') ?? '')
    assert.equal(tokens.size, 20)
    const rows = JSON.stringify(await hub.fresh.db.selectFrom('session').selectAll().execute())
    for (const token of tokens) {
      assert.match(token, /^[\w-]{43}$/)
      assert.ok(!rows.includes(token), 'the database does not hold it')
      assert.ok(rows.includes(createHash('sha256').update(token).digest('hex')))
    }
  })

  it('opens nothing after signing out', async () => {
    const officer = await hub.as('hattie')
    const stolen = officer.cookie('hub-session') ?? ''
    await officer.get(paths.home())
    await officer.submit({}, { to: paths.signOut() })
    const thief = hub.visitor()
    thief.keepCookie('hub-session', stolen)
    for (const page of [paths.home(), paths.caseOverview(key), paths.mySessions()]) assert.match((await thief.get(page)).url, /^\/sign-in/, page)
  })

  it('can be ended from every page', async () => {
    const officer = await hub.as('hattie')
    const without: string[] = []
    let pages = 0
    for (const url of await everyPageOf(hub, key)) {
      await officer.get(url)
      if (officer.status !== 200 || !officer.body.includes('<!DOCTYPE html>')) continue
      pages += 1
      if (officer.root.querySelector(`form[action="${paths.signOut()}"] button, a[href^="${paths.signOut()}"]`) === null) without.push(url)
    }
    assert.ok(pages > 30, `${pages} pages`)
    assert.deepEqual(without, [])
  })
})
