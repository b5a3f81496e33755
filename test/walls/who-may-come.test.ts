// Every page asked for by everybody: who may not come is turned away, who may come is answered, and a case that is not in
// anybody's sight is not found. Nothing here is written by hand: a new route is tried as soon as it is in the table.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { routes } from '../../src/app.ts'
import { mayCome } from '../../src/casebook/access/may-come.ts'
import { paths } from '../../src/paths.ts'
import { demoPeople } from '../../src/features/demo/world.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

const nowhere = '00000000-0000-7000-8000-000000000000'
const pages = routes.flatMap((route) => ('get' in route ? [{ pattern: route.get, may: route.may }] : []))
// Whoever goes through it is signed out for what follows: tried in session.page.test.ts.
const exit = paths.exit.pattern
const urlOf = (pattern: string): string => pattern.replace(':area', 'wendmere').replaceAll(/:\w+/g, nowhere)

describe('every page', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  for (const { key } of demoPeople) {
    it(`answers ${key} as the tables say`, async () => {
      const { viewer } = await hub.occasion(key)
      const visitor = await hub.as(key)
      const wrong: string[] = []
      for (const { pattern, may } of pages.filter((one) => one.pattern !== exit)) {
        await visitor.get(urlOf(pattern))
        const expected = !mayCome(may, viewer) ? [403] : pattern.includes(':caseId') ? [404, 403] : [200, 404]
        if (!expected.includes(visitor.status)) wrong.push(`${pattern} answered ${visitor.status}, not ${expected.join(' or ')}`)
      }
      assert.deepEqual(wrong, [])
    })
  }

  it('sends whoever has not signed in to the sign-in page, but for what is open to anyone', async () => {
    const wrong: string[] = []
    for (const { pattern, may } of pages) {
      const visitor = await hub.visitor().get(urlOf(pattern))
      const isSignIn = visitor.url.startsWith('/sign-in')
      if (may === 'anyone' ? visitor.status !== 200 && visitor.status !== 404 : !isSignIn) wrong.push(`${pattern}: ${visitor.status} at ${visitor.url}`)
    }
    assert.deepEqual(wrong, [])
  })
})
