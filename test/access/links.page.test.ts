// What a page shows, may be done: for each demonstration person, every link of every page that they reach by links leads somewhere, and
// every form on it is theirs to send. Walks each kind of page once in each case, from the home page on.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { routes } from '../../src/app.ts'
import { mayCome } from '../../src/casebook/access/may-come.ts'
import { isOpenTo } from '../../src/casebook/access/may.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { unpackCases } from '../../src/features/demo/demo-cases-store.ts'
import { demoPeople } from '../../src/features/demo/world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import type { Visitor } from '../harness/visitor.ts'

const asPattern = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)
const rows = routes.map((route) => ('get' in route ? { method: 'get', pattern: route.get, may: route.may } : { method: 'post', pattern: route.post, may: route.may }))
  .map((row) => ({ ...row, isOf: asPattern(row.pattern) }))
const rowOf = (method: 'get' | 'post', url: string) => rows.find((row) => row.method === method && row.isOf.test(url.split(/[?#]/)[0] ?? ''))
const caseOf = (url: string) => /^\/([^/]+)\/cases\/([0-9a-f-]{36})/.exec(url)
// Leaving ends the session of whoever walks on; files are no pages.
const notWalked = new Set<string>([paths.exit.pattern, paths.signIn.pattern])
const isFile = (url: string): boolean => /\.(pdf|docx|ics)$/.test(url.split('?')[0] ?? '') || /\/(file|files|documents|enclosed)(\/|$)/.test(url)

describe('what a page shows, may be done', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2026-11-21T10:00:00.000Z' })
    await unpackCases(hub.fresh.db, hub.house.files, readFileSync(path.resolve('demo', 'cases.json.gz')))
    await aCase(hub, { at: 'considering', parents: ['kerry', 'daniel'], setting: 'bramblewick', givenName: 'Ines' })
    await aCase(hub, { at: 'assessing', parents: ['sinead'], setting: 'larkfell', givenName: 'Jonah' })
    await aCase(hub, { at: 'drafting', parents: ['shno'], setting: 'hallowcross', givenName: 'Odalys' })
  })
  after(() => hub.close())

  const mayBeSent = async (key: string, action: string): Promise<boolean> => {
    const row = rowOf('post', action)
    if (row === undefined) return false
    const { may } = row
    const occasion = await hub.occasion(key)
    if (!mayCome(may, occasion.viewer)) return false
    const [, area = '', caseId = ''] = caseOf(action) ?? []
    if (typeof may === 'string' || caseId === '') return true
    return isOpenTo(may, (await inTransaction(occasion, (tx) => openCaseFile(tx, { area, caseId }, { isFrontDoor: true }))).parts)
  }

  /** Everything that is wrong with what this person is shown, and how many pages were walked. */
  async function walk(key: string, visitor: Visitor): Promise<{ wrong: string[]; pages: number }> {
    const wrong: string[] = []
    const done = new Set<string>()
    const queue: { url: string; from: string }[] = [{ url: paths.home(), from: 'the start' }]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { url, from } = next
      const row = rowOf('get', url)
      if (row === undefined) { wrong.push(`${from} links to ${url}, which nobody serves`); continue }
      // One page of each kind in each case: the hundredth line of a plan is like the first.
      const kind = `${row.pattern} ${caseOf(url)?.[2] ?? ''}`
      if (done.has(kind) || notWalked.has(row.pattern)) continue
      done.add(kind)
      if (isFile(url)) {
        const { status } = await visitor.download(url)
        if (status >= 400) wrong.push(`${from} links to ${url}, which answers ${status}`)
        continue
      }
      await visitor.get(url)
      if (visitor.status >= 400) { wrong.push(`${from} links to ${url}, which answers ${visitor.status}`); continue }
      for (const form of visitor.root.querySelectorAll('form[method="post"]')) {
        const action = form.getAttribute('action') ?? visitor.url
        if (!await mayBeSent(key, action)) wrong.push(`${url} shows a form to ${action}, which is not theirs to send`)
      }
      for (const anchor of visitor.root.querySelectorAll('a[href^="/"]')) {
        const href = anchor.getAttribute('href') ?? ''
        if (!href.startsWith('/assets/')) queue.push({ url: href.split('#')[0] ?? '', from: url })
      }
    }
    return { wrong, pages: done.size }
  }

  for (const { key } of demoPeople.filter(({ key: one }) => one !== 'beth')) {
    it(`to ${key}`, async () => {
      const { wrong, pages } = await walk(key, await hub.as(key))
      assert.deepEqual(wrong, [])
      assert.ok(pages > 3)
    })
  }
})
