// Every route of the table, asked for by somebody who may and by nobody: each request leaves exactly one audit record, and none holds a
// word of any child. A new route is tried as soon as it is in the table.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { routes } from '../../app.ts'
import { paths } from '../../paths.ts'
import type { Route } from '../ask.ts'
import type { CaseKey } from '../open-case-file.ts'
import { isHeartbeat, isPublicPage, routeCode } from './request-trail.ts'

const canary = 'Quillfeather'
const nowhere = '00000000-0000-7000-8000-000000000000'
const patternOf = (route: Route): string => ('get' in route ? route.get : route.post)
// Whoever goes through them is signed out for what follows.
const endsSession = (route: Route): boolean => [paths.exit, paths.signOut, paths.signInAgain, paths.mySessions, paths.mySession].map(({ pattern }) => pattern as string).some((pattern) => pattern === patternOf(route))

describe('the audit record', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'drafting', givenName: canary, familyName: `${canary}-Rowe`, parents: ['sinead'] })
  })
  after(() => hub.close())

  const urlOf = (route: Route, caseId: string): string =>
    patternOf(route).replace(':area', 'wendmere').replace(':caseId', caseId).replace(':section', 'F').replaceAll(/:\w+/g, nowhere)
  const records = async (): Promise<{ n: number; route: string; requests: number }> => {
    const { rows: [row] } = await sql<{ n: number; route: string; requests: number }>`select count(*) as n, count(distinct request_id) as requests,
      (select route from audit_record order by at desc, seq desc limit 1) as route from audit_record`.execute(hub.fresh.db)
    return row ?? assert.fail('no count')
  }
  const ask = (visitor: Visitor, route: Route, caseId: string): Promise<number> =>
    visitor.request('get' in route ? 'GET' : 'POST', urlOf(route, caseId), { words: canary, q: canary, body: canary, reason: canary })

  const asked = routes.filter((route) => !endsSession(route))
  for (const [who, personKey, caseOf] of [
    ['who may', 'hattie', () => key.caseId], ['another who may', 'sinead', () => key.caseId], ['who may not see the case', 'idwal', () => key.caseId],
    ['the access officer', 'winifred', () => key.caseId], ['somebody, of a case that is not there', 'meera', () => nowhere], ['nobody signed in', undefined, () => key.caseId],
  ] as const) {
    it(`has exactly one more for each route: ${who}`, async () => {
      const visitor = personKey === undefined ? await hub.visitor().get('/sign-in') : await hub.as(personKey)
      const wrong: string[] = []
      for (const route of asked) {
        const was = await records()
        await ask(visitor, route, caseOf())
        const is = await records()
        const expected = isPublicPage(route) || (isHeartbeat(route) && personKey === 'hattie') ? 0 : 1
        if (is.n - was.n !== expected) wrong.push(`${routeCode(route)}: ${is.n - was.n}, not ${expected}`)
      }
      assert.deepEqual(wrong, [])
      if (personKey !== undefined) assert.equal((await visitor.get(paths.home())).url.startsWith(paths.signIn()), false, 'signed in to the end: else nothing was tried as this person')
    })
  }

  it('leaves one of a form with a wrong token, of signing in, of failing to, and of signing out', async () => {
    const last = async () => (await sql<{ kind: string; outcome: string; personId: string | null; actor: string }>`select kind, outcome, person_id, actor from audit_record order by at desc, seq desc limit 1`.execute(hub.fresh.db)).rows[0]
    const visitor = await hub.visitor().get('/sign-in')
    await visitor.submit({ person: nowhere })
    assert.deepEqual(await last(), { kind: 'sign-in', outcome: 'refused', personId: null, actor: 'nobody' })
    const hattie = await hub.as('hattie')
    const { rows: signIns } = await sql<{ outcome: string; actor: string }>`select outcome, actor from audit_record where kind = 'sign-in' order by at desc, seq desc limit 1`.execute(hub.fresh.db)
    assert.deepEqual(signIns, [{ outcome: 'done', actor: 'person' }])
    await hattie.request('POST', paths.caseAssignOfficer(key), { _csrf: 'wrong' })
    assert.deepEqual((await last())?.outcome, 'stale-form')
    await hattie.get('/exit')
    assert.deepEqual((await last())?.kind, 'sign-out')
  })

  it('says how many cases a list and a search showed, and never the words', async () => {
    const hattie = await hub.as('hattie')
    await (await hattie.get(paths.search())).submit({ q: canary })
    const { rows: [search] } = await sql<{ kind: string; cases: number; caseId: string | null }>`select kind, cases, case_id from audit_record order by at desc, seq desc limit 1`.execute(hub.fresh.db)
    assert.deepEqual(search, { kind: 'search', cases: 1, caseId: null })
    await hattie.get(paths.caseList())
    const { rows: [list] } = await sql<{ kind: string; cases: number }>`select kind, cases from audit_record order by at desc, seq desc limit 1`.execute(hub.fresh.db)
    assert.equal(list?.kind, 'list')
    assert.ok((list?.cases ?? 0) >= 1)
  })

  it('holds no word of a child', async () => {
    const { rows: [row] } = await sql<{ found: number; all: number }>`select count(*) as all, count(*) filter (where r::text ilike ${`%${canary}%`}) as found from audit_record r`.execute(hub.fresh.db)
    assert.ok((row?.all ?? 0) > 500)
    assert.equal(row?.found, 0)
  })
})
