// A small scan, in every run of the tests: the pages and forms that two people reach by following links, each bent in a few places with what
// scanners and people send to spoil something. The whole of it, by two real scanners: `npm run scan`.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Response } from 'light-my-request'
import { parse } from 'node-html-parser'
import { chance } from '../../scripts/audit-tamperings.ts'
import type { Target } from '../../scripts/scan/crawl.ts'
import { crawl } from '../../scripts/scan/crawl.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? '20261122') || 1
const perPerson = 250

const nasty: readonly string[] = [
  `'`, `"; select pg_sleep(5)--`, `' or '1'='1`, `1) union select null,null--`, `\u0000`, `"><img src=x id=nasty>`, `</textarea><script id=nasty>alert(1)</script>`, `' onfocus=alert(1) autofocus x='`,
  '{{7*7}}${7*7}<%= 7*7 %>', '../../../../etc/passwd', '\r\nSet-Cookie: nasty=1\r\n\r\n<b id=nasty>', 'é'.repeat(5000), '\u202Egpj.exe', '__proto__', '-1', '99999999999999999999', 'NaN', '[]', 'null',
  '2026-02-30', '0000-00-00', '%27%3Cscript%3E', '\uFFFF\uD83D', 'true', '00000000-0000-0000-0000-000000000000', 'javascript:alert(1)', '|ls', '$(id)', '=cmd|calc!A1',
]

interface Answer { readonly what: string; readonly response: Response }

/** Sends the target with one place bent: a field, or a part of the address that names something. */
async function bend(hub: Hub, person: string, seenBy: string, { method, url, pattern, fields }: Target, place: string, value: string): Promise<Answer> {
  const own = await hub.as(person)
  own.keepCookie('hub-form', seenBy)
  const names = pattern.split('/')
  const [address = ''] = url.split('?')
  const bent = address.split('/').map((part, index) => (names[index] === place ? encodeURIComponent(Buffer.from(value).toString()) : part)).join('/')
  const body = new URLSearchParams(fields.map(([name, kept]) => [name, name === place ? value : name === '_once' ? randomUUID() : kept])).toString()
  const headers = { cookie: own.cookieHeader, ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) }
  const response = await hub.app.inject(method === 'POST' ? { method, url: bent, headers, payload: body } : { method, url: body === '' ? bent : `${bent}?${body}`, headers })
  return { what: `${person}: ${method} ${pattern}, ${place} = ${JSON.stringify(value.slice(0, 40))}`, response }
}

const placesOf = ({ pattern, fields }: Target): string[] => [...fields.map(([name]) => name).filter((name) => name !== '_csrf' && name !== '_once'), ...pattern.split('/').filter((part) => part.startsWith(':'))]

async function recordsOf(hub: Hub): Promise<unknown> {
  const { rows: [row] } = await sql`select (select count(*) from fact) as facts, (select count(*) from notice) as letters, (select count(*) from outgoing) as outgoing, (select count(*) from case_party) as parties,
    (select count(*) from relationship) as ties, (select count(*) from document) as documents, (select count(*) from membership) as roles`.execute(hub.fresh.db)
  return row
}

describe('what is sent to spoil something', () => {
  let hub: Hub
  const answers: Answer[] = []
  let before0: unknown
  let after0: unknown
  before(async () => {
    hub = await aHub()
    await aCase(hub)
    process.stdout.write(`scan: ${perPerson} bent requests for each of two people, seed ${seed}; npm run scan tries all\n`)
    const pick = chance(seed)
    before0 = await recordsOf(hub)
    const reached: [string, string, Target[]][] = []
    for (const person of ['hattie', 'shno']) {
      const visitor = await hub.as(person)
      const targets = (await crawl(hub, visitor)).filter((target) => placesOf(target).length > 0)
      reached.push([person, visitor.cookie('hub-form') ?? '', targets])
    }
    after0 = await recordsOf(hub)
    for (const [person, seenBy, all] of reached) {
      // A report of somebody else's information closes the families' pages before the next page is asked for: tried by itself, below.
      const targets = all.filter(({ pattern }) => pattern !== paths.otherInformation.pattern)
      assert.ok(targets.length > 20, `${person} reaches ${targets.length}`)
      for (let count = 0; count < perPerson; count += 1) {
        // Each target once, then others by chance.
        const target = targets[count] ?? targets[pick(targets.length)]
        const places = target === undefined ? [] : placesOf(target)
        if (target === undefined) continue
        answers.push(await bend(hub, person, seenBy, target, places[pick(places.length)] ?? '', nasty[pick(nasty.length)] ?? ''))
      }
    }
    for (const [person, seenBy, all] of reached) {
      for (const target of all.filter(({ pattern }) => pattern === paths.otherInformation.pattern)) {
        for (const value of nasty) answers.push(await bend(hub, person, seenBy, target, placesOf(target)[0] ?? '', value))
      }
    }
  })
  after(() => hub.close())

  it('makes nothing fail, on every page and form that one reaches', () => {
    assert.ok(answers.length >= 2 * perPerson)
    assert.deepEqual(answers.filter(({ what, response }) => response.statusCode >= 500 && !(response.statusCode === 503 && what.includes(paths.otherInformation.pattern))).map(({ what, response }) => `${response.statusCode} ${what}`), [])
    assert.deepEqual(hub.faults, [])
  })

  it('comes back as words and never as marks, on every page and form that one reaches', () => {
    const wrong: string[] = []
    for (const { what, response: { headers, body } } of answers) {
      if (Object.entries(headers).some(([name, value]) => name === 'nasty' || /nasty=1/.test([value].flat().join(' ')))) wrong.push(`${what} made a header`)
      if (!String(headers['content-type']).startsWith('text/html')) continue
      if (parse(body).querySelector('#nasty, [autofocus], [onfocus]') !== null) wrong.push(`${what} made a mark`)
      if (/root:.*:0:0|syntax error|\bSQLSTATE\b|at .*\.tsx?:\d+/.test(body)) wrong.push(`${what} told of the inside`)
    }
    assert.deepEqual(wrong, [])
  })

  it('reached forms and not their doors alone', () => {
    const reachedForms = answers.filter(({ response }) => [200, 303, 422].includes(response.statusCode))
    assert.ok(reachedForms.length > answers.length / 3, `${reachedForms.length} of ${answers.length}`)
  })

  // The same walk, before anything was bent.
  describe('and every page that was walked through before it', () => {
    it('does no act', () => assert.deepEqual(after0, before0))
  })
})

describe('fields that a form has not', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())
  const messages = () => hub.fresh.db.selectFrom('message').selectAll().orderBy('sentAt').orderBy('id').execute()

  it('change nothing', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseMessages(key))
    await mother.submit({ body: 'The first' })
    await mother.get(paths.caseMessages(key))
    const father = demoPersonId('hoshang')
    await mother.submit({
      body: 'The second', id: father, personId: father, authorId: father, author_id: father, by: father, caseId: father, localAreaId: father, sentAt: '2020-01-01T00:00:00Z', sent_at: '2020-01-01T00:00:00Z',
      isOfTeam: 'yes', role: 'decision-maker', readAt: '2020-01-01T00:00:00Z', '__proto__.personId': father, 'constructor[prototype][personId]': father,
    })
    const [first, second, ...others] = await messages()
    assert.deepEqual(others, [])
    assert.ok(first !== undefined && second !== undefined)
    const own = ['id', 'body', 'factSeq', 'sentAt']
    const rest = (row: object): unknown => Object.fromEntries(Object.entries(row).filter(([name, value]) => !own.includes(name) && typeof value !== 'bigint'))
    assert.equal(second.body, 'The second')
    assert.ok(second.sentAt > first.sentAt, 'sent now, and not when it says')
    assert.deepEqual(rest(second), rest(first))
  })

  it('are not taken from the address', async () => {
    const count = (await messages()).length
    const mother = await (await hub.as('shno')).get(`${paths.caseMessages(key)}?body=from+the+address&_csrf=x`)
    await mother.submit({ body: '' })
    assert.deepEqual([mother.status, mother.errors], [422, ['Enter a message']])
    assert.equal((await messages()).length, count)
  })
})
