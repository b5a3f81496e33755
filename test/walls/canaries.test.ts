// A child is taken from the request to the final plan, and everything that leaves the hub on the way and is not a page for somebody who
// may read it is searched for who the child is: addresses in the browser, cookies, names of files, e-mails and texts, jobs, the log.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { InjectOptions, Response } from 'light-my-request'
import { openLog } from '../../src/platform/log/log.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { throughTheApp } from '../journeys/cast.ts'
import type { Pack } from '../journeys/packs/pack.ts'
import { readPack } from '../journeys/packs/pack.ts'
import { walkPack } from '../journeys/packs/pack-journey.ts'
import { morningOf } from '../journeys/steps/dates.ts'

/** What would say who the child is, or what is the matter: each is looked for as it stands and as an address would write it. */
function canariesOf({ case: { child, address, family, setting } }: Pack): string[] {
  const words = [
    child.forename, child.surname, child.upn, child.nhsNumber, child.nhsNumber.replaceAll(' ', ''), child.dateOfBirth, address.line1, address.postcode,
    ...family.map(({ name }) => name), setting.name, 'speech and language', 'dyslexia', 'autism',
  ]
  return [...new Set(words.flatMap((word) => [word, encodeURIComponent(word), word.toLowerCase().replaceAll(' ', '-')]))].filter((word) => word.length > 3)
}

describe('what leaves the hub and is no page', () => {
  const pack = readPack('pack-01-year4-slcn')
  const canaries = canariesOf(pack)
  const seen: { readonly where: string; readonly words: string }[] = []
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: morningOf(pack.case.request.receivedOn) })
    const { inject } = hub.app
    const ask = (asked: InjectOptions): Promise<Response> => Reflect.apply(inject, hub.app, [asked]) as Promise<Response>
    Object.assign(hub.app, { inject: async (asked: InjectOptions) => {
      const response = await ask(asked)
      const url = String(asked.url)
      seen.push({ where: 'an address', words: url })
      for (const header of ['location', 'set-cookie', 'content-disposition']) {
        const value = response.headers[header]
        if (value !== undefined) seen.push({ where: `the header ${header} after ${asked.method} ${url}`, words: [value].flat().join(' ') })
      }
      return response
    } })
    await walkPack(throughTheApp(hub), pack)
    await hub.work()
  })
  after(() => hub.close())

  const found = (things: readonly { readonly where: string; readonly words: string }[]): string[] =>
    [...new Set(things.flatMap(({ where, words }) => canaries.filter((canary) => words.toLowerCase().includes(canary.toLowerCase())).map((canary) => `“${canary}” in ${where}: ${words.slice(0, 120)}`)))]

  it('has no child in any address, cookie or name of a file', () => {
    assert.ok(seen.length > 500, `${seen.length} were looked at`)
    assert.deepEqual(found(seen), [])
  })

  it('has no child in any e-mail or text', () => {
    assert.ok(hub.carrier.carried.length > 10, `${hub.carrier.carried.length} were sent`)
    assert.deepEqual(found(hub.carrier.carried.map(({ id: _id, ...message }) => ({ where: 'a message', words: JSON.stringify({ ...message, to: '' }) }))), [])
  })

  it('has no child in what waits for the worker', async () => {
    const { rows } = await sql<{ task: string; payload: unknown }>`
      select t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`.execute(hub.fresh.db)
    assert.deepEqual(found(rows.map(({ task, payload }) => ({ where: `the job ${task}`, words: JSON.stringify(payload) }))), [])
  })

  it('has no child in the log, also when something breaks over their words', async () => {
    const lines: string[] = []
    const log = openLog('web', { write: (line: string) => { lines.push(line) } })
    // A fault as a database gives it: it quotes the row.
    await sql`insert into child (local_area_id, id, given_name, family_name, born_on) values (null, null, ${pack.case.child.forename}, ${pack.case.child.surname}, null)`
      .execute(hub.fresh.db).catch((error: unknown) => { log.fault('page-failed', error, { method: 'POST' }) })
    assert.equal(lines.length, 1)
    assert.deepEqual(found(lines.map((words) => ({ where: 'the log', words }))), [])
  })

  it('has no child on the page for what is not found', async () => {
    const stranger = await hub.as('aled')
    await stranger.get('/wendmere/cases/00000000-0000-7000-8000-000000000000')
    assert.deepEqual(found([{ where: 'page not found', words: stranger.body }]), [])
  })
})
