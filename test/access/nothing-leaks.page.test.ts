// What is made when something goes wrong, or when somebody is only to be told that something waits, says nothing of a child: the page
// of a fault, with every table beneath it taken away in turn, and every e-mail and text of the demonstration's cases.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { unpackCases } from '../../src/features/demo/demo-cases-store.ts'
import { paths } from '../../src/paths.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { caseRoutes, urlOf } from './compare-http.ts'

const foundIn = (words: string, canaries: readonly string[]): string[] => canaries.filter((canary) => words.toLowerCase().includes(canary.toLowerCase()))

describe('the page of a fault', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anIssuedPlan(hub, { givenName: 'Quillon', familyName: 'Zephyrine-Oakes' })
  })
  after(() => hub.close())

  it('says nothing of the child, whoever asks and whatever broke beneath it', async () => {
    const { reference } = await hub.fresh.db.selectFrom('caseFile').select('reference').executeTakeFirstOrThrow()
    const canaries = ['Quillon', 'Zephyrine', reference, 'Tahsin', 'Rewan understands', 'retell an event']
    const pages = caseRoutes.filter(({ method }) => method === 'GET').map(({ pattern }) => urlOf(pattern, key.area, key.caseId))
    const wrong: string[] = []
    let broken = 0
    for (const who of ['hattie', 'shno', 'debra']) {
      const visitor = await hub.as(who)
      for (const table of ['fact', 'message', 'advice', 'notice', 'plan_line', 'case_party', 'relationship', 'clock']) {
        await sql`alter table ${sql.table(table)} rename to gone`.execute(hub.fresh.db)
        for (const url of pages.filter((_, index) => index % 4 === table.length % 4)) {
          const answer = await hub.app.inject({ method: 'GET', url, headers: { cookie: visitor.cookieHeader } })
          if (answer.statusCode !== 500) continue
          broken += 1
          for (const canary of foundIn(answer.body + JSON.stringify(answer.headers), canaries)) wrong.push(`“${canary}” to ${who} at ${url} without ${table}`)
          if (/relation|does not exist|select|stack|\.ts:/.test(answer.body)) wrong.push(`how the program is made, to ${who} at ${url} without ${table}`)
        }
        await sql`alter table gone rename to ${sql.table(table)}`.execute(hub.fresh.db)
      }
    }
    assert.deepEqual(wrong, [])
    assert.ok(broken > 100, `${broken} pages broke`)
    // They were meant.
    ;(hub.faults as unknown[]).length = 0
    assert.equal((await (await hub.as('shno')).get(paths.finalPlan(key))).status, 200)
  })
})

describe('an e-mail or a text', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2026-11-21T10:00:00.000Z' })
    await unpackCases(hub.fresh.db, hub.house.files, readFileSync(path.resolve('demo', 'cases.json.gz')))
  })
  after(() => hub.close())

  it('names no child, no family, no setting, no need and no outcome, in any of the demonstration’s cases', async (t) => {
    const { rows } = await sql<{ about: string; words: string; given: string; family: string; born: string; setting: string | null; people: string[] }>`
      select o.about, o.subject || E'\n' || o.body as words, ch.given_name as given, ch.family_name as family, ch.born_on::text as born,
        (select g.name from child_setting s join organisation g on g.id = s.organisation_id where s.local_area_id = ch.local_area_id and s.child_id = ch.id limit 1) as setting,
        array(select p.full_name from relationship r join person p on p.id = r.person_id where r.local_area_id = ch.local_area_id and r.child_id = ch.id) as people
      from outgoing o join case_file c on c.local_area_id = o.local_area_id and c.id = o.case_id
      join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id where o.channel in ('email', 'text')`.execute(hub.fresh.db)
    const wrong = rows.flatMap(({ about, words, given, family, born, setting, people }) =>
      // The case's own number stands in them: it says whose it is to nobody who may not sign in.
      foundIn(words, [given, family, born, ...(setting === null ? [] : [setting]), ...people, 'autism', 'dyslexia', 'refus', 'will not']).map((canary) => `“${canary}” in ${about}`))
    t.diagnostic(`${rows.length} e-mails and texts were read`)
    assert.ok(rows.length > 20, `${rows.length} e-mails and texts`)
    assert.deepEqual([...new Set(wrong)], [])
  })
})
