// A case that is out of sight leaves no trace: every list, search, count and sort of everybody's reads the same, to the letter and with
// the same number of questions to the database, whether the case exists or not. What is asked of it by its address is answered as if
// it did not exist (every-route.page.test.ts).

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { statementsOf } from '../harness/statements.ts'
import type { Visitor } from '../harness/visitor.ts'
import { listRoutes } from './routes.ts'

const hidden = { givenName: 'Quillon', familyName: 'Zephyrine-Oakes' }
const lists = listRoutes().filter(({ method, may }) => method === 'GET' && may === 'signed-in').map(({ pattern }) => pattern)
const urls = [...lists, '/cases?sort=name', '/cases?sort=received', '/cases?page=2', '/cases?stage=considering']
const searches = ['Quillon', 'Zephyrine', 'quill', 'T-', '23 February 2018', 'zzzz']
const steady = (body: string): string => body.replaceAll(/name="(_csrf|_once)" value="[^"]*"/g, '').replaceAll(/(nonce|data-seconds-left)="[^"]*"/g, '')

// Nobody of these has the hidden case in sight: another council, a school and a service that were not asked, two families, no part at all.
const lookers = ['aled', 'gwen', 'beatrix', 'kerry', 'shno', 'maud', 'winifred'] as const

interface Seen { readonly status: number; readonly page: string; readonly statements: number }

describe('a case that is out of sight', () => {
  let hub: Hub
  const visitors = new Map<string, Visitor>()
  const look = async (): Promise<Map<string, Seen>> => {
    const seen = new Map<string, Seen>()
    for (const key of lookers) for (const url of urls) {
      const visitor = visitors.get(key) ?? assert.fail(key)
      const sent = await statementsOf(() => visitor.get(url))
      seen.set(`${key} ${url}`, { status: visitor.status, page: steady(visitor.root.toString()), statements: sent.length })
    }
    for (const key of lookers) for (const q of searches) {
      const visitor = visitors.get(key) ?? assert.fail(key)
      // Words of the page that echo the search are the searcher's own.
      await visitor.get('/search')
      const sent = await statementsOf(() => visitor.submit({ q }))
      seen.set(`${key} /search for ${q}`, { status: visitor.status, page: steady(visitor.root.toString()), statements: sent.length })
    }
    return seen
  }

  before(async () => {
    hub = await aHub({ now: '2026-11-22T10:00:00.000Z' })
    // Everybody has something of their own, so that a list is a list.
    await aCase(hub, { parents: ['kerry'], setting: 'bramblewick', receivedOn: '2026-10-01' })
    await aCase(hub, { parents: ['shno'], setting: 'bramblewick', receivedOn: '2026-10-02', givenName: 'Sol' })
    for (const key of lookers) visitors.set(key, await hub.as(key))
  })
  after(() => hub.close())

  it('changes no list, count, order, search or number of statements for anybody who may not see it', async () => {
    await look()
    const without = await look()
    await aCase(hub, { ...hidden, parents: ['sinead'], setting: 'hallowcross', receivedOn: '2026-09-01' })
    const withIt = await look()
    assert.ok(lists.length > 8)
    assert.deepEqual([...withIt].filter(([name, { status }]) => status !== without.get(name)?.status).map(([name]) => name), [], 'another status')
    assert.deepEqual([...withIt].filter(([name, { page }]) => page !== without.get(name)?.page).map(([name]) => name), [], 'another page')
    assert.deepEqual([...withIt].filter(([name, { statements }]) => statements !== without.get(name)?.statements).map(([name]) => name), [], 'another number of statements')
    assert.deepEqual([...withIt].filter(([name, { page }]) => page.includes(hidden.familyName) && !name.includes('/search')).map(([name]) => name), [])
  })

  it('is there for those who have it in sight, by list and by search', async () => {
    const officer = await hub.as('hattie')
    await officer.get('/search')
    assert.ok((await officer.submit({ q: 'Quillon' })).root.toString().includes(hidden.familyName))
    const mother = await hub.as('sinead')
    assert.ok((await mother.get('/home')).root.toString().includes('Quillon'))
  })
})
